import { hash } from 'node:crypto';
import { countByRule } from '../diagnostics/count-findings.ts';
import type { FileReport } from '../diagnostics/finding.ts';
import { type Form, levelOf, type Task } from '../form/form.ts';
import { tasksOf } from '../form/walk-form.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import { cellOf, groupIndex, slots } from './cells.ts';

/** In UTF-16 units: longer task texts and unit names are cut. */
const maxText = 300;

/**
 * The data of a form for a summary: plain and small enough to send from a thread. `unit` and `parentUnit` are empty if the
 * form names none; `cells`: see `Cells`.
 *
 * @param report what was found in the form
 * @param leadership whether group I needs levels, too (an option of `task-complexity`)
 */
export function formFacts(form: Form, report: FileReport, leadership = false) {
  const cells: number[] = [];
  /** Those to compare with those of other units: not the duties of positions, which every unit's leaders share. */
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

export type FormFacts = ReturnType<typeof formFacts>;

/** The fingerprint and the cut text of a task, and its level, or 0 if it has no valid one. */
export type TaskFacts = Readonly<{ key: string; text: string; level: number }>;

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
