import type { Finding, Path } from '../diagnostics/finding.ts';
import type { Place } from '../diagnostics/place.ts';
import type { SourceNode } from './source-tree.ts';
import type { ScalarOffsets } from './yaml/scalar-offsets.ts';

/** A form as submitted, in any format: the input of all later stages. */
export interface Source {
  readonly file: string;
  /** The decoded text, for code frames; absent where the source is not text. */
  readonly text?: string;
  /** Plain JavaScript values; `undefined` when the source could not be parsed. */
  readonly value: unknown;
  /** Findings of reading. When `value` is undefined there is at least one. */
  readonly problems: readonly Finding[];
  /** The place of a finding. For a missing value (a missing key) it is that of the nearest parent. */
  locate(finding: Pick<Finding, 'path' | 'at' | 'range' | 'span'>): Place;
  /**
   * A scalar as the author wrote it: `1.10` stays “1.10” although its value is the number 1.1.
   * Undefined if there is no scalar at `path`.
   */
  scalarText(path: Path): string | undefined;
  /** Whether a number is written everywhere as in JavaScript; absent if unknown. */
  isPlainNumber?(value: number): boolean;
  /** The node at `path` with its spans in `text`; absent if the source is not text. */
  find?(path: Path): SourceNode | undefined;
  /** Maps each unit of a scalar from `find` to `text`; undefined if that cannot be determined. */
  offsetsOf?(node: SourceNode): ScalarOffsets | undefined;
}

/** Whether a file is JSON, by its name; all others are YAML. */
export const isJson = (file: string) => /\.json$/i.test(file);
