import type { Diagnostic, FileReport } from '../diagnostics/diagnostic.ts';
import { isMap } from '../diagnostics/plain-map.ts';
import { indispensable } from '../rules/index.ts';

/** Findings of one kind at one text: known by what they say, not by line numbers. */
export interface BaselineEntry {
  readonly rule: string;
  /** Which of the rule's messages. */
  readonly message: string;
  /** The line, or the row of a Word form, that is meant. */
  readonly text: string;
  readonly count: number;
}

/** The findings that were there when the tool was adopted, by file: relative to the baseline's folder, with `/`. */
export interface Baseline {
  readonly version: 1;
  readonly files: Readonly<Record<string, readonly BaselineEntry[]>>;
}

/** What a baseline leaves of a report. */
export interface Remainder {
  readonly report: FileReport;
  /** How many known findings were left out. */
  readonly known: number;
  /** How many findings of the baseline are there no more. */
  readonly stale: number;
}

/** UTF-16 units of a line that tell one from another; a JSON file may be one line of megabytes. */
const reach = 200;

/** The entries for one file, in its order. What no form can be read without is never an old finding. */
export function baselineEntries(report: FileReport): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const diagnostic of report.diagnostics) {
    if (indispensable.includes(diagnostic.rule)) continue;
    const { rule, messageId: message } = diagnostic;
    const text = textOf(report, diagnostic);
    const key = keyOf({ rule, message, text });
    entries.set(key, { rule, message, text, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** Leaves out of a report what is known; of equal findings as many as are known. */
export function withoutKnown(report: FileReport, entries: readonly BaselineEntry[]): Remainder {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const diagnostics = report.diagnostics.filter((diagnostic) => {
    const { rule, messageId: message } = diagnostic;
    const key = keyOf({ rule, message, text: textOf(report, diagnostic) });
    const count = left.get(key) ?? 0;
    if (count === 0 || indispensable.includes(rule)) return true;
    left.set(key, count - 1);
    return false;
  });
  const stale = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { report: { ...report, diagnostics }, known: report.diagnostics.length - diagnostics.length, stale };
}

/** Reads a parsed baseline file; undefined where it is none. */
export function decodeBaseline(value: unknown): Baseline | undefined {
  if (!isMap(value) || value.version !== 1 || !isMap(value.files)) return undefined;
  const files: Record<string, BaselineEntry[]> = {};
  for (const [file, list] of Object.entries(value.files)) {
    if (!Array.isArray(list)) return undefined;
    const entries = list.filter(isEntry);
    if (entries.length < list.length) return undefined;
    files[file] = entries;
  }
  return { version: 1, files };
}

const isEntry = (value: unknown): value is BaselineEntry =>
  isMap(value) &&
  [value.rule, value.message, value.text].every((part) => typeof part === 'string') &&
  typeof value.count === 'number';

const keyOf = ({ rule, message, text }: Omit<BaselineEntry, 'count'>) =>
  JSON.stringify([rule, message, text]);

/** Lines that begin a task without saying which one: its text stands on one of the next. */
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
  const told = opening.test(line) ? next.find((one) => /["']?text["']?\s*:/.test(one)) : undefined;
  return (told ?? line).trim().slice(0, 2 * reach);
}
