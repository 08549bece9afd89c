import type { Wording } from '../diagnostics/wording.ts';

/**
 * What keeps bieu2 from doing what it was asked, said so that the user can mend it: the place, the reason,
 * the remedy. It is no finding in a form, and no bug.
 */
export class UserError extends Error {
  readonly wording: Wording;
  /** The name of the file that could not be read, where it was one. */
  readonly file: string | undefined;

  constructor(wording: Wording, file?: string) {
    super(wording.en);
    this.file = file;
    this.name = 'UserError';
    this.wording = wording;
  }
}
