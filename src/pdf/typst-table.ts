import type { Look, LookStyle } from '../generated/look-types.ts';
import { cellRoomPt, columnWidthsMm, heightMm, textHeightMm, toThousandth } from '../look/geometry.ts';
import { lettersPerLine } from '../look/long-words.ts';
import { styleName } from '../look/style-names.ts';
import { headCells, type PrintedCell, rowCells } from '../sheet/printed-cells.ts';
import { doubtShade, type Paragraphs, type SheetRow } from '../sheet/sheet.ts';
import { dutiesFrom } from '../sheet/split-rows.ts';
import { typstString, typstText } from './typst-string.ts';
import { alignOf } from './typst-styles.ts';

/** The data of one printed table. */
export interface TypstTable {
  readonly rows: readonly SheetRow[];
  readonly look: Look;
  /** Whether to shade cells in doubt. */
  readonly draft: boolean;
  /** Whether an earlier table has the heading of a group. */
  readonly isBelowGroup: boolean;
  /** What is kept on the page of the last row, as Typst code. */
  readonly foot: string | undefined;
}

/** A table of the form as Typst code. */
export function* typstTable(table: TypstTable): Generator<string> {
  const { rows, look, draft, foot } = table;
  const head = headCells(look).flatMap((cells) => codeOf(cells, look, () => ({})));
  yield `table(\ntable.header(${head.join(', ')}),\n`;
  const last = foot !== undefined && staysWhole(rows.at(-1), look) ? rows.length - 1 : undefined;
  let hasGroup = table.isBelowGroup;
  let isBelowHead = true;
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'group' || row.kind === 'area') {
      // PDF/UA-1 forbids skipping heading levels; a draft may lack the title of a group.
      const level = row.kind === 'area' && hasGroup ? 3 : 2;
      hasGroup ||= namesGroup(row);
      const heading = ({ heads }: PrintedCell) => (heads ? { heading: level } : {});
      const cells = codeOf(rowCells(row, look, draft), look, heading).join(', ');
      // Typst never separates a header from the row below it. The head of the table is one already.
      yield isBelowHead ? cells : `table.header(level: ${level}, repeat: false, ${cells})`;
    } else {
      isBelowHead = false;
      yield taskCells(row, index, table, last);
    }
    yield ',\n';
  }
  if (foot !== undefined) yield footOf(foot, look, last);
  yield ')';
}

/** Whether a row is the heading of a group, and has a text. */
export const namesGroup = (row: SheetRow) => row.kind === 'group' && row.title !== '';

/** Whether a row is kept together: a heading is a special row in Typst, and a row that may be taller than a page cannot be kept. */
const staysWhole = (row: SheetRow | undefined, look: Look) =>
  row !== undefined && 'text' in row && tallness(row.text, columnWidthsMm(look)[2] ?? 0, look) === undefined;

/**
 * Rows stay on one page only where an unbreakable cell spans them: the first cell of the last row reaches down beside
 * the foot, which is drawn over it. Its lines are drawn apart.
 */
function footOf(foot: string, look: Look, last: number | undefined): string {
  const stroke = `${look.table.borderPt}pt`;
  const cell = (span: number, content: string) =>
    `table.cell(breakable: false, colspan: ${span}, inset: 0pt, stroke: (top: ${stroke}, rest: none), ${content})`;
  if (last === undefined) return cell(8, foot);
  const width = `${columnWidthsMm(look)[0] ?? 0}mm`;
  const below = `place(top + left, dx: -${width}, line(length: ${width}, stroke: ${stroke}))`;
  const row = last + headRows;
  const left = `table.vline(x: 0, start: ${row}, end: ${row + 1}, stroke: ${stroke})`;
  return `${cell(7, `${below} + pad(left: -${width}, ${foot})`)}, ${left}`;
}

const headRows = 2;

interface CellOptions {
  readonly rows?: number;
  /** The level of a heading, which becomes a bookmark. */
  readonly heading?: number;
  /** As Typst code; default: all sides. */
  readonly stroke?: string;
  /** Whether the cell may continue on the next page, as Typst code. */
  readonly breakable?: string | undefined;
  /** Without its text. */
  readonly isBare?: boolean;
  /** Typst code that is added to the content. */
  readonly more?: string | undefined;
}

/** The cells of a row as Typst code. @param optionsOf undefined for a cell that is not written, since it goes on from above */
function codeOf(
  cells: readonly PrintedCell[],
  look: Look,
  optionsOf: (cell: PrintedCell, index: number) => CellOptions | undefined,
): string[] {
  const widths = columnWidthsMm(look);
  let column = 0;
  return cells.flatMap((cell, index) => {
    const end = column + cell.columns;
    const width = widths.slice(column, end).reduce((sum, one) => sum + one, 0);
    column = end;
    const options = optionsOf(cell, index);
    return options ? [codeOfCell(cell, width, look, options)] : [];
  });
}

/** @param width of the cell, in millimetres */
function codeOfCell(cell: PrintedCell, width: number, look: Look, options: CellOptions): string {
  const { rows = cell.rows ?? 1, heading, breakable = 'false', stroke, isBare, more } = options;
  const style: LookStyle = look.styles[cell.style];
  const text = isBare ? [] : cell.text;
  const letters = lettersPerLine(textWidthOf(width, look), style.sizePt ?? look.body.sizePt);
  const { spaceBeforePt: above = 0, spaceAfterPt: below = 0 } = style;
  const content = text.map((one) => {
    const literal = typstText(one, letters);
    // A single text in a cell need not be tagged as a paragraph, which would cost a fifth of time and memory.
    const styled = `${styleName(cell.style)}(${text.length > 1 ? `par(${literal})` : literal})`;
    const whole = heading === undefined || one === '' ? styled : `heading(level: ${heading}, ${styled})`;
    return above || below ? `pad(top: ${above}pt, bottom: ${below}pt, ${whole})` : whole;
  });
  const settings = [
    `breakable: ${breakable}`,
    `align: ${alignOf(style)} + ${cell.middle ? 'horizon' : 'top'}`,
    cell.columns > 1 && `colspan: ${cell.columns}`,
    rows > 1 && `rowspan: ${rows}`,
    stroke !== undefined && `stroke: ${stroke}`,
    cell.isInDoubt && `fill: rgb("#${doubtShade}")`,
  ].filter(Boolean);
  return `table.cell(${settings.join(', ')}, ${[...content, ...(more === undefined ? [] : [more])].join(' + ') || '[]'})`;
}

const textWidthOf = (widthMm: number, { table }: Look) => widthMm - 2 * table.cellMarginsMm.side;

function taskCells(
  row: Extract<SheetRow, { readonly text: Paragraphs }>,
  index: number,
  { rows, look, draft }: TypstTable,
  last: number | undefined,
): string {
  const cells = rowCells(row, look, draft);
  const [, , task = 0, level = 0] = columnWidthsMm(look);
  const breakable = tallness(row.text, row.kind === 'unrated' ? task + 5 * level : task, look);
  const options = (at: number): CellOptions | undefined => {
    if (row.kind !== 'duty') return at === 0 && index === last ? reachingDown(look, true) : { breakable };
    if (at > 1) return { breakable, more: at === 2 ? closingOf(rows, index, last, look) : undefined };
    // The last duty has its own cells, without text if the position began above.
    if (index === last) {
      const besides = row.first ? {} : { stroke: '(top: none)' };
      return { ...(at === 0 ? reachingDown(look, row.first) : besides), isBare: !row.first };
    }
    if (!row.first) return undefined;
    const span = dutiesFrom(rows, index);
    const isCut = span > 1 && last !== undefined && index + span > last;
    return { rows: isCut ? span - 1 : span, breakable: 'true', ...(isCut && { stroke: '(bottom: none)' }) };
  };
  return codeOf(cells, look, (_, at) => options(at)).join(', ');
}

/**
 * The line below the number and title of a position whose last duty is on the next page: in the row before it, since
 * the last duty has cells of its own, without a line above them.
 */
function closingOf(
  rows: readonly SheetRow[],
  index: number,
  last: number | undefined,
  look: Look,
): string | undefined {
  const end = last === undefined ? undefined : rows[last];
  if (last === undefined || end?.kind !== 'duty' || end.first) return undefined;
  if (index === last) return '[#metadata(none) <last-duty>]';
  if (index !== last - 1) return undefined;
  const { columnsMm, cellMarginsMm, borderPt } = look.table;
  const width = columnsMm.number + columnsMm.group;
  const line = `line(length: ${width}mm, stroke: ${borderPt}pt)`;
  const at = `dx: -${width + cellMarginsMm.side}mm, dy: ${toThousandth(cellRoomPt(look).bottom)}pt`;
  return `context if query(<last-duty>).first().location().page() > here().page() { place(bottom + left, ${at}, ${line}) }`;
}

/** A cell that keeps the foot on its page. */
const reachingDown = ({ table }: Look, hasTop: boolean) => ({
  rows: 2,
  stroke: hasTop ? `(top: ${table.borderPt}pt, rest: none)` : 'none',
});

/**
 * A row stays whole unless it is taller than a page: what Typst has to measure, for texts that could be so tall.
 * Undefined for all others. Typst keeps a row whole if one of its cells is unbreakable.
 */
function tallness(paragraphs: Paragraphs, widthMm: number, look: Look): string | undefined {
  const roomMm = textWidthOf(widthMm, look);
  const freeMm = textHeightMm(look) - headRoomMm;
  if (heightMm(paragraphs, roomMm, look.styles.taskText, look) < freeMm * 0.6) return undefined;
  const content = paragraphs.map((one) => `task-text(par(${typstString(one)}))`).join(' + ');
  return `measure(${content}, width: ${roomMm}mm).height > ${freeMm}mm`;
}

/** The maximum height of the table's head on every page. */
const headRoomMm = 30;
