import type { Sheet } from '../../src/sheet/sheet.ts';
import type { Printed } from './print.ts';

/** What an official would send back of a printed form that `formOf` made; empty where there is nothing. */
export function faultsOf({ pages }: Pick<Printed, 'pages'>, { rows, notes = [] }: Sheet): string[] {
  const isOn = (page: string, text: string) => page.replace(/\s+/g, ' ').includes(text);
  const pagesWith = (text: string) => pages.flatMap((page, index) => (isOn(page, text) ? [index + 1] : []));
  const words = rows
    .flatMap((row) => ('text' in row ? row.text : []))
    .map((text) => text.split(' ')[0] ?? '');
  const [signed, ...others] = pagesWith('(Ký và ghi rõ họ tên)');
  const faults: string[] = [];
  if (signed === undefined || others.length > 0) faults.push(`signatures on ${others.length + 1} pages`);
  if (!pagesWith(words.at(-1) ?? '').includes(signed ?? 0))
    faults.push('signatures without a row of the table');
  const notesOn = ['Ghi chú:', ...notes].map((text) => pagesWith(text).at(-1));
  if (notesOn.some((page) => page !== signed)) faults.push(`notes on the pages ${notesOn.join(', ')}`);
  const missing = words.filter((word) => pagesWith(word).length !== 1);
  if (missing.length > 0) faults.push(`not on one page: ${missing.join(' ')}`);
  return faults;
}
