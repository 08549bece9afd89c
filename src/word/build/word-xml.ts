import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Look } from '../../generated/look-types.ts';

export type WordStyleKey = keyof Look['styles'];

/** The id of a style in the document, such as `TaskText`. */
export const styleId = (key: WordStyleKey) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

export const textXml = (text: string) => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;

/** A text as a run of its own. */
export const run = (text: string, style?: WordStyleKey) =>
  `<w:r>${style ? `<w:rPr><w:rStyle w:val="${styleId(style)}"/></w:rPr>` : ''}${textXml(text)}</w:r>`;

/** A paragraph in one of the look's styles. @param properties further ones, as XML */
export const paragraph = (style: WordStyleKey, runs: string, properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId(style)}"/>${properties}</w:pPr>${runs}</w:p>`;

interface TableParts {
  /** What is between the margins of cells and their borders, in twips. */
  readonly margins: Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;
  /** Of a border: its attributes. */
  readonly border: string;
  /** Further properties, as XML. */
  readonly properties?: string;
  readonly rows: readonly string[];
}

export const noBorder = 'w:val="none" w:color="auto" w:sz="0"';

/** A table of fixed columns, with one kind of border outside and inside. @param widths in twips */
export function tableXml(
  widths: readonly number[],
  { border, margins, properties = '', rows }: TableParts,
): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${sum(widths)}"/>` +
    `<w:tblBorders>${sides.map((side) => `<w:${side} ${border}/>`).join('')}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${marginsXml(margins)}</w:tblCellMar>${properties}</w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

export const marginsXml = (margins: TableParts['margins']) =>
  Object.entries(margins)
    .map(([side, width]) => `<w:${side} w:type="dxa" w:w="${width}"/>`)
    .join('');

/** A row that is not divided between pages. @param properties further ones, as XML */
export const rowXml = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`;

/** @param widths of the columns that the cell takes, in twips @param properties further ones, as XML */
export function cellXml(widths: readonly number[], content: string, properties = ''): string {
  const span = widths.length > 1 ? `<w:gridSpan w:val="${widths.length}"/>` : '';
  const width = `<w:tcW w:type="dxa" w:w="${sum(widths)}"/>`;
  return `<w:tc><w:tcPr>${width}${span}${properties}</w:tcPr>${content}</w:tc>`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Twentieths of a point, Word's own unit of length. */
export const twipsOfMm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export const twipsOfPt = (points: number) => Math.round(points * 20);

/** Widths that add up to what their sum is, whatever each is rounded to. */
export function twipsOfColumns(widthsMm: readonly number[]): number[] {
  let sum = 0;
  return widthsMm.map((width) => {
    const before = twipsOfMm(sum);
    sum += width;
    return twipsOfMm(sum) - before;
  });
}
