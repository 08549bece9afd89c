import { hash } from 'node:crypto';
import { countByRule, type RuleCount } from '../diagnostics/count-findings.ts';
import type { FileReport } from '../diagnostics/finding.ts';
import { type Form, levelOf, type Task } from '../form/form.ts';
import { tasksOf } from '../form/walk-form.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { cellOf, groupIndex, slots } from './cells.ts';

/** The data of a task for comparing it with those of other units. */
export interface TaskFacts {
  /** A fingerprint of the folded text: equal texts have equal ones. */
  readonly key: string;
  /** For people; long ones are cut. */
  readonly text: string;
  /** 0 where the task has no valid one. */
  readonly level: number;
}

/** The data of a form for a summary: plain and small enough to send from a thread. */
export interface FormFacts {
  readonly file: string;
  /** As written, with single spaces; empty if the form names none. */
  readonly unit: string;
  readonly parentUnit: string;
  /** See `Cells`. */
  readonly cells: readonly number[];
  /** By rule, in the order of their first findings. */
  readonly findings: readonly RuleCount[];
  /** The tasks to compare: not the duties of positions, which every unit's leaders share. */
  readonly tasks: readonly TaskFacts[];
}

/** In UTF-16 units: longer task texts and unit names are cut. */
const maxText = 300;

/**
 * @param report what was found in the form
 * @param leadership whether group I needs levels, too (an option of `task-complexity`)
 */
export function formFacts(form: Form, report: FileReport, leadership = false): FormFacts {
  const cells: number[] = [];
  const tasks: TaskFacts[] = [];
  for (const { task, group, isDuty } of tasksOf(form)) {
    const cell = cellOf(groupIndex(group.ordinal), slotOf(task, group.ordinal === 1 && !leadership));
    while (cells.length <= cell) cells.push(0);
    cells[cell] = (cells[cell] ?? 0) + 1;
    const text = oneLine(task.text?.value);
    const folded = foldText(text);
    if (isDuty || !/\p{L}/u.test(folded)) continue;
    tasks.push({ key: keyOf(folded), text: cut(text), level: levelOf(task) ?? 0 });
  }
  return {
    file: report.file,
    unit: unitNameOf(form.unit?.value),
    parentUnit: unitNameOf(form.parentUnit?.value),
    cells,
    findings: countByRule(report),
    tasks,
  };
}

/**
 * 72 bits of SHA-256: among a million different texts, the probability of a collision is 1 in 10,000 million. Twelve
 * characters, since V8 would keep the whole text of a longer slice.
 */
const keyOf = (text: string): string => hash('sha256', text, 'base64').slice(0, 12);

/** As `task-complexity` counts it. */
function slotOf(task: Task, mayLackLevel: boolean): number {
  const { complexity, unrated } = task;
  if (complexity && unrated) return slots.missing;
  if (typeof unrated?.value === 'string') return slots.unrated;
  const level = levelOf(task);
  if (level) return level - 1;
  return mayLackLevel && !complexity && !unrated ? slots.free : slots.missing;
}

// Most texts are one line already, and testing is faster than replacing.
const oneLine = (text = ''): string =>
  (/\s\s|[^\S ]|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text).normalize('NFC');

/** Never splits a surrogate pair. */
const cut = (text: string): string =>
  text.length > maxText ? `${text.slice(0, maxText).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** The name of a unit as written, with single spaces; empty for a dotted line. */
export function unitNameOf(text: string | undefined): string {
  const name = cut(oneLine(text));
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}
