import { defineCommand } from '../define-command.ts';
import { filesOrHereArgument } from '../options.ts';

/** `bieu2 dropped`: what `Kiểm tra biểu.cmd` of the Windows archive runs. */
export const droppedCommand = defineCommand({
  name: 'dropped',
  isHidden: true,
  description: {
    vi: 'Kiểm tra biểu được kéo thả vào “Kiểm tra biểu.cmd”. Biểu Word có vấn đề: ghi bên cạnh bản sao kèm nhận xét. Biểu YAML, JSON không có lỗi: ghi bên cạnh văn bản Word.',
    en: 'Checks forms that are dropped onto “Kiểm tra biểu.cmd”. Writes beside a Word form with findings a copy with comments, and beside a YAML or JSON form without errors its Word document.',
  },
  argument: { ...filesOrHereArgument, vi: 'biểu hoặc thư mục', en: 'forms or folders' },
  examples: ['bieu2 dropped "Biểu số 2.docx" forms'],
});
