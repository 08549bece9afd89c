import type { Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

/**
 * The one order of diagnostics: by place, then by rule; each once. The value at an anchor of YAML is reached
 * by every alias, too: it is reported for the first path that leads there.
 */
export function sortDiagnostics<One extends Diagnostic>(diagnostics: readonly One[]): One[] {
  const sorted = [...diagnostics].sort(
    (a, b) => comparePlaces(a.place, b.place) || compareText(a.rule, b.rule),
  );
  const kept: One[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const first = sorted[start];
    while (first && isSamePlace(first.place, sorted[end]?.place)) end++;
    // Few places have more than one: the full comparison costs too much to be made for all.
    if (end - start === 1 && first) kept.push(first);
    else for (const one of eachOnce(sorted.slice(start, end))) kept.push(one);
  }
  return kept;
}

/** Diagnostics of one place, without repetitions. */
function eachOnce<One extends Diagnostic>(diagnostics: readonly One[]): One[] {
  const pathsByFault = new Map<string, string>();
  const seen = new Set<string>();
  return diagnostics.filter(({ place, rule, messageId, message, path }) => {
    const last = path.at(-1);
    // Missing keys share the place of their parent, but not their last step.
    const fault = JSON.stringify([place, rule, messageId, typeof last === 'string' ? last : '']);
    const thisPath = JSON.stringify(path);
    const firstPath = pathsByFault.get(fault) ?? thisPath;
    pathsByFault.set(fault, firstPath);
    const key = JSON.stringify([place, rule, message]);
    return firstPath === thisPath && !seen.has(key) && seen.add(key);
  });
}

const isSamePlace = (a: Place, b: Place | undefined) => b !== undefined && comparePlaces(a, b) === 0;

/** What concerns a document as a whole comes first, then its paragraphs, then its tables. */
function comparePlaces(a: Place, b: Place): number {
  if (a.kind === 'text' && b.kind === 'text') {
    return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
  }
  if (a.kind === 'table' && b.kind === 'table') {
    return a.table - b.table || a.row - b.row || (a.column ?? 0) - (b.column ?? 0);
  }
  if (a.kind === 'document' && b.kind === 'document') return (a.paragraph ?? 0) - (b.paragraph ?? 0);
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

const kinds: readonly Place['kind'][] = ['text', 'document', 'table'];

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
