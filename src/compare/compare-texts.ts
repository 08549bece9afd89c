import type { PartChange } from './difference.ts';
import { wordDifference } from './word-difference.ts';

/** The change of a text, word by word; none where it is the same. */
export const compareTexts = (before: string, after: string): PartChange[] =>
  before === after ? [] : [{ kind: 'reworded', words: wordDifference(before, after) }];
