import type { Finding, Range } from '../diagnostics/finding.ts';
import type { Source, SourceNode, SourceTree } from './source.ts';
import { pointsIn, trimmedSpan } from './text-lines.ts';
import { type ScalarOffsets, scalarOffsets } from './yaml/scalar-offsets.ts';

/**
 * A source over a text.
 *
 * @param tree absent when the text could not be parsed; then there is at least one problem
 */
export function textSource(
  file: string,
  text: string,
  tree: SourceTree | undefined,
  problems: readonly Finding[],
): Source {
  const pointAt = pointsIn(text);
  // Findings come text by text, so the last alignment is cached.
  let last: { readonly start: number; readonly offsets: ScalarOffsets | undefined } | undefined;
  const offsetsOf = ({ value: [start, end], scalar }: SourceNode): ScalarOffsets | undefined => {
    if (typeof scalar?.value !== 'string') return undefined;
    if (last?.start !== start) last = { start, offsets: scalarOffsets(text, [start, end], scalar.value) };
    return last.offsets;
  };
  const spanOf = ({ path, at, range }: Pick<Finding, 'path' | 'at' | 'range'>): Range => {
    const node = tree?.find(path);
    if (!node) return path.length === 0 ? [0, 0] : spanOf({ path: path.slice(0, -1) });
    if (at === 'key' && node.key) return node.key;
    if (!node.scalar) return collectionSpan(text, node);
    const offsets = range && offsetsOf(node);
    const from = offsets?.starts[range?.[0] ?? 0];
    const to = offsets?.ends[(range?.[1] ?? 0) - 1];
    if (from !== undefined && to !== undefined && from < to) return [from, to];
    const [start, end] = trimmedSpan(text, node.value);
    if (start < end) return path.length === 0 ? firstLine(text, [start, end]) : [start, end];
    // An empty value has an empty span somewhere after its key or dash, which is more helpful.
    return node.key ?? dashBefore(text, start);
  };
  return {
    file,
    text,
    value: tree?.value,
    problems,
    find: (path) => tree?.find(path),
    offsetsOf,
    locate(finding) {
      const [start, end] = finding.span ?? spanOf(finding);
      return { kind: 'text', start: pointAt(start), end: pointAt(end) };
    },
    ...(tree?.oddNumbers && { isPlainNumber: (value) => !tree.oddNumbers?.has(value) }),
    scalarText(path) {
      const node = tree?.find(path);
      if (!node?.scalar) return undefined;
      const { value } = node.scalar;
      return typeof value === 'string' ? value : text.slice(...node.value);
    },
  };
}

/** The span to show for a collection: its key, unless it is in brackets on one line; without a key, its first line. */
function collectionSpan(text: string, { key, value }: SourceNode): Range {
  const line = firstLine(text, value);
  const isInBrackets = /[[{]/.test(text[value[0]] ?? '') && line[1] === trimmedSpan(text, value)[1];
  return key && !isInBrackets ? key : line;
}

function firstLine(text: string, [start, end]: Range): Range {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return trimmedSpan(text, [start, lineEnd < 0 ? end : start + lineEnd]);
}

/** The `-` of an empty item of a list. */
function dashBefore(text: string, offset: number): Range {
  const before = text.slice(0, offset).trimEnd().length;
  return text[before - 1] === '-' ? [before - 1, before] : [offset, offset];
}
