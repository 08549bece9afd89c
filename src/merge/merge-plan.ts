import { enCount, type Language, viNumber, type Wording } from '../diagnostics/wording.ts';
import { levelOf } from '../form/form.ts';
import { tasksOf } from '../form/walk-form.ts';
import { printable } from '../reporters/printable.ts';
import { isRatedAlike, type Merged, mergedTasks, type TaskOrigin, taskOf } from './merge.ts';
import type { Merge } from './merge-forms.ts';

type MergePlan = ReturnType<typeof mergePlan>;

/** What a merge does, in figures and names: for programs, or for `mergePlanText`. Of duplicates, the first source is kept. */
export function mergePlan({ inputs, fields, groups, isPossible }: Merge, toolVersion: string) {
  const all = mergedTasks(groups);
  const fileOf = ({ input }: { readonly input: number }) => inputs[input]?.source.file ?? '';
  const filesOf = ({ origin, copies }: Merged<{ readonly input: number }>) => [
    ...new Set([origin, ...copies].map(fileOf)),
  ];
  const sourceOf = (origin: TaskOrigin) => ({
    file: fileOf(origin),
    group: origin.placed.group.key,
    number: origin.placed.number,
    level: levelOf(origin.placed.task) ?? null,
  });
  const read = inputs.map(({ source: { file }, form }) => {
    return { file, unit: form.unit?.value ?? '', tasks: tasksOf(form).length };
  });
  const isOther = (fresh: string | undefined, old: string | undefined) =>
    fresh !== undefined && fresh !== old;
  const sections = groups.flatMap((group) => group.sections);
  return {
    toolVersion,
    isPossible,
    unit: fields.unit,
    parentUnit: fields.parentUnit ?? null,
    inputs: read,
    groups: groups.map(({ key, kind, sections, tasks, ...group }) => ({
      group: key,
      kind,
      tasks: tasks.length + sections.reduce((sum, section) => sum + section.tasks.length, 0),
      files: filesOf(group),
      sections: sections.map(({ title, tasks, ...section }) => ({
        title,
        tasks: tasks.length,
        files: filesOf(section),
      })),
    })),
    /** Tasks that several forms have; they are kept once. */
    duplicates: all
      .filter(({ copies }) => copies.length > 0)
      .map(({ origin, copies }) => ({
        text: origin.placed.task.text?.value ?? '',
        isConflict: !copies.every((copy) => isRatedAlike(origin, copy)),
        sources: [origin, ...copies].map(sourceOf),
      })),
    tasks: { read: read.reduce((sum, { tasks }) => sum + tasks, 0), kept: all.length },
    /** How many tasks, positions and areas get a new number, and how many tasks a new code. */
    renumbered: {
      numbers:
        sections.filter(({ number, origin: { owner } }) =>
          isOther(number, 'number' in owner ? owner.number?.value : undefined),
        ).length + all.filter((task) => isOther(task.number, taskOf(task).number?.value)).length,
      codes: all.filter((task) => isOther(task.code, taskOf(task).code?.value)).length,
    },
  };
}

/** The plan of a merge for people: the origin of each part, duplicates, renumbering. */
export function mergePlanText(plan: MergePlan, language: Language): string {
  const { inputs, unit } = plan;
  const order = new Map(inputs.map(({ file }, index) => [file, index + 1]));
  const from = (files: readonly string[]) => {
    const numbers = files.map((name) => order.get(name)).join(', ');
    return { vi: `từ biểu ${numbers}`, en: `from ${numbers}` }[language];
  };
  const count = (noun: keyof typeof nouns, number: number) => {
    const { vi, en } = nouns[noun];
    return { vi: `${viNumber(number)} ${vi}`, en: enCount(number, en[0], en[1]) }[language];
  };
  const title = {
    vi: `Hợp nhất ${inputs.length} biểu thành biểu của “${unit}”:`,
    en: `${inputs.length} forms become the form of “${unit}”:`,
  };
  const lines = [
    title[language],
    ...inputs.map(
      (input, index) => `  ${index + 1}. ${input.file} – “${input.unit}”, ${count('tasks', input.tasks)}`,
    ),
    ...plan.groups.flatMap(({ group, kind, tasks, files, sections }) => {
      const noun = kind === 'positions' ? 'duties' : 'tasks';
      const [name, all] = [{ vi: `Nhóm ${group}`, en: `Group ${group}` }[language], count(noun, tasks)];
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
    {
      vi: `Đọc ${viNumber(tasks.read)} công việc; ${viNumber(dropped)} trùng với biểu trước, không ghi lại; còn ${viNumber(tasks.kept)}.`,
      en: `${enCount(tasks.read, 'task')} read; ${enCount(dropped, 'is', 'are')} in an earlier form already; ${enCount(tasks.kept, 'is', 'are')} kept.`,
    },
    conflicts > 0 && {
      vi: `${viNumber(conflicts)} công việc có mức khác nhau giữa các biểu: cần thống nhất.`,
      en: `${enCount(conflicts, 'task has', 'tasks have')} different levels in different forms: agree on one.`,
    },
    {
      vi: `Đánh lại ${viNumber(numbers)} số, ${viNumber(codes)} mã.`,
      en: `${enCount(numbers, 'number')} and ${enCount(codes, 'code')} will change.`,
    },
    !isPossible && {
      vi: 'Chưa hợp nhất được: hãy sửa các lỗi nêu dưới đây.',
      en: 'They cannot be merged yet: fix the errors below.',
    },
  ];
  return sentences.filter((sentence) => sentence !== false);
}

const nouns = {
  tasks: { vi: 'công việc', en: ['task', 'tasks'] },
  duties: { vi: 'nhiệm vụ', en: ['duty', 'duties'] },
  positions: { vi: 'chức vụ', en: ['position', 'positions'] },
  areas: { vi: 'mảng', en: ['area', 'areas'] },
} as const;
