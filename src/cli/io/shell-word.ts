import { printable } from '../../reporters/printable.ts';

/** A file's name in a command that people copy: in double quotes, which every shell knows, where it has blanks or the like. */
export function shellWord(name: string): string {
  const word = printable(name);
  return /^[\p{L}\p{N}\p{M}._/\\:-]+$/u.test(word) ? word : `"${word.replace(/["$`]/g, '\\$&')}"`;
}
