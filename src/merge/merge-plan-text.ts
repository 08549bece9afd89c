import { enCount, viNumber } from '../diagnostics/format-number.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { printable } from '../reporters/printable.ts';
import type { MergePlan } from './merge-plan.ts';

/** The plan of a merge for people: what comes from where, what is kept once, what is renumbered. */
export function mergePlanText(plan: MergePlan, language: Language): string {
  const say = (wording: Wording) => wording[language];
  const { inputs, unit } = plan;
  const title = say({
    vi: `Hợp nhất ${inputs.length} biểu thành biểu của “${unit}”:`,
    en: `${inputs.length} forms become the form of “${unit}”:`,
  });
  const order = new Map(inputs.map(({ file }, index) => [file, index + 1]));
  const lines = [
    title,
    ...inputs.map(
      (input, index) =>
        `  ${index + 1}. ${input.file} – “${input.unit}”, ${say(countOf('tasks', input.tasks))}`,
    ),
    ...plan.groups.flatMap((group) => ['', ...groupLines(group, order, say)]),
    '',
    ...totals(plan).map(say),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function groupLines(
  { group, kind, tasks, files, sections }: MergePlan['groups'][number],
  order: ReadonlyMap<string, number>,
  say: (wording: Wording) => string,
): string[] {
  const from = (names: readonly string[]) => {
    const numbers = names.map((name) => order.get(name)).join(', ');
    return say({ vi: `từ biểu ${numbers}`, en: `from ${numbers}` });
  };
  const name = say({ vi: `Nhóm ${group}`, en: `Group ${group}` });
  const count = say(countOf(kind === 'positions' ? 'duties' : 'tasks', tasks));
  if (kind === 'tasks') return [`${name}: ${count} (${from(files)})`];
  return [
    `${name}: ${say(countOf(kind, sections.length))}, ${count}`,
    ...sections.map(
      (section, index) =>
        `  ${index + 1}. “${section.title}”: ${say(countOf(kind === 'positions' ? 'duties' : 'tasks', section.tasks))} (${from(section.files)})`,
    ),
  ];
}

function totals({ tasks, duplicates, renumbered, isPossible }: MergePlan): Wording[] {
  const conflicts = duplicates.filter(({ isConflict }) => isConflict).length;
  const { numbers, codes } = renumbered;
  const dropped = tasks.read - tasks.kept;
  return [
    {
      vi: `Đọc ${viNumber(tasks.read)} công việc; ${viNumber(dropped)} trùng với biểu trước, không ghi lại; còn ${viNumber(tasks.kept)}.`,
      en: `${enCount(tasks.read, 'task')} read; ${enCount(dropped, 'is', 'are')} in an earlier form already; ${enCount(tasks.kept, 'is', 'are')} kept.`,
    },
    ...(conflicts > 0
      ? [
          {
            vi: `${viNumber(conflicts)} công việc có mức khác nhau giữa các biểu: cần thống nhất.`,
            en: `${enCount(conflicts, 'task has', 'tasks have')} different levels in different forms: agree on one.`,
          },
        ]
      : []),
    {
      vi: `Đánh lại ${viNumber(numbers)} số, ${viNumber(codes)} mã.`,
      en: `${enCount(numbers, 'number')} and ${enCount(codes, 'code')} will change.`,
    },
    ...(isPossible
      ? []
      : [
          {
            vi: 'Chưa hợp nhất được: hãy sửa các lỗi nêu dưới đây.',
            en: 'They cannot be merged yet: fix the errors below.',
          },
        ]),
  ];
}

const nouns = {
  tasks: { vi: 'công việc', en: ['task', 'tasks'] },
  duties: { vi: 'nhiệm vụ', en: ['duty', 'duties'] },
  positions: { vi: 'chức vụ', en: ['position', 'positions'] },
  areas: { vi: 'mảng', en: ['area', 'areas'] },
} as const;

function countOf(kind: keyof typeof nouns, count: number): Wording {
  const { vi, en } = nouns[kind];
  return { vi: `${viNumber(count)} ${vi}`, en: enCount(count, en[0], en[1]) };
}
