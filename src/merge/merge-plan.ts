import { levelOf } from '../form/level.ts';
import { tasksOf } from '../form/walk-form.ts';
import { type Merge, type MergedTask, mergedTasks, type TaskOrigin, taskOf } from './merge.ts';

/** What a merge does, in figures and names: printed for people, or as JSON for programs. */
export interface MergePlan {
  readonly toolVersion: string;
  /** False where the forms do not go together. */
  readonly isPossible: boolean;
  readonly unit: string;
  readonly parentUnit: string | null;
  readonly inputs: readonly { readonly file: string; readonly unit: string; readonly tasks: number }[];
  readonly groups: readonly PlannedGroup[];
  /** Tasks that several forms have; they are kept once. */
  readonly duplicates: readonly PlannedDuplicate[];
  readonly tasks: { readonly read: number; readonly kept: number };
  /** How many tasks, positions and areas get another number, and how many tasks another code. */
  readonly renumbered: { readonly numbers: number; readonly codes: number };
}

export interface PlannedGroup {
  readonly group: string;
  readonly kind: 'positions' | 'areas' | 'tasks';
  readonly tasks: number;
  /** The forms that it comes from. */
  readonly files: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly tasks: number;
    readonly files: readonly string[];
  }[];
}

export interface PlannedDuplicate {
  readonly text: string;
  readonly isConflict: boolean;
  /** The first is the one that is kept. */
  readonly sources: readonly {
    readonly file: string;
    readonly group: string;
    readonly number: string;
    readonly level: number | null;
  }[];
}

export function mergePlan(merge: Merge, toolVersion: string): MergePlan {
  const { inputs, fields, groups, findings, isPossible } = merge;
  const all = mergedTasks(groups);
  const fileOf = ({ input }: { readonly input: number }) => inputs[input]?.source.file ?? '';
  const filesOf = (origins: readonly { readonly input: number }[]) => [...new Set(origins.map(fileOf))];
  const read = inputs.map(({ form }) => tasksOf(form).length);
  const conflicts = new Set(findings.flatMap((one) => (one.kind === 'level' ? [one.kept.placed.task] : [])));
  const sourceOf = (origin: TaskOrigin) => ({
    file: fileOf(origin),
    group: origin.placed.group.key,
    number: origin.placed.number,
    level: levelOf(origin.placed.task) ?? null,
  });
  return {
    toolVersion,
    isPossible,
    unit: fields.unit,
    parentUnit: fields.parentUnit ?? null,
    inputs: inputs.map(({ source, form }, index) => ({
      file: source.file,
      unit: form.unit?.value ?? '',
      tasks: read[index] ?? 0,
    })),
    groups: groups.map(({ key, kind, origins, sections, tasks }) => ({
      group: key,
      kind,
      tasks: tasks.length + sections.reduce((sum, section) => sum + section.tasks.length, 0),
      files: filesOf(origins),
      sections: sections.map((section) => ({
        title: section.title,
        tasks: section.tasks.length,
        files: filesOf(section.origins),
      })),
    })),
    duplicates: all
      .filter(({ copies }) => copies.length > 0)
      .map((task) => ({
        text: taskOf(task).text?.value ?? '',
        isConflict: conflicts.has(taskOf(task)),
        sources: [task.origin, ...task.copies].map(sourceOf),
      })),
    tasks: { read: read.reduce((sum, count) => sum + count, 0), kept: all.length },
    renumbered: countRenumbered(merge, all),
  };
}

function countRenumbered({ groups }: Merge, tasks: readonly MergedTask[]): MergePlan['renumbered'] {
  const isOther = (fresh: string | undefined, old: string | undefined) =>
    fresh !== undefined && fresh !== old;
  const sections = groups.flatMap((group) => group.sections);
  const renumbered = sections.filter(({ number, origins: [first] }) =>
    isOther(number, first && 'number' in first.owner ? first.owner.number?.value : undefined),
  );
  return {
    numbers:
      renumbered.length + tasks.filter((task) => isOther(task.number, taskOf(task).number?.value)).length,
    codes: tasks.filter((task) => isOther(task.code, taskOf(task).code?.value)).length,
  };
}
