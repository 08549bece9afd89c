import type { Language, Wording } from '../../diagnostics/wording.ts';
import { defineCommand } from '../define-command.ts';

/** The starters of `init`: `templates/starter-<id>.yaml`. */
export const starters = [
  {
    id: 'committee',
    summary: { vi: 'ban có nhiều chức vụ và mảng công việc', en: 'a committee with positions and areas' },
  },
  { id: 'small-unit', summary: { vi: 'đơn vị nhỏ, không chia mảng', en: 'a small unit without areas' } },
  { id: 'empty', summary: { vi: 'biểu trống để điền', en: 'an empty form to fill in' } },
] as const satisfies readonly { readonly id: string; readonly summary: Wording }[];

export type Starter = (typeof starters)[number]['id'];

const namesIn = (language: Language) =>
  starters.map(({ id, summary }) => `${id} (${summary[language]})`).join(', ');

export const initCommand = defineCommand({
  name: 'init',
  summary: { vi: 'tạo tệp biểu mới', en: 'create a form file' },
  description: {
    vi: 'Tạo tệp biểu mới từ một bản gợi ý, kèm lược đồ để trình soạn thảo nhắc và kiểm tra khi gõ. Không ghi đè tệp đã có. Nếu đã có biểu Word thì dùng bieu2 import.',
    en: 'Creates a form file from a starter, with a link to the schema for completion in editors. Never overwrites a file. If you have a Word form, use bieu2 import instead.',
  },
  argument: {
    name: { vi: '[tệp]', en: '[file]' },
    vi: 'tệp cần tạo; mặc định: bieu-so-2.yaml',
    en: 'the file to write; default: bieu-so-2.yaml',
  },
  options: [
    {
      flags: '-s, --starter <name>',
      vi: `bản gợi ý: ${namesIn('vi')}`,
      en: `what to start from: ${namesIn('en')}`,
      choices: starters.map(({ id }) => id),
    },
    { flags: '--unit <name>', vi: 'tên đơn vị báo cáo', en: 'the name of the unit' },
  ],
  examples: ['bieu2 init', 'bieu2 init phong-to-chuc.yaml --starter small-unit --unit "PHÒNG TỔ CHỨC"'],
});
