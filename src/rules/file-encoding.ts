import { defineRule, say } from './rule.ts';

/** Found while reading a file. */
export const fileEncoding = defineRule({
  id: 'file-encoding',
  severity: 'warning',
  summary: { vi: 'Tệp biểu lưu theo bảng mã UTF-8', en: 'Form files are saved as UTF-8' },
  explanation: {
    vi: 'Notepad (mục “Unicode” hoặc “UTF-16”) và dấu > của Windows PowerShell 5 lưu tệp theo UTF-16. bieu2 đọc được tệp như vậy khi đầu tệp có dấu nhận biết (BOM), nhưng git, nhiều trình soạn thảo và chương trình khác thì không.\n\nTệp UTF-16 không có BOM hoặc bị cắt giữa chừng, và tệp UTF-32, là lỗi của quy tắc syntax.',
    en: 'Notepad (as “Unicode” or “UTF-16”) and the > of Windows PowerShell 5 save files as UTF-16. bieu2 reads such a file if it begins with a byte order mark (BOM), but git, many editors and other programs do not.\n\nUTF-16 without a mark or cut off, and UTF-32, are errors of the rule syntax.',
  },
  messages: {
    utf16: say(
      'tệp được lưu theo bảng mã {encoding}: cần UTF-8 → Lưu lại tệp theo UTF-8, hoặc chạy “bieu2 validate --fix”.',
      'the file is saved as {encoding}: expected UTF-8 → Save it again as UTF-8, or run “bieu2 validate --fix”.',
    ),
  },
  fix: {
    summary: { vi: 'Lưu lại tệp theo UTF-8.', en: 'Saves the file as UTF-8.' },
    changes: ({ facts }) => [{ kind: 'to-utf8', from: String(facts?.encoding) }],
  },
});
