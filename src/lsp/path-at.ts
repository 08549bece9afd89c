import type { Path, Range } from '../diagnostics/finding.ts';
import { valueAt } from '../diagnostics/json-pointer.ts';
import type { Source } from '../source/source.ts';

/** What is at an offset of a source, and the stretch of it that is meant. */
export interface PathAt {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly span: Range;
}

/** The key or scalar at an offset of the text; undefined between them, and where the text could not be parsed. */
export function pathAt(source: Source, offset: number): PathAt | undefined {
  let path: Path = [];
  for (;;) {
    const value = valueAt(source.value, path);
    if (typeof value !== 'object' || value === null) return scalarAt(source, path);
    const inner = stepsOf(value).map((step): Path => [...path, step]);
    const key = inner.find((one) => covers(source.find?.(one)?.key, offset));
    if (key) return { path: key, at: 'key', span: source.find?.(key)?.key ?? [offset, offset] };
    const next = inner.find((one) => covers(source.find?.(one)?.value, offset));
    if (!next) return undefined;
    path = next;
  }
}

const stepsOf = (value: object): (string | number)[] =>
  Array.isArray(value) ? [...value.keys()] : Object.keys(value);

const covers = (span: Range | undefined, offset: number) =>
  span !== undefined && span[0] <= offset && offset <= span[1];

function scalarAt(source: Source, path: Path): PathAt | undefined {
  const span = source.find?.(path)?.value;
  if (!span) return undefined;
  const end = span[0] + (source.text ?? '').slice(...span).trimEnd().length;
  return { path, at: 'value', span: [span[0], end] };
}
