import { levelOf } from '../form/form.ts';
import { tasksOf } from '../form/walk-form.ts';
import { isRatedAlike, type Merge, type Merged, mergedTasks, type TaskOrigin, taskOf } from './merge.ts';

/** What a merge does: printed for people, or as JSON for programs. */
export type MergePlan = ReturnType<typeof mergePlan>;

/** A merge in figures and names; of duplicates, the first source is kept. */
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
