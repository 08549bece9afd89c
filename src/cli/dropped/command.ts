import type { CommandDefinition } from '../options.ts';

const description = {
  vi: 'Kiểm tra biểu được kéo thả vào “Kiểm tra biểu.cmd”. Biểu Word có vấn đề: ghi bên cạnh bản sao kèm nhận xét. Biểu YAML, JSON không có lỗi: ghi bên cạnh văn bản Word.',
  en: 'Checks forms that are dropped onto “Kiểm tra biểu.cmd”. Of a Word form with findings a copy with comments is written beside it, of a YAML or JSON form without errors its Word document.',
};

/** `bieu2 dropped`: what `Kiểm tra biểu.cmd` of the Windows archive runs. */
export const droppedCommand: CommandDefinition = {
  name: 'dropped',
  isHidden: true,
  description,
  argument: { name: { vi: '[tệp...]', en: '[files...]' }, vi: 'biểu hoặc thư mục', en: 'forms or folders' },
  examples: ['bieu2 dropped "Biểu số 2.docx" forms'],
  run: async (context, names: string[]) => (await import('./run.ts')).runDropped(names, description, context),
};
