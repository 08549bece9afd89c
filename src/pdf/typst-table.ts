import type { Look, LookStyle } from '../generated/look-types.ts';
import { columnWidthsMm, heightMm, textHeightMm } from '../look/geometry.ts';
import { lettersPerLine } from '../look/long-words.ts';
import { type StyleKey, styleName } from '../look/style-names.ts';
import {
  type Doubt,
  doubtShade,
  isDoubtful,
  type Level,
  levels,
  type Paragraphs,
  type SheetRow,
} from '../sheet/sheet.ts';
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
  yield `table(\n${headOf(look)},\n`;
  const last = foot !== undefined && staysWhole(rows.at(-1), look) ? rows.length - 1 : undefined;
  let hasGroup = table.isBelowGroup;
  let isBelowHead = true;
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'group' || row.kind === 'area') {
      // PDF/UA-1 forbids skipping heading levels; a draft may lack the title of a group.
      const level = row.kind === 'area' && hasGroup ? 3 : 2;
      hasGroup ||= namesGroup(row);
      const cells = headingCells(row, level, look, draft);
      // Typst never separates a header from the row below it. The head of the table is one already.
      yield isBelowHead ? cells : `table.header(level: ${level}, repeat: false, ${cells})`;
    } else {
      isBelowHead = false;
      yield cellsOf(row, index, table, last);
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
  readonly span?: number;
  readonly rows?: number;
  readonly middle?: boolean;
  /** The level of a heading, which becomes a bookmark. */
  readonly heading?: number;
  readonly isInDoubt?: boolean;
  /** As Typst code; default: all sides. */
  readonly stroke?: string;
  /** Whether the cell may continue on the next page, as Typst code. */
  readonly breakable?: string | undefined;
}

/** @param width of the cell, in millimetres */
function cell(key: StyleKey, look: Look, text: Paragraphs, width: number, options: CellOptions = {}): string {
  const {
    span = 1,
    rows = 1,
    middle = false,
    isInDoubt = false,
    heading,
    breakable = 'false',
    stroke,
  } = options;
  const style: LookStyle = look.styles[key];
  const sizePt = style.sizePt ?? look.body.sizePt;
  const roomMm = width - 2 * look.table.cellMarginsMm.side;
  const letters = lettersPerLine(roomMm, sizePt);
  const paragraphs = text.map((one) => {
    const literal = typstText(one, letters);
    // A single text in a cell need not be tagged as a paragraph, which would cost a fifth of time and memory.
    const content = `${styleName(key)}(${text.length > 1 ? `par(${literal})` : literal})`;
    return heading === undefined || one === '' ? content : `heading(level: ${heading}, ${content})`;
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
    stroke !== undefined && `stroke: ${stroke}`,
    isInDoubt && `fill: rgb("#${doubtShade}")`,
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

type HeadingRow = Extract<SheetRow, { kind: 'group' | 'area' }>;

function headingCells(row: HeadingRow, heading: number, look: Look, draft: boolean): string {
  const { kind, number, title } = row;
  const inDoubt = (part: Doubt) => ({ isInDoubt: draft && isDoubtful(row, part) });
  const [numberMm = 0, group = 0, task = 0, level = 0] = columnWidthsMm(look);
  return [
    cell(`${kind}Number`, look, [number], numberMm, inDoubt('number')),
    cell(`${kind}Title`, look, [title], group + task, { span: 2, heading, ...inDoubt('title') }),
    cell('taskLevel', look, [], 5 * level, { span: 5 }),
  ].join(', ');
}

function cellsOf(
  row: Exclude<SheetRow, HeadingRow>,
  index: number,
  { rows, look, draft }: TypstTable,
  last: number | undefined,
): string {
  const inDoubt = (part: Doubt) => ({ isInDoubt: draft && isDoubtful(row, part) });
  const [number = 0, group = 0, task = 0, level = 0] = columnWidthsMm(look);
  const textSpan = row.kind === 'unrated' ? 6 : 1;
  const textWidth = row.kind === 'unrated' ? task + 5 * level : task;
  const breakable = tallness(row.text, textWidth, look);
  const text = cell('taskText', look, row.text, textWidth, {
    span: textSpan,
    breakable,
    ...inDoubt('text'),
  });
  const marks = (marked: Level | undefined) =>
    levels.map((one) =>
      cell('taskLevel', look, one === marked ? [look.mark] : [], level, {
        middle: true,
        breakable,
        ...inDoubt('level'),
      }),
    );
  if (row.kind === 'duty') {
    const span = row.first ? dutiesFrom(rows, index) : 0;
    const isCut = span > 1 && last !== undefined && index + span > last;
    const down = {
      rows: isCut ? span - 1 : span,
      breakable: 'true',
      ...(isCut && { stroke: '(bottom: none)' }),
    };
    const isLast = index === last;
    // The last duty has its own cells, without text if the position began above.
    const besides = row.first ? {} : { stroke: '(top: none)' };
    const [atNumber, atTitle] = isLast ? [reachingDown(look, row.first), besides] : [down, down];
    const shown = (text: string) => (row.first || !isLast ? [text] : []);
    const position = [
      cell('positionNumber', look, shown(row.number), number, { ...atNumber, ...inDoubt('number') }),
      cell('positionTitle', look, shown(row.title), group, { ...atTitle, ...inDoubt('title') }),
    ];
    const noLevels = cell('taskLevel', look, [], 5 * level, { span: 5, breakable });
    return [
      ...(row.first || isLast ? position : []),
      text,
      ...(row.level ? marks(row.level) : [noLevels]),
    ].join(', ');
  }
  return [
    cell('taskNumber', look, [], number, index === last ? reachingDown(look, true) : { breakable }),
    cell('taskNumber', look, row.number === '' ? [] : [row.number], group, {
      middle: true,
      breakable,
      ...inDoubt('number'),
    }),
    text,
    ...(row.kind === 'task' ? marks(row.level) : []),
  ].join(', ');
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
  const roomMm = widthMm - 2 * look.table.cellMarginsMm.side;
  const freeMm = textHeightMm(look) - headRoomMm;
  if (heightMm(paragraphs, roomMm, look.styles.taskText, look) < freeMm * 0.6) return undefined;
  const content = paragraphs.map((one) => `task-text(par(${typstString(one)}))`).join(' + ');
  return `measure(${content}, width: ${roomMm}mm).height > ${freeMm}mm`;
}

/** The maximum height of the table's head on every page. */
const headRoomMm = 30;
