import type { Look, LookStyle } from '../generated/look-types.ts';
import { columnWidthsMm } from '../look/column-widths.ts';
import { textHeightMm } from '../look/text-height.ts';
import type { Level, Paragraphs, Row } from '../sheet/sheet.ts';
import { breakWords, lettersPerLine } from './break-words.ts';
import { typstString } from './typst-string.ts';
import { alignOf, functionName, type StyleKey } from './typst-styles.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** The form's table as Typst code. */
export function* typstTable(rows: readonly Row[], look: Look): Generator<string> {
  yield `table(\n${headOf(look)},\n`;
  for (const [index, row] of rows.entries()) yield `${cellsOf(row, rows, index, look)},\n`;
  yield ')';
}

interface CellOptions {
  readonly span?: number;
  readonly rows?: number;
  readonly middle?: boolean;
  /** Whether the cell may go on on the next page, as Typst code. */
  readonly breakable?: string | undefined;
}

/** @param width of the cell, in millimetres */
function cell(key: StyleKey, look: Look, text: Paragraphs, width: number, options: CellOptions = {}): string {
  const { span = 1, rows = 1, middle = false, breakable = 'false' } = options;
  const style: LookStyle = look.styles[key];
  const sizePt = style.sizePt ?? look.body.sizePt;
  const roomMm = width - 2 * look.table.cellMarginsMm.side;
  const paragraphs = text.map((one) => {
    const literal = typstString(breakWords(one, roomMm, sizePt));
    // A text that stands alone need not be called a paragraph, which would cost a fifth of time and memory.
    return `${functionName(key)}(${text.length > 1 ? `par(${literal})` : literal})`;
  });
  const { spaceBeforePt: above = 0, spaceAfterPt: below = 0 } = style;
  const content = paragraphs.map((one) =>
    above || below ? `pad(top: ${above}pt, bottom: ${below}pt, ${one})` : one,
  );
  const settings = [
    `breakable: ${breakable}`,
    `align: ${alignOf(style)} + ${middle ? 'horizon' : 'top'}`,
    span > 1 && `colspan: ${span}`,
    rows > 1 && `rowspan: ${rows}`,
  ].filter(Boolean);
  return `table.cell(${settings.join(', ')}, ${content.join(' + ') || '[]'})`;
}

function headOf(look: Look): string {
  const { columns } = look.wording;
  const [number = 0, group = 0, task = 0, level = 0] = columnWidthsMm(look);
  const head = (text: string, width: number, options: CellOptions = {}) =>
    cell('tableHead', look, [text], width, { ...options, middle: true });
  return `table.header(${[
    head(columns.number, number, { rows: 2 }),
    head(columns.group, group, { rows: 2 }),
    head(columns.task, task, { rows: 2 }),
    head(columns.levels, 5 * level, { span: 5 }),
    ...levels.map((one) => head(String(one), level)),
  ].join(', ')})`;
}

function cellsOf(row: Row, rows: readonly Row[], index: number, look: Look): string {
  const [number = 0, group = 0, task = 0, level = 0] = columnWidthsMm(look);
  if (row.kind === 'group' || row.kind === 'area') {
    const cells = [
      cell(`${row.kind}Number`, look, [row.number], number),
      cell(`${row.kind}Title`, look, [row.title], group + task, { span: 2 }),
      cell('taskLevel', look, [], 5 * level, { span: 5 }),
    ];
    // Typst never parts a header from the row below it.
    return `table.header(level: ${row.kind === 'group' ? 2 : 3}, repeat: false, ${cells.join(', ')})`;
  }
  const textSpan = row.kind === 'unrated' ? 6 : 1;
  const textWidth = row.kind === 'unrated' ? task + 5 * level : task;
  const breakable = tallness(row.text, textWidth, look);
  const text = cell('taskText', look, row.text, textWidth, { span: textSpan, breakable });
  const marks = (marked: Level | undefined) =>
    levels.map((one) =>
      cell('taskLevel', look, one === marked ? [look.mark] : [], level, { middle: true, breakable }),
    );
  if (row.kind === 'duty') {
    const down = { rows: row.first ? dutiesFrom(rows, index) : 0, breakable: 'true' };
    const position = [
      cell('positionNumber', look, [row.number], number, down),
      cell('positionTitle', look, [row.title], group, down),
    ];
    const noLevels = cell('taskLevel', look, [], 5 * level, { span: 5, breakable });
    return [...(row.first ? position : []), text, ...(row.level ? marks(row.level) : [noLevels])].join(', ');
  }
  return [
    cell('taskNumber', look, [], number, { breakable }),
    cell('taskNumber', look, row.number === '' ? [] : [row.number], group, { middle: true, breakable }),
    text,
    ...(row.kind === 'task' ? marks(row.level) : []),
  ].join(', ');
}

/** How many rows the position that begins at `index` takes. */
function dutiesFrom(rows: readonly Row[], index: number): number {
  let end = index + 1;
  for (let row = rows[end]; row?.kind === 'duty' && !row.first; row = rows[end]) end += 1;
  return end - index;
}

/**
 * A row stays whole unless it is taller than a page: what Typst has to measure, for texts that could be so tall.
 * Undefined for all others. Typst keeps a row whole when one of its cells is to be.
 */
function tallness(paragraphs: Paragraphs, widthMm: number, look: Look): string | undefined {
  const { table, styles, body } = look;
  const sizePt = styles.taskText.sizePt ?? body.sizePt;
  const roomMm = widthMm - 2 * table.cellMarginsMm.side;
  const perLine = lettersPerLine(roomMm, sizePt);
  const lines = paragraphs.reduce((sum, one) => sum + Math.ceil(one.length / perLine), 0);
  const freeMm = textHeightMm(look) - headRoomMm;
  if (lines * sizePt * body.lineSpacing < (freeMm / 25.4) * 72 * 0.7) return undefined;
  const content = paragraphs.map((one) => `task-text(par(${typstString(one)}))`).join(' + ');
  return `measure(${content}, width: ${roomMm}mm).height > ${freeMm}mm`;
}

/** What the two rows of the table's head take of every page, at most. */
const headRoomMm = 30;
