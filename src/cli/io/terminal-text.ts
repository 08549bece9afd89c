import { printable, unprintable } from '../../reporters/printable.ts';

/** Text for a terminal, on which nothing of a form may act: lines and tabs stay, a byte order mark goes. */
export const terminalText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(unprintable, (found) => (/[\t\r\n]/.test(found) ? found : printable(found)));
