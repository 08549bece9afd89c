import type { Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

/** The one order of diagnostics: by place, then by rule; the same diagnostic at the same place only once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.rule, b.rule))
    .filter((diagnostic) => {
      const key = JSON.stringify([diagnostic.place, diagnostic.rule, diagnostic.message]);
      return !seen.has(key) && seen.add(key);
    });
}

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

/** Of a Word document the rows of its tables stand first. */
const kinds: readonly Place['kind'][] = ['text', 'table', 'document'];

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
