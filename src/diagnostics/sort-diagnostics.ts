import type { Diagnostic, Place } from './finding.ts';

/**
 * Sorts diagnostics by place, then by rule, and removes duplicates. The value at a YAML anchor is reached
 * by every alias, too, and is reported for the first path that leads there. In a row of a Word document are several values.
 *
 * @param orderOf `placeOrder` of a diagnostic, if already known
 */
export function sortDiagnostics<One extends Diagnostic>(
  diagnostics: readonly One[],
  orderOf: (one: One) => number = ({ place }) => placeOrder(place),
): One[] {
  const sorted = [...diagnostics].sort((a, b) => orderOf(a) - orderOf(b) || compareText(a.rule, b.rule));
  const kept: One[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const first = sorted[start];
    const order = first && orderOf(first);
    for (let next = first; next && orderOf(next) === order; next = sorted[end]) end++;
    // Few places have more than one, and the full comparison is too slow for all.
    if (end - start === 1 && first) kept.push(first);
    else for (const one of eachOnce(sorted.slice(start, end))) kept.push(one);
  }
  return kept;
}

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
    const isText = place.kind === 'text';
    const key = JSON.stringify([place, rule, message, isText ? '' : path]);
    const isFirst = firstPath === thisPath || !isText;
    return isFirst && !seen.has(key) && seen.add(key);
  });
}

/**
 * A place as a number for sorting, unique for each place: what concerns a document as a whole comes
 * first, then its paragraphs, then its tables. Offsets, paragraphs and rows are below 2²⁴, columns below 2¹⁰.
 */
export function placeOrder(place: Place): number {
  switch (place.kind) {
    case 'text':
      return place.start.offset * 2 ** 25 + place.end.offset;
    case 'document':
      return place.paragraph ?? 0;
    case 'table':
      return (place.table * 2 ** 24 + place.row) * 2 ** 10 + (place.column ?? 0) + 2 ** 25;
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
