import { defineCommand, type FlagsOf } from '../define-command.ts';
import { checkOptions, filesArgument, forceOption } from '../options.ts';

export const mergeCommand = defineCommand({
  name: 'merge',
  summary: { vi: 'hợp nhất biểu của các phòng', en: 'merge the forms of divisions into one for the unit' },
  description: {
    vi: 'Hợp nhất biểu của các phòng (YAML, JSON hoặc Word) thành biểu của đơn vị, theo thứ tự đã nêu. Chức vụ, mảng cùng tên được gộp; công việc trùng chỉ giữ một lần, ghi nguồn trong chú thích; số và mã được đánh lại; chú thích của các biểu được giữ (trừ khi ghi JSON). Cùng một công việc mà khác mức là lỗi, báo ở cả hai chỗ: biểu vẫn được ghi, tạm giữ mức của biểu đứng trước. Tên đơn vị lấy theo biểu đầu, trừ khi có --unit; người ký, ngày ký chỉ giữ khi mọi biểu đều ghi như nhau. Kết thúc bằng 0 nếu ổn, 1 nếu có lỗi, 2 nếu không đọc, không ghi được hoặc biểu hợp nhất quá lớn.',
    en: 'Merges the forms of a unit’s divisions (YAML, JSON or Word) into the form of the unit, in the order given. Positions and areas with the same title are joined; tasks that several forms have are kept once, with their sources in a comment; items are renumbered; comments are kept (except in JSON). The same task with different levels is an error, reported at both places: the form is written with the level of the earlier form. The unit is that of the first form unless --unit is given; signatures and dates are kept only where all forms agree. Exits with 0 if there are no errors, 1 if there are, 2 if something cannot be read or written or the merged form would be too large.',
  },
  argument: filesArgument,
  options: [
    {
      flags: '-o, --output <file>',
      vi: 'tệp cần ghi, .yaml hoặc .json; mặc định: đầu ra chuẩn (-)',
      en: 'the file to write, .yaml or .json; default: standard output (-)',
    },
    { flags: '--unit <name>', vi: 'tên đơn vị của biểu hợp nhất', en: 'the unit of the merged form' },
    {
      flags: '--parent-unit <name>',
      vi: 'đơn vị cấp trên của biểu hợp nhất',
      en: 'the parent unit of the merged form',
    },
    {
      flags: '--dry-run',
      vi: 'in kế hoạch hợp nhất rồi các cảnh báo, không ghi',
      en: 'print the plan, then the warnings; write nothing',
    },
    {
      flags: '-f, --format <text|json>',
      vi: 'cùng --dry-run: kế hoạch cho người đọc (text) hay cho chương trình (json)',
      en: 'with --dry-run: the plan for people (text) or for programs (json)',
      choices: ['text', 'json'],
    },
    { flags: '-q, --quiet', vi: 'chỉ báo lỗi, không báo cảnh báo', en: 'report errors only' },
    forceOption,
    ...checkOptions,
  ],
  examples: [
    'bieu2 merge to-chuc.yaml can-bo.yaml -o ban.yaml --unit "BAN TỔ CHỨC"',
    'bieu2 merge phong --dry-run',
    'bieu2 merge "Phòng 1.docx" phong-2.yaml -o ban.yaml',
  ],
});

export type MergeFlags = FlagsOf<typeof mergeCommand>;
