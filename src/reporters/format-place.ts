import type { DocumentPlace, Place, TablePlace } from '../diagnostics/place.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';

/** A place in words: “41:13” in a text, “bảng 1, dòng 43 (II, 2.18), cột 6” in a Word document. Not yet printable. */
export function formatPlace(place: Place, language: Language = 'vi'): string {
  if (place.kind === 'text') return `${place.start.line}:${place.start.column}`;
  return (place.kind === 'table' ? inTable(place) : inDocument(place))[language];
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
