import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;
