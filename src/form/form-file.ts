/**
 * The definition of the form file, format 1. `schemas/form.schema.json`, the validator used at run time
 * and the published types are generated from it; neither the program nor the package loads zod.
 *
 * Descriptions are Vietnamese, since editors show them to authors of forms. zod's refinements are
 * repeated as JSON Schema in `.meta`, since the conversion drops refinements.
 */
import { z } from 'zod';

/** Inlined in the schema rather than named, since editors do not look deeper for types and descriptions. */
const text = z.string().regex(/\S/);

const numberText = z.union([z.string().regex(/^\d+(?:\.\d+)*$/), z.number()]).meta({
  id: 'number',
  description: 'Số thứ tự như in trên biểu, ví dụ 1.10. Nếu không ghi thì được đánh số tự động.',
});

const code = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .meta({
    id: 'code',
    description: 'Mã in ở đầu nội dung công việc: mảng.chủ đề.bước, ví dụ 1.1.2.',
    examples: ['1.1.1'],
  });

const complexity = z.literal([1, 2, 3, 4, 5]).meta({
  id: 'complexity',
  description:
    'Mức độ phức tạp của công việc, từ 1 (thấp nhất) đến 5 (cao nhất). Mỗi công việc có đúng một mức.',
});

const unrated = text.meta({
  description: 'Lý do không xếp mức độ phức tạp (thay cho complexity); không in ra biểu.',
});

const taskText = text.meta({
  description: 'Nội dung công việc cụ thể. Nhiều đoạn thì mỗi đoạn một dòng.',
});

const taskFields = {
  text: taskText,
  code: code.optional(),
  complexity: complexity.optional(),
  unrated: unrated.optional(),
};
const numbered = { number: numberText.optional(), ...taskFields };

type Rating = { complexity?: unknown; unrated?: unknown };
const ratings = ({ complexity, unrated }: Rating) =>
  Number(complexity !== undefined) + Number(unrated !== undefined);

/** Groups II and up: exactly one of `complexity` and `unrated`. */
const rated = { oneOf: [{ required: ['complexity'] }, { required: ['unrated'] }] };
/** Group I: both optional, but never together. */
const notBoth = { not: { required: ['complexity', 'unrated'] } };

const gradedTask = z
  .strictObject(numbered)
  .refine((task) => ratings(task) === 1)
  .meta({ id: 'task', description: 'Công việc cụ thể, có đúng một mức độ phức tạp.', ...rated });

const gradedDuty = z
  .strictObject(taskFields)
  .refine((task) => ratings(task) === 1)
  .meta({ id: 'duty', description: 'Nhiệm vụ của chức vụ, có đúng một mức độ phức tạp.', ...rated });

const leadershipTask = z
  .union([
    taskText,
    z
      .strictObject(numbered)
      .refine((task) => ratings(task) < 2)
      .meta({ id: 'leadershipTaskObject', ...notBoth }),
  ])
  .meta({ id: 'leadershipTask', description: 'Công việc lãnh đạo, quản lý; không cần xếp mức.' });

const leadershipDuty = z
  .union([
    taskText,
    z
      .strictObject(taskFields)
      .refine((task) => ratings(task) < 2)
      .meta({ id: 'leadershipDutyObject', ...notBoth }),
  ])
  .meta({ id: 'leadershipDuty', description: 'Nhiệm vụ lãnh đạo, quản lý của chức vụ; không cần xếp mức.' });

const title = (description: string) => text.meta({ description });

/** A group has exactly one of three kinds of content. */
const oneContent = { oneOf: ['positions', 'areas', 'tasks'].map((key) => ({ required: [key] })) };
type Content = { positions?: unknown; areas?: unknown; tasks?: unknown };
const holdsOne = (group: Content) =>
  [group.positions, group.areas, group.tasks].filter((part) => part !== undefined).length === 1;

const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).meta({ description });

function contentOf<Task extends z.ZodType, Duty extends z.ZodType>(task: Task, duty: Duty, id: string) {
  const section = <Item extends z.ZodType>(item: Item, what: string, id: string) =>
    z
      .strictObject({
        number: numberText.optional(),
        title: title(`Tên ${what}.`),
        tasks: list(item, `Các công việc của ${what}.`),
      })
      .meta({ id });
  const positions = list(section(duty, 'chức vụ', `${id}Position`), 'Các chức vụ, mỗi chức vụ kèm nhiệm vụ.');
  const areas = list(
    section(task, 'mảng công việc', `${id}Area`),
    'Các mảng công việc, mỗi mảng kèm công việc cụ thể.',
  );
  const tasks = list(task, 'Các công việc đứng trực tiếp trong nhóm, không chia mảng.');
  return { positions: positions.optional(), areas: areas.optional(), tasks: tasks.optional() };
}

const leadershipContent = contentOf(leadershipTask, leadershipDuty, 'leadership');
const gradedContent = contentOf(gradedTask, gradedDuty, 'graded');

const groupTitle = title('Tên nhóm công việc. Nhóm I–III có thể không ghi để dùng tên của biểu.');

const leadershipGroup = z
  .strictObject({ title: groupTitle.optional(), ...leadershipContent })
  .refine(holdsOne)
  .meta({ id: 'leadershipGroup', description: 'Nhóm I: công việc lãnh đạo, quản lý.', ...oneContent });

const gradedGroup = z
  .strictObject({ title: groupTitle.optional(), ...gradedContent })
  .refine(holdsOne)
  .meta({ id: 'group', description: 'Nhóm công việc: có chức vụ, mảng hoặc công việc.', ...oneContent });

const furtherGroup = z
  .strictObject({ title: groupTitle, ...gradedContent })
  .refine(holdsOne)
  .meta({ id: 'furtherGroup', description: 'Nhóm công việc từ IV trở đi; phải có tên.', ...oneContent });

/** Roman numerals up to LXXXIX: more groups than any form has. */
const roman = '^(?=.)(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$';

const groups = z
  .object({ I: leadershipGroup, II: gradedGroup, III: gradedGroup })
  .catchall(furtherGroup)
  .meta({
    description: 'Các nhóm công việc, đánh số La Mã; phải có nhóm I, II và III.',
    propertyNames: { pattern: roman },
  });

const signatory = (who: string) =>
  z
    .strictObject({
      title: title(`Chức danh ${who}.`).optional(),
      name: title(`Họ và tên ${who}.`).optional(),
    })
    .meta({ description: `${who[0]?.toUpperCase()}${who.slice(1)}.` });

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({
    description: 'Ngày ký, dạng YYYY-MM-DD. Nếu không ghi thì in dấu chấm để điền tay.',
    examples: ['2026-11-24'],
  });

const signatures = z
  .strictObject({
    preparedBy: signatory('người lập biểu').optional(),
    approvedBy: signatory('người ký duyệt').optional(),
    place: title('Địa danh ghi trước ngày ký.').optional(),
    date: date.optional(),
  })
  .meta({ description: 'Phần ký. Nếu không ghi thì in hai chỗ ký theo mẫu.' });

export const formFile = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: 'Đường dẫn tới lược đồ JSON, dành cho trình soạn thảo.' }),
    form: z.literal('bieu-so-2').meta({ description: 'Loại biểu: bieu-so-2.' }),
    version: z.literal(1).meta({ description: 'Phiên bản của định dạng: 1.' }),
    parentUnit: title('Đơn vị cấp trên trực tiếp. Nếu không ghi thì in dòng chấm.').optional(),
    unit: title('Đơn vị báo cáo.'),
    groups,
    signatures: signatures.optional(),
    notes: z.array(text).optional().meta({ description: 'Ghi chú. Nếu không ghi thì in ghi chú của biểu.' }),
  })
  .meta({ title: 'Biểu số 2 – Phân nhóm công việc' });
