import type { Diagnostic, FileReport } from '../diagnostics/finding.ts';
import { isMap } from '../diagnostics/plain-value.ts';
import { indispensable } from '../rules/index.ts';
import { foldText } from '../vietnamese/fold-text.ts';

/** Findings of one kind about one entry of a form, identified by content, not by line numbers. */
export interface BaselineEntry {
  readonly rule: string;
  readonly message: string;
  /** The folded `Diagnostic.subject`, else the line. Absent in entries of version 1. */
  readonly subject?: string;
  /** In version 1: the line, or the row of a Word form. */
  readonly text?: string;
  readonly count: number;
}

/** The findings from when the tool was adopted, by file: relative to the baseline's folder, with `/`. */
export interface Baseline {
  /** A file of version 2 may keep entries of version 1 for forms that were not checked since. */
  readonly version: 1 | 2;
  readonly files: Readonly<Record<string, readonly BaselineEntry[]>>;
}

/** A report without the findings of a baseline. */
export interface Remainder {
  readonly report: FileReport;
  readonly known: number;
  readonly stale: number;
}

/** How many UTF-16 units identify a line; a JSON file may be one line of megabytes. */
const reach = 200;

/** The entries for one file, in its order. Findings that prevent reading a form are never included. */
export function baselineEntries(report: FileReport): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const diagnostic of report.diagnostics) {
    if (indispensable.includes(diagnostic.rule)) continue;
    const { rule, messageId: message } = diagnostic;
    const subject = subjectIn(report, diagnostic);
    const key = keyOf({ rule, message, subject });
    entries.set(key, { rule, message, subject, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** Removes known findings from a report; of equal ones as many as are known. */
export function withoutKnown(report: FileReport, entries: readonly BaselineEntry[]): Remainder {
  if (entries.length === 0) return { report, known: 0, stale: 0 };
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const isOld = entries.some(({ text }) => text !== undefined);
  const diagnostics = report.diagnostics.filter((diagnostic) => {
    const { rule, messageId: message } = diagnostic;
    if (indispensable.includes(rule)) return true;
    const keys = [
      keyOf({ rule, message, subject: subjectIn(report, diagnostic) }),
      ...(isOld ? [keyOf({ rule, message, text: textOf(report, diagnostic) })] : []),
    ];
    const key = keys.find((one) => (left.get(one) ?? 0) > 0);
    if (key === undefined) return true;
    left.set(key, (left.get(key) ?? 0) - 1);
    return false;
  });
  const stale = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { report: { ...report, diagnostics }, known: report.diagnostics.length - diagnostics.length, stale };
}

/** Decodes a parsed baseline file; undefined if it is not one. */
export function decodeBaseline(value: unknown): Baseline | undefined {
  if (!isMap(value) || (value.version !== 1 && value.version !== 2) || !isMap(value.files)) return undefined;
  const files: Record<string, BaselineEntry[]> = {};
  for (const [file, list] of Object.entries(value.files)) {
    if (!Array.isArray(list)) return undefined;
    const entries = list.filter(isEntry);
    if (entries.length < list.length) return undefined;
    // macOS decomposes file names.
    files[file.normalize()] = entries;
  }
  return { version: value.version, files };
}

const isEntry = (value: unknown): value is BaselineEntry =>
  isMap(value) &&
  [value.rule, value.message, value.subject ?? value.text].every((part) => typeof part === 'string') &&
  typeof value.count === 'number';

const keyOf = ({ rule, message, subject, text }: Omit<BaselineEntry, 'count'>) =>
  JSON.stringify(subject === undefined ? [rule, message, { text }] : [rule, message, subject]);

const subjectIn = (report: FileReport, diagnostic: Diagnostic): string =>
  diagnostic.subject === undefined ? textOf(report, diagnostic) : foldText(diagnostic.subject);

/** Lines that begin a task without its text, which is on one of the next lines. */
const opening = /^(?:-\s+)?(?:\{$|["']?(?:number|code)["']?\s*:)/;

function textOf({ text = '' }: FileReport, { place }: Diagnostic): string {
  if (place.kind === 'table') return place.label ?? `${place.table}/${place.row}`;
  if (place.kind === 'document') return String(place.paragraph ?? '');
  const at = place.start.offset;
  const before =
    text
      .slice(Math.max(0, at - reach), at)
      .split('\n')
      .at(-1) ?? '';
  const [rest = '', ...next] = text.slice(at, at + 4 * reach).split('\n', 5);
  const line = (before + rest.slice(0, reach)).trim();
  const named = opening.test(line) ? next.find((one) => /["']?text["']?\s*:/.test(one)) : undefined;
  return (named ?? line).trim().slice(0, 2 * reach);
}
