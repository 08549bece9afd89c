import type { Finding, Path, Range } from '../diagnostics/finding.ts';

/** A value as it is in the text; spans count UTF-16 units of the text. */
export interface SourceNode {
  /** The key that leads to the value; absent for list items and for the whole file. */
  readonly key?: Range;
  readonly value: Range;
  /** The decoded value where it is a scalar. */
  readonly scalar?: { readonly value: unknown };
}

/** What a parser of one syntax (YAML, JSON) must answer, so that places need be found only once. */
export interface SourceTree {
  readonly value: unknown;
  /** Where it is known: numbers that somewhere are not written as JavaScript writes them. */
  readonly oddNumbers?: ReadonlySet<number>;
  /** Undefined where there is nothing at `path`. Aliases lead to their anchors. */
  find(path: Path): SourceNode | undefined;
}

/** What a parser gives: a tree, or at least one problem of the rule `syntax` instead of it. */
export interface Parsed {
  readonly tree: SourceTree | undefined;
  readonly problems: readonly Finding[];
}
