import type { Wording } from '../../diagnostics/wording.ts';
import { printable, unprintable } from '../../reporters/printable.ts';

/** A file's name, or another word of the user's, for a message. */
export const quoteName = (name: string): string => `“${printable(name)}”`;

/** Reports that a file was written; `-` is standard output. */
export const wrote = (name: string): Wording =>
  name === '-'
    ? { vi: 'Đã ghi đầu ra chuẩn', en: 'Wrote standard output' }
    : { vi: `Đã ghi ${quoteName(name)}`, en: `Wrote ${quoteName(name)}` };

/** A file's name in a command that people copy: in double quotes, which every shell knows, where it has spaces or the like. */
export function shellWord(name: string): string {
  const word = printable(name);
  return /^[\p{L}\p{N}\p{M}._/\\:-]+$/u.test(word) ? word : `"${word.replace(/["$`]/g, '\\$&')}"`;
}

/** Text for a terminal, on which nothing of a form may act: lines and tabs stay, a byte order mark goes. */
export const terminalText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(unprintable, (found) => (/[\t\r\n]/.test(found) ? found : printable(found)));
