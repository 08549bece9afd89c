import fc from 'fast-check';

/** What is made of a division's form: the value, and a text of it in which everything has a comment of its own. */
export interface GeneratedDivision {
  readonly id: number;
  readonly text: string;
  /** Of each comment, the text or title below it. */
  readonly comments: ReadonlyMap<string, string>;
}

interface GeneratedTask {
  readonly text: string;
  readonly rating: string;
  readonly style: 'block' | 'flow' | 'literal';
}

/** Few, so that forms share some; the last two are the same when they are compared. */
const texts = [
  ...['Soạn thảo văn bản', 'Lưu trữ hồ sơ', 'Đón tiếp khách', 'Thẩm định đề án', 'Kiểm tra tài sản'],
  ...['Theo dõi thi đua', 'Tổng hợp số liệu', 'Quản lý con dấu', 'Quản lý  Con dấu.'],
];
const titles = ['Tổ chức', 'Cán bộ', 'Đào tạo', 'cán bộ.', 'Văn thư'];
const posts = ['Trưởng phòng', 'Phó Trưởng phòng', 'Chuyên viên chính'];

const task: fc.Arbitrary<GeneratedTask> = fc.record({
  text: fc.constantFrom(...texts),
  rating: fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((level) => `complexity: ${level}`),
    fc.constant('unrated: Chung'),
  ),
  style: fc.constantFrom('block' as const, 'flow' as const, 'literal' as const),
});
const few = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 4 });
const sections = (names: readonly string[], item: fc.Arbitrary<GeneratedTask> = task) =>
  few(fc.record({ title: fc.constantFrom(...names), tasks: few(item) }));
const content = fc.oneof(
  sections(titles).map((areas) => ({ areas, tasks: undefined })),
  few(task).map((tasks) => ({ areas: undefined, tasks })),
);

/** Divisions with positions in group I, areas or tasks in the others, numbers and codes or none. */
export const generatedDivision: fc.Arbitrary<GeneratedDivision> = fc
  .record({
    id: fc.integer({ min: 0, max: 1e9 }),
    unit: fc.constantFrom('PHÒNG A', 'PHÒNG B', 'PHÒNG C'),
    positions: sections(posts),
    groups: fc.tuple(content, content),
    further: fc.option(fc.record({ title: fc.constantFrom('Đoàn thể', 'Công tác khác'), content }), {
      nil: undefined,
    }),
    isNumbered: fc.boolean(),
    hasCodes: fc.boolean(),
    dash: fc.constantFrom(0, 2),
  })
  .map((division) => {
    const lines: string[] = [];
    const comments = new Map<string, string>();
    let count = 0;
    const comment = (column: number, what: string) => {
      const words = `# ghi chú ${division.id}-${count++}`;
      comments.set(words, what);
      lines.push(' '.repeat(column) + words);
    };
    const addTask = (
      each: GeneratedTask,
      column: number,
      number: string | undefined,
      code: string | undefined,
    ) => {
      comment(column, each.text);
      const lead = ' '.repeat(column);
      const ahead = [
        ...(number !== undefined && division.isNumbered ? [`number: ${number}`] : []),
        ...(code !== undefined && division.hasCodes ? [`code: ${code}`] : []),
      ];
      if (each.style === 'flow') {
        lines.push(`${lead}- { ${[...ahead, `text: "${each.text}"`, each.rating].join(', ')} }`);
        return;
      }
      const text = each.style === 'literal' ? ['text: |-', `  ${each.text}`] : [`text: ${each.text}`];
      for (const [index, line] of [...ahead, ...text, each.rating].entries()) {
        lines.push(`${lead}${index === 0 ? '- ' : '  '}${line}`);
      }
    };
    const addTasks = (tasks: readonly GeneratedTask[], column: number, parent: string, isDuty: boolean) => {
      for (const [index, each] of tasks.entries()) {
        const code = `${parent}.${Math.floor(index / 2) + 1}.${(index % 2) + 1}`;
        addTask(each, column, isDuty ? undefined : `${parent}.${index + 1}`, code);
      }
    };
    const addSections = (
      list: readonly { readonly title: string; readonly tasks: readonly GeneratedTask[] }[],
      isDuty: boolean,
    ) => {
      for (const [index, { title, tasks }] of list.entries()) {
        const lead = ' '.repeat(4 + division.dash);
        comment(4 + division.dash, title);
        lines.push(
          ...(division.isNumbered
            ? [`${lead}- number: ${index + 1}`, `${lead}  title: ${title}`]
            : [`${lead}- title: ${title}`]),
        );
        lines.push(`${lead}  tasks:`);
        addTasks(tasks, 6 + 2 * division.dash, `${index + 1}`, isDuty);
      }
    };
    const addContent = ({ areas, tasks }: (typeof division.groups)[0], ordinal: number) => {
      lines.push(areas ? '    areas:' : '    tasks:');
      if (areas) addSections(areas, false);
      else addTasks(tasks, 4 + division.dash, `${ordinal}`, false);
    };
    comment(0, 'form:');
    lines.push('form: bieu-so-2', 'version: 1', `unit: ${division.unit}`, 'groups:');
    comment(2, 'I:');
    lines.push('  I:', '    positions:');
    addSections(division.positions, true);
    for (const [index, each] of division.groups.entries()) {
      comment(2, `${'I'.repeat(index + 2)}:`);
      lines.push(`  ${'I'.repeat(index + 2)}:`);
      addContent(each, index + 2);
    }
    if (division.further) {
      comment(2, division.further.title);
      lines.push('  IV:', `    title: ${division.further.title}`);
      addContent(division.further.content, 4);
    }
    return { id: division.id, text: `${lines.join('\n')}\n`, comments };
  });
