import { enNumber, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { printable, replaceUnprintable, shellWord } from '../../reporters/printable.ts';

/** Quotes a file's name, or another word from the user, for a message. */
export const quoteName = (name: string): string => `“${printable(name)}”`;

/** Reports that a file was written; `-` is standard output. */
export const wrote = (name: string): Wording =>
  name === '-'
    ? { vi: 'Đã ghi ra đầu ra chuẩn', en: 'Wrote to standard output' }
    : { vi: `Đã ghi ${quoteName(name)}`, en: `Wrote ${quoteName(name)}` };

/** Where the findings of a file are seen, at the end of a clause: nowhere for a pipe, which cannot be read again. */
export const seeFindings = (name: string): Wording =>
  name === '-'
    ? { vi: '', en: '' }
    : { vi: `; xem: bieu2 validate ${shellWord(name)}`, en: `; see: bieu2 validate ${shellWord(name)}` };

/** A list of file names: the first few, and how many more there are. */
export function nameList(names: readonly string[], limit = 10): Wording {
  const shown = names.slice(0, limit).map(printable).join(', ');
  const rest = andMore(names.length - limit);
  return { vi: shown + rest.vi, en: shown + rest.en };
}

/** The end of a shortened list of files; empty if it is complete. */
export const andMore = (count: number): Wording =>
  count > 0
    ? { vi: `; và ${viNumber(count)} tệp khác`, en: `; and ${enNumber(count)} more` }
    : { vi: '', en: '' };

/** Text that is safe for a terminal: keeps line breaks and tabs, removes a byte order mark. */
export const terminalText = (text: string): string =>
  replaceUnprintable(text.replace(/^\ufeff/, ''), (found) =>
    /[\t\r\n]/.test(found) ? found : printable(found),
  );
