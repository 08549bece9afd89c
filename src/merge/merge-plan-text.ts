import { enCount, type Language, viNumber, type Wording, words } from '../diagnostics/wording.ts';
import { printable } from '../reporters/printable.ts';
import type { MergePlan } from './merge-plan.ts';

/** The plan of a merge for people: the origin of each part, duplicates, renumbering. */
export function mergePlanText(plan: MergePlan, language: Language): string {
  const { inputs, unit } = plan;
  const order = new Map(inputs.map(({ file }, index) => [file, index + 1]));
  const from = (files: readonly string[]) => {
    const numbers = files.map((name) => order.get(name)).join(', ');
    return words(`từ biểu ${numbers}`, `from ${numbers}`)[language];
  };
  const count = (noun: keyof typeof nouns, number: number) => {
    const { vi, en } = nouns[noun];
    return words(`${viNumber(number)} ${vi}`, enCount(number, en[0], en[1]))[language];
  };
  const title = words(
    `Hợp nhất ${inputs.length} biểu thành biểu của “${unit}”:`,
    `${inputs.length} forms become the form of “${unit}”:`,
  );
  const lines = [
    title[language],
    ...inputs.map(
      (input, index) => `  ${index + 1}. ${input.file} – “${input.unit}”, ${count('tasks', input.tasks)}`,
    ),
    ...plan.groups.flatMap(({ group, kind, tasks, files, sections }) => {
      const noun = kind === 'positions' ? 'duties' : 'tasks';
      const [name, all] = [words(`Nhóm ${group}`, `Group ${group}`)[language], count(noun, tasks)];
      if (kind === 'tasks') return ['', `${name}: ${all} (${from(files)})`];
      const items = sections.map(
        (section, index) =>
          `  ${index + 1}. “${section.title}”: ${count(noun, section.tasks)} (${from(section.files)})`,
      );
      return ['', `${name}: ${count(kind, sections.length)}, ${all}`, ...items];
    }),
    '',
    ...totals(plan).map((wording) => wording[language]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function totals({ tasks, duplicates, renumbered, isPossible }: MergePlan): Wording[] {
  const conflicts = duplicates.filter(({ isConflict }) => isConflict).length;
  const { numbers, codes } = renumbered;
  const dropped = tasks.read - tasks.kept;
  const sentences = [
    words(
      `Đọc ${viNumber(tasks.read)} công việc; ${viNumber(dropped)} trùng với biểu trước, không ghi lại; còn ${viNumber(tasks.kept)}.`,
      `${enCount(tasks.read, 'task')} read; ${enCount(dropped, 'is', 'are')} in an earlier form already; ${enCount(tasks.kept, 'is', 'are')} kept.`,
    ),
    conflicts > 0 &&
      words(
        `${viNumber(conflicts)} công việc có mức khác nhau giữa các biểu: cần thống nhất.`,
        `${enCount(conflicts, 'task has', 'tasks have')} different levels in different forms: agree on one.`,
      ),
    words(
      `Đánh lại ${viNumber(numbers)} số, ${viNumber(codes)} mã.`,
      `${enCount(numbers, 'number')} and ${enCount(codes, 'code')} will change.`,
    ),
    !isPossible &&
      words(
        'Chưa hợp nhất được: hãy sửa các lỗi nêu dưới đây.',
        'They cannot be merged yet: fix the errors below.',
      ),
  ];
  return sentences.filter((sentence) => sentence !== false);
}

const nouns = {
  tasks: { vi: 'công việc', en: ['task', 'tasks'] },
  duties: { vi: 'nhiệm vụ', en: ['duty', 'duties'] },
  positions: { vi: 'chức vụ', en: ['position', 'positions'] },
  areas: { vi: 'mảng', en: ['area', 'areas'] },
} as const;
