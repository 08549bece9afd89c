import { defineCommand } from '../define-command.ts';

export const lspCommand = defineCommand({
  name: 'lsp',
  summary: { vi: 'máy chủ ngôn ngữ cho trình soạn thảo', en: 'language server for editors' },
  description: {
    vi: 'Máy chủ ngôn ngữ (Language Server Protocol) qua đầu vào và đầu ra chuẩn, do trình soạn thảo gọi: báo lỗi khi đang gõ, sửa nhanh, giải thích, mục lục, đánh lại số. Chỉ xét tệp YAML, JSON có khóa “form:”; theo bieu2.config.yaml như khi chạy lệnh từ thư mục đang mở. Trình soạn thảo gợi ý các khóa theo lược đồ JSON.',
    en: 'The language server (Language Server Protocol) over standard input and output, started by editors: findings while typing, quick fixes, explanations, outline, renumbering. It checks only YAML and JSON files with a key “form:”, by the bieu2.config.yaml that a run in the open folder would use. Keys are completed by the editor, from the JSON Schema.',
  },
  options: [
    {
      flags: '--stdio',
      vi: 'luôn như vậy; nhận để hợp với trình soạn thảo',
      en: 'always the case; accepted because editors pass it',
    },
  ],
  examples: ['bieu2 lsp', 'bieu2 lsp --lang en'],
});
