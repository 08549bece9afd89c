import type { Finding, Path, Range } from '../diagnostics/finding.ts';

/** A value in the text; spans count UTF-16 units of the text. */
export interface SourceNode {
  /** The key that leads to the value; absent for list items and for the whole file. */
  readonly key?: Range;
  readonly value: Range;
  /** The decoded value of a scalar. */
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
