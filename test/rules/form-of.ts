import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Form, Section, Task } from '../../src/form/form.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';

/** A task as a test writes it: its text alone, or with what else matters. */
export type TaskLike =
  | string
  | {
      readonly text: string;
      readonly code?: string;
      readonly complexity?: unknown;
      readonly unrated?: string;
    };

/** Parts of a form as a test writes them; tasks stand in area 1 of group II. */
export interface FormLike {
  readonly parentUnit?: string;
  readonly unit?: string;
  /** Title of a position in group I and its duties. */
  readonly positions?: Readonly<Record<string, readonly TaskLike[]>>;
  readonly areaTitle?: string;
  readonly tasks?: readonly TaskLike[];
  /** Tasks directly under group III. */
  readonly support?: readonly TaskLike[];
  readonly signatory?: { readonly title?: string; readonly name?: string };
  readonly place?: string;
  readonly notes?: readonly string[];
}

type Path = (string | number)[];
const textAt = (value: string, ...path: Path) => ({ value, path });

/** A decoded form that holds the given parts, without the way over YAML. */
export function formOf(parts: FormLike | readonly TaskLike[]): Form {
  const {
    tasks = [],
    positions = {},
    support = [],
    ...rest
  }: FormLike = isList(parts) ? { tasks: parts } : parts;
  const { parentUnit, unit, areaTitle = 'Nghiên cứu, đề xuất', signatory, place, notes } = rest;
  return {
    ...(parentUnit !== undefined && { parentUnit: textAt(parentUnit, 'parentUnit') }),
    ...(unit !== undefined && { unit: textAt(unit, 'unit') }),
    groupsPath: ['groups'],
    groups: [
      {
        ...groupOf('I', 1),
        positions: Object.entries(positions).map(([title, duties], i) =>
          sectionOf(title, duties, ['groups', 'I', 'positions', i]),
        ),
      },
      { ...groupOf('II', 2), areas: [sectionOf(areaTitle, tasks, ['groups', 'II', 'areas', 0])] },
      { ...groupOf('III', 3), tasks: tasksIn(support, ['groups', 'III']) },
    ],
    ...(signatory && {
      approvedBy: {
        ...(signatory.title !== undefined && {
          title: textAt(signatory.title, 'signatures', 'approvedBy', 'title'),
        }),
        ...(signatory.name !== undefined && {
          name: textAt(signatory.name, 'signatures', 'approvedBy', 'name'),
        }),
      },
    }),
    ...(place !== undefined && { place: textAt(place, 'signatures', 'place') }),
    ...(notes && { notes: notes.map((note, i) => textAt(note, 'notes', i)) }),
  };
}

const isList = (parts: FormLike | readonly TaskLike[]): parts is readonly TaskLike[] => Array.isArray(parts);

const groupOf = (key: string, ordinal: number) => ({
  key,
  ordinal,
  path: ['groups', key],
  isEmpty: false,
  positions: [],
  areas: [],
  tasks: [],
});

const sectionOf = (title: string, tasks: readonly TaskLike[], path: Path): Section => ({
  path,
  title: textAt(title, ...path, 'title'),
  tasks: tasksIn(tasks, path),
  ...(tasks.length === 0 && { emptyTasks: [...path, 'tasks'] }),
});

const tasksIn = (tasks: readonly TaskLike[], parent: Path): readonly Task[] =>
  tasks.map((task, i) => {
    const path = [...parent, 'tasks', i];
    if (typeof task === 'string') return { path, isFaulty: false, text: textAt(task, ...path, 'text') };
    return {
      path,
      isFaulty: false,
      text: textAt(task.text, ...path, 'text'),
      ...(task.code !== undefined && { code: textAt(task.code, ...path, 'code') }),
      ...(task.complexity !== undefined && {
        complexity: { value: task.complexity, path: [...path, 'complexity'] },
      }),
      ...(task.unrated !== undefined && { unrated: { value: task.unrated, path: [...path, 'unrated'] } }),
    };
  });

/** What `rule` finds in a form. */
export function findingsOf(rule: Rule, parts: FormLike | readonly TaskLike[]): Omit<Finding, 'rule'>[] {
  return runRules(formOf(parts), [rule]).map(({ rule: _, ...finding }) => finding);
}

/** What `rule` finds in one task text: each finding as `message “stretch”`. */
export function foundIn(rule: Rule, text: string): string[] {
  return findingsOf(rule, [text]).map(
    ({ message, range }) => `${message} “${text.slice(...(range ?? [0]))}”`,
  );
}
