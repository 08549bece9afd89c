import type { Finding, Path } from '../diagnostics/finding.ts';
import type { Place } from '../diagnostics/place.ts';
import type { SourceNode } from './source-tree.ts';
import type { ScalarOffsets } from './yaml/scalar-offsets.ts';

/** A form as it was submitted, whatever it was written in: the one shape that the pipeline reads. */
export interface Source {
  readonly file: string;
  /** The decoded text, for code frames; absent where the source is not text. */
  readonly text?: string;
  /** Plain JavaScript values; `undefined` when the source could not be parsed. */
  readonly value: unknown;
  /** What reading alone finds. When `value` is undefined there is at least one. */
  readonly problems: readonly Finding[];
  /** Where a finding is. A place that does not exist (a missing key) is that of its nearest parent. */
  locate(finding: Pick<Finding, 'path' | 'at' | 'range' | 'span'>): Place;
  /**
   * A scalar as the author wrote it: `1.10` stays “1.10” although its value is the number 1.1.
   * Undefined where there is no scalar at `path`.
   */
  scalarText(path: Path): string | undefined;
  /** Whether a number is written as JavaScript writes it everywhere; absent where that is not known. */
  isPlainNumber?(value: number): boolean;
  /** What is at `path` and its spans in `text`; absent where the source is not text. */
  find?(path: Path): SourceNode | undefined;
  /** Where each unit of a text that `find` returned is in `text`; undefined where that cannot be worked out. */
  offsetsOf?(node: SourceNode): ScalarOffsets | undefined;
}

/** Whether a file is read as JSON: by its name; all others are YAML. */
export const isJson = (file: string) => /\.json$/i.test(file);
