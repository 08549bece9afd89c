import { foldHeading } from '../../vietnamese/fold-text.ts';
import { type Block, paragraphsOf, type Row, type Table, textOf } from '../document/document.ts';
import { type Hints, isHinted } from './hints.ts';
import { isDotted, isOpen, type Line, linesOf, notesHeading } from './lines.ts';
import type { Places } from './places.ts';

interface SignatoryNode {
  title?: string;
  name?: string;
}

/** The plain value of the signatures while a form is read; what YAML gives for the same. */
export interface SignaturesNode {
  preparedBy?: SignatoryNode;
  approvedBy?: SignatoryNode;
  place?: string;
  date?: string;
}

/** Lines of one side of the signatures; between both is a third signer, a line on its own may be on either side. */
export interface SignatureColumn {
  readonly side: 'left' | 'right' | 'between' | undefined;
  readonly lines: readonly Line[];
}

// One comma is printed between the place and the date; others are the place's own.
const dateLine =
  /^(.*?)\s*,?\s*\bngày\s*(.*?)\s*(?:tháng\s*(.*?)\s*năm|[/.-]\s*(\d\d?)\s*[/.-])\s*(.*?)[.\s]*$/iu;
/** Without one of these no line is a hint to sign, “Người lập” or a date; most tables of a document have none. */
const signLetters = /[([]|l[aâậ]|ng[aà]/iu;
const hint = /^[([]\s*(?:ký|ghi\s+rõ|đã\s+ký|chữ\s+ký|họ)/iu;

// Most lines have not even its ASCII letters, which are looked for faster.
export const isDateLine = (text: string): boolean =>
  /ng.y/i.test(text) &&
  /(?:^|[\s.,…])ngày\s*(?:\S*\s*tháng.*năm|\d\d?\s*[/.-]\s*\d\d?\s*[/.-]\s*\d{4}[.\s]*$)/iu.test(text);
const isHint = (text: string) => hint.test(text.normalize('NFC'));

/** The date may be broken into two lines, or be below its place. */
function withWholeDate(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const text = line.text.normalize('NFC');
    const before = whole.at(-1)?.text.normalize('NFC') ?? '';
    const joined = `${before} ${text}`;
    const isBroken = isDateLine(text) ? before.endsWith(',') : /ngày[^,]*$/iu.test(before);
    if (isBroken && !isDateLine(before) && isDateLine(joined)) whole.splice(-1, 1, { ...line, text: joined });
    else whole.push(line);
  }
  return whole;
}

/** The sides of a table that holds signatures; undefined for any other table. */
export function signatureColumns(table: Table): SignatureColumn[] | undefined {
  const maySign = table.rows.some(({ cells }) =>
    cells.some(({ blocks }) => paragraphsOf(blocks).some(({ text }) => signLetters.test(text))),
  );
  if (!maySign) return undefined;
  const columns: SignatureColumn[] = [];
  for (const { number, cells } of table.rows) {
    const filled = cells.filter(({ blocks }) => blocks.length > 0);
    const sides = filled.length > 1 ? filled : cells;
    for (const cell of filled) {
      const isLeft = cell === sides[0];
      const isRight = cell === sides.at(-1);
      const isBetween = filled.length > 2 && !isLeft && !isRight;
      const side = isBetween ? 'between' : isLeft === isRight ? undefined : isLeft ? 'left' : 'right';
      columns.push({
        side,
        lines: withWholeDate(linesOf(cell.blocks, { kind: 'table', table: table.number, row: number })),
      });
    }
  }
  const isNarrow = table.rows.every(({ cells }) => cells.length <= 3);
  const isSigned = columns.some(
    ({ lines: [first, second, ...rest] }) =>
      (isNarrow && second && isDateLine(first?.text.normalize('NFC') ?? '')) ||
      [first, second, ...rest].some(
        (line) => line && (isHint(line.text) || /^nguoi lap\b/.test(foldHeading(line.text))),
      ),
  );
  return isSigned ? columns : undefined;
}

/** Signatures and notes in the last rows of a table are read as if they came below it: LibreOffice keeps pages better so. */
export function liftSignatures(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? lifted(block) : [block]));
}

function lifted(table: Table): Block[] {
  // No row of the form comes after them.
  const last = table.rows.findLastIndex(({ cells }) => cells.length > 3);
  let start = table.rows.findIndex((row, index) => index > last && (isOfNotes(row) || isSigned(table, row)));
  while (start - 1 > last && isDated(table.rows[start - 1])) start -= 1;
  if (start < 0 || (start === 0 && !table.rows.some(isOfNotes))) return [table];
  const below: Block[] = [];
  let signatures: Row[] | undefined;
  for (const row of table.rows.slice(start)) {
    if (row.cells.length > 1 && !holdsSignatures(row)) {
      if (!signatures) {
        signatures = [];
        below.push({ ...table, rows: signatures });
      }
      signatures.push(row);
    } else {
      const place = { kind: 'table', table: table.number, row: row.number } as const;
      const blocks = row.cells.flatMap((cell) => cell.blocks);
      below.push(...blocks.map((block) => (block.kind === 'paragraph' ? { ...block, row: place } : block)));
      signatures = undefined;
    }
  }
  return [...(start > 0 ? [{ ...table, rows: table.rows.slice(0, start) }] : []), ...below];
}

/** Whether a row of one cell begins the notes. */
const isOfNotes = ({ cells: [only, second] }: Row) =>
  only !== undefined && !second && notesHeading.test(textOf(only).normalize('NFC'));

/** Whether a row has only the date. */
const isDated = (row: Row | undefined) =>
  row?.cells.every((cell) => cell.blocks.length === 0 || isDateLine(textOf(cell).normalize('NFC')));

/** Whether a row holds a table of signatures, and nothing in the cells of columns that were added. */
function holdsSignatures({ cells }: Row): boolean {
  const [only, second] = cells.filter(({ blocks }) => blocks.length > 0);
  if (!only || second) return false;
  return only.blocks.some((block) => block.kind === 'table' && signatureColumns(block) !== undefined);
}

/** Whether a row holds a table of signatures, or is itself one of such a table. */
const isSigned = (table: Table, row: Row): boolean =>
  row.cells.length <= 3 &&
  (holdsSignatures(row) || signatureColumns({ ...table, rows: [row] }) !== undefined);

/** Reads who signs, where and when. Anything else is kept. */
export function readSignatures(
  columns: readonly SignatureColumn[],
  places: Places,
  hints: Hints,
): SignaturesNode | undefined {
  const signatures: SignaturesNode = {};
  const sides: Record<'left' | 'right', Line[]> = { left: [], right: [] };
  for (const [index, { side, lines }] of columns.entries()) {
    const isOfOthers = side === 'between' || /^noi nhan\b/.test(foldHeading(lines[0]?.text ?? ''));
    const next = columns[index + 1]?.lines[0]?.text;
    for (const line of lines) {
      if (isDateLine(line.text.normalize('NFC'))) readDate(line, signatures, places, hints);
      else if (isOfOthers) places.keep(line.place, line.text);
      else sides[side ?? sideOf(line.text, next, sides)].push(line);
    }
  }
  for (const [side, key] of [
    ['left', 'preparedBy'],
    ['right', 'approvedBy'],
  ] as const) {
    const signatory = readSignatory(sides[side], ['signatures', key], places);
    if (signatory) signatures[key] = signatory;
  }
  return Object.keys(signatures).length > 0 ? signatures : undefined;
}

/**
 * A line on its own belongs to who prepared the form if it says so, or is the hint to sign or the name below it; else
 * to the side begun last. A line with such a hint below it is a title.
 */
function sideOf(
  text: string,
  next: string | undefined,
  { left, right }: Record<'left' | 'right', Line[]>,
): 'left' | 'right' {
  if (/^nguoi lap\b/.test(foldHeading(text))) return 'left';
  const last = right.length === 0 ? left.at(-1) : undefined;
  const isName = last !== undefined && isHint(last.text) && !isHint(next ?? '');
  return isName || (last !== undefined && isHint(text)) ? 'left' : 'right';
}

function readDate({ text, place }: Line, signatures: SignaturesNode, places: Places, hints: Hints): void {
  const [, where = '', day = '', named, short, year = ''] = dateLine.exec(text.normalize('NFC')) ?? [];
  const month = named ?? short ?? '';
  const isWritten = [day, month, year].every((part) => /^\d+$/.test(part));
  const isLeftOpen = [day, month, year.replace(/^20\d?(?!\d)/, '')].every(isDotted);
  const isWhole = isHinted(hints, 'place', where);
  if ((isWhole || !isOpen(where)) && signatures.place === undefined) {
    signatures.place = isWhole ? where : where.replace(/^[.…]{2,}\s*/, '').trim();
    places.set(['signatures', 'place'], place);
  }
  if (isWritten && signatures.date === undefined) {
    signatures.date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    places.set(['signatures', 'date'], place);
  } else if (!isLeftOpen) places.keep(place, text);
}

/** The title is above the hint to sign, the name below it, with lines of the same cell only. */
function readSignatory(
  lines: readonly Line[],
  path: readonly string[],
  places: Places,
): SignatoryNode | undefined {
  const filled = lines.filter(({ text }) => !isOpen(text) || isHint(text));
  const hintAt = filled.findIndex(({ text }) => isHint(text));
  const [title, name] =
    hintAt >= 0
      ? [filled.slice(0, hintAt), filled.slice(hintAt).filter(({ text }) => !isHint(text))]
      : [filled.slice(0, Math.max(1, filled.length - 1)), filled.slice(1).slice(-1)];
  const signatory: SignatoryNode = {};
  for (const [key, part, between] of [
    ['title', title, '\n'],
    ['name', name.filter(({ place }) => place === name[0]?.place), ' '],
  ] as const) {
    const [first] = part;
    if (!first) continue;
    signatory[key] = part.map(({ text }) => text).join(between);
    places.set([...path, key], first.place);
  }
  for (const { place, text } of name) if (place !== name[0]?.place) places.keep(place, text);
  return Object.keys(signatory).length > 0 ? signatory : undefined;
}
