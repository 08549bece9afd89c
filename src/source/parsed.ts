import type { Finding } from '../diagnostics/finding.ts';
import type { SourceTree } from './source-tree.ts';

/** What a parser gives: a tree, or at least one problem of the rule `syntax` instead of it. */
export interface Parsed {
  readonly tree: SourceTree | undefined;
  readonly problems: readonly Finding[];
}
