import type { Wording } from '../diagnostics/wording.ts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';

/** Extracts the letters that no font has from Typst's errors. */
export function lettersIn(message: string): string[] {
  const found = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
    ([, text = '']) =>
      text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );
  return [...new Set(found)];
}

/** Reports which letter prints as a box, and where it is first. */
export function missingLetter(letter: string, sheet: Sheet): Wording {
  const code = [...letter].map((one) => `U+${hexOf(one)}`).join(' ');
  const { vi, en } = placeOf(letter, sheet);
  return {
    vi: `không có phông chữ nào trên máy có ký tự “${letter}” (${code}) ở ${vi}; trong PDF nó in thành ô vuông`,
    en: `no font on this machine has the character “${letter}” (${code}) in ${en}; it is printed as a box in the PDF`,
  };
}

const hexOf = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

function placeOf(letter: string, { rows, unit = '', parentUnit = '', notes = [], ...sheet }: Sheet): Wording {
  const row = rows.find((one) => textsOf(one).some((text) => text.includes(letter)));
  if (row)
    return { vi: `${rowWords[row.kind].vi} ${row.number}`, en: `${rowWords[row.kind].en} ${row.number}` };
  if ((unit + parentUnit).includes(letter)) return { vi: 'tên đơn vị', en: 'the name of the unit' };
  if (notes.some((note) => note.includes(letter))) return { vi: 'ghi chú', en: 'the notes' };
  const { preparedBy, approvedBy, dateLine } = sheet;
  const signed = [dateLine, preparedBy.title, preparedBy.name, approvedBy.title, approvedBy.name];
  return signed.some((text) => text?.includes(letter))
    ? { vi: 'phần ký', en: 'the signatures' }
    : { vi: 'kiểu trình bày', en: 'the look' };
}

const textsOf = (row: SheetRow) => [
  ...('title' in row ? [row.title] : []),
  ...('text' in row ? row.text : []),
];

const rowWords: Readonly<Record<SheetRow['kind'], Wording>> = {
  group: { vi: 'nhóm', en: 'group' },
  area: { vi: 'mảng công việc', en: 'area' },
  duty: { vi: 'chức vụ', en: 'position' },
  task: { vi: 'công việc', en: 'task' },
  unrated: { vi: 'công việc', en: 'task' },
};
