import type { Wording } from '../diagnostics/wording.ts';

/**
 * What prevents bieu2 from doing what it was asked, said so that the user can fix it: the place, the reason,
 * the remedy. Neither a finding in a form nor a bug.
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
