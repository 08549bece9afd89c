import type { YAMLError } from 'yaml';
import type { Range } from '../../../diagnostics/finding.ts';
import type { SyntaxMessage } from '../../source.ts';

/** The context of an error. */
export interface SlipContext {
  readonly text: string;
  /** Texts and collections that begin with a quote or a bracket, in the order of the text. */
  readonly openers: readonly Range[];
  readonly error: YAMLError;
  /** The line of the error, without its line break, and the offset at which it begins. */
  readonly line: string;
  readonly lineStart: number;
  /** Of the line without white space at its ends. */
  readonly content: Range;
}

/** A typical mistake behind the parser's error. */
export interface Slip {
  readonly message: SyntaxMessage;
  readonly span: Range;
  readonly facts?: Readonly<Record<string, string>>;
  /** Errors before this offset follow from the same slip. */
  readonly until?: number;
}
