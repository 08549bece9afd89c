import type { Finding, Range } from '../diagnostics/finding.ts';
import type { TextPlace } from '../diagnostics/place.ts';
import { LineIndex } from './line-index.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import type { Source } from './source.ts';
import type { SourceNode, SourceTree } from './source-tree.ts';

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
  const lines = new LineIndex(text);
  const place = ([start, end]: Range): TextPlace => ({
    kind: 'text',
    start: lines.pointAt(start),
    end: lines.pointAt(end),
  });
  return {
    file,
    text,
    value: tree?.value,
    problems,
    locate: (finding) => place(finding.span ?? spanOf(text, tree, finding)),
    scalarText(path) {
      const node = tree?.find(path);
      if (!node?.scalar) return undefined;
      const { value } = node.scalar;
      return typeof value === 'string' ? value : text.slice(...node.value);
    },
  };
}

function spanOf(
  text: string,
  tree: SourceTree | undefined,
  { path, at, range }: Pick<Finding, 'path' | 'at' | 'range'>,
): Range {
  const node = tree?.find(path);
  if (!node) {
    return path.length === 0 ? [0, 0] : spanOf(text, tree, { path: path.slice(0, -1) });
  }
  if (at === 'key' && node.key) return node.key;
  if (!node.scalar) return node.key ?? firstLine(text, node.value);
  const { value } = node.scalar;
  if (range && typeof value === 'string') return innerSpan(text, node, value, range);
  const [start, end] = trimmed(text, node.value);
  // A key without a value has an empty span somewhere behind the colon: the key says more.
  return start === end && node.key ? node.key : [start, end];
}

function innerSpan(text: string, node: SourceNode, value: string, [start, end]: Range): Range {
  const offsets = scalarOffsets(text, node.value, value);
  const from = offsets?.starts[start];
  const to = offsets?.ends[end - 1];
  return from === undefined || to === undefined || end <= start ? trimmed(text, node.value) : [from, to];
}

/** A collection is shown by the line it begins on. */
function firstLine(text: string, [start, end]: Range): Range {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return trimmed(text, [start, lineEnd < 0 ? end : start + lineEnd]);
}

function trimmed(text: string, [start, end]: Range): Range {
  return [start, start + text.slice(start, end).trimEnd().length];
}
