import type { Facts, Finding, Path, Place, Range } from '../diagnostics/finding.ts';
import type { MessageIds } from '../generated/message-ids.ts';
import type { ScalarOffsets } from './yaml/scalar-offsets.ts';

/** A value in the text; spans count UTF-16 units of the text. */
export interface SourceNode {
  /** The key that leads to the value; absent for list items and for the whole file. */
  readonly key?: Range;
  readonly value: Range;
  readonly scalar?: { readonly value: unknown };
}

/** The interface of a parsed text (YAML, JSON). */
export interface SourceTree {
  readonly value: unknown;
  /** Numbers that are somewhere not written as in JavaScript; absent if unknown. */
  readonly oddNumbers?: ReadonlySet<number>;
  /** Undefined if there is nothing at `path`. Aliases lead to their anchors. */
  find(path: Path): SourceNode | undefined;
}

/** The result of a parser: a tree, or else at least one problem of the rule `syntax`. */
export interface Parsed {
  readonly tree: SourceTree | undefined;
  readonly problems: readonly Finding[];
}

/** A form as submitted, in any format: the input of all later stages. */
export interface Source {
  readonly file: string;
  /** The decoded text, for code frames; absent where the source is not text. */
  readonly text?: string;
  /** Plain JavaScript values; `undefined` when the source could not be parsed. */
  readonly value: unknown;
  /** Findings of reading. When `value` is undefined there is at least one. */
  readonly problems: readonly Finding[];
  /**
   * Of YAML that could not be parsed, what is left without the values or lines of its syntax errors, with places as in the
   * text; undefined if that cannot be parsed, either. It lacks parts of the form: only single texts of it may be checked.
   */
  rest?(): Source | undefined;
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

export type SyntaxMessage = MessageIds['syntax'];

/** A finding of the rule `syntax` at a span of the text. */
export const syntaxFinding = (message: SyntaxMessage, span: Range, facts: Facts = {}): Finding => ({
  rule: 'syntax',
  message,
  path: [],
  span,
  facts,
});

/** The result of a parser for a text that cannot be read. */
export const unreadable = (...problem: Parameters<typeof syntaxFinding>): Parsed => ({
  tree: undefined,
  problems: [syntaxFinding(...problem)],
});
