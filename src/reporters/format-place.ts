import type { DocumentPlace, Place, TablePlace, TextPlace } from '../diagnostics/finding.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { printable } from './printable.ts';

/** A place in words: “41:13” in a text, “bảng 1, dòng 43 (II, 2.18), cột 6” in a Word document. Not yet printable. */
export function formatPlace(place: Place, language: Language = 'vi'): string {
  if (place.kind === 'text') return `${place.start.line}:${place.start.column}`;
  return (place.kind === 'table' ? inTable(place) : inDocument(place))[language];
}

/** File and place, printable: “a.yaml:41:13”, which terminals and editors can open, or “a.docx: bảng 1, dòng 43”. */
export function formatLocation(file: string, place: Place, language: Language): string {
  return printable(`${file}${place.kind === 'text' ? ':' : ': '}${formatPlace(place, language)}`);
}

/** First and last line of a place, 1-based and inclusive: a place that ends with a line feed ends on that line. */
export function annotationLines({ start, end }: TextPlace): { first: number; last: number } {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return { first: start.line, last };
}

function inTable({ table, row, column, label }: TablePlace): Wording {
  const called = label === undefined ? '' : ` (${label})`;
  return {
    vi: `bảng ${table}, dòng ${row}${called}${column === undefined ? '' : `, cột ${column}`}`,
    en: `table ${table}, row ${row}${called}${column === undefined ? '' : `, column ${column}`}`,
  };
}

const inDocument = ({ paragraph }: DocumentPlace): Wording =>
  paragraph === undefined
    ? { vi: 'cả tệp', en: 'whole file' }
    : { vi: `đoạn ${paragraph} ngoài bảng`, en: `paragraph ${paragraph} outside tables` };
