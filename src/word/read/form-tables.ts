import { foldHeading } from '../../vietnamese/fold-text.ts';
import { type Block, type Cell, type Row, type Table, textOf } from '../document/document.ts';
import { type Columns, edgesOf, type GridRange, rangeOf, shownColumns } from './columns.ts';
import { type FormHeader, formHeader } from './form-header.ts';
import { readMark } from './marks.ts';
import { rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/** A table that belongs to the form. */
export interface FormTable {
  readonly table: Table;
  /** Its own, or that of the table it continues. */
  readonly header: FormHeader;
  /** Headings above the table. */
  readonly headings?: readonly Row[];
}

/** Fewer columns than this a part of the form's table has only where all of its tasks are without a level. */
const fewestColumns = 6;

/**
 * Finds the form's table by its header, and the tables that go on from it without one, as where a table was
 * cut by a section break. A table without anything about levels counts only where no other one has it; where no
 * table has a header, one whose rows can only be a form's does.
 */
export function formTables(blocks: readonly Block[]): FormTable[] {
  const candidates = candidatesIn(blocks);
  const headed = candidates.map((candidate) => ({ ...candidate, header: headerOf(candidate.table) }));
  // A form may be given another number, but not where the form of this one is in the same file.
  const isNamed = headed.some(({ header, isOfOtherForm }) => header?.hasLevels && !isOfOtherForm);
  const hasLevels = headed.some(({ header }) => header?.hasLevels);
  const found: FormTable[] = [];
  for (const { table, header, isOfOtherForm } of headed) {
    if (header && header.hasLevels === hasLevels && !(isNamed && isOfOtherForm)) {
      found.push({ table, header });
      continue;
    }
    const last = found.at(-1);
    const borrowed = last && !header && !isOfOtherForm && stretched(last, table);
    if (!borrowed) continue;
    const { isForm, others } = looksLikeForm(table, borrowed);
    const isNarrow = !borrowed.columns.rated && borrowed.edges.length - 1 < fewestColumns;
    if (isForm && !(isNarrow && others > 0)) found.push({ table, header: borrowed });
  }
  if (found.length > 0) return found;
  for (const { table } of candidates) {
    const header = guessedHeader(table);
    const look = header && looksLikeForm(table, header);
    // Statistics have numbers such as 1.5 in their rows, too.
    if (header && look?.isForm && (look.marks > 0 || look.groups > 0)) return [{ table, header }];
  }
  return [];
}

/** The header of a table; one without anything about levels only where the rows are a form's. */
function headerOf(table: Table): FormHeader | undefined {
  const header = formHeader(table);
  if (!header || header.hasLevels) return header;
  const rows = { ...table, rows: table.rows.slice(header.end) };
  return looksLikeForm(rows, header).groups > 0 ? header : undefined;
}

interface Candidate {
  readonly table: Table;
  /** It is below the name of another form, such as “Biểu số 3”. */
  readonly isOfOtherForm: boolean;
}

/** Whether a line is the name of a form that is not this one. */
export function namesOtherForm(line: string): boolean {
  // Without what a bullet or a quotation mark makes of it.
  const [, number] = (/^\s*bi/i.test(line) && /^bieu (?:mau )?so (\d+)\b/.exec(foldHeading(line))) || [];
  return number !== undefined && number !== '2';
}

/** Every table, those within cells included, in the order in which they begin. */
function candidatesIn(blocks: readonly Block[]): Candidate[] {
  const candidates: Candidate[] = [];
  let isOfOtherForm = false;
  const visit = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'table') {
        candidates.push({ table: block, isOfOtherForm });
        for (const { cells } of block.rows) for (const cell of cells) visit(cell.blocks);
      } else if (block.text.length < 60 && /^\s*bi[eê]/iu.test(block.text.normalize('NFD'))) {
        isOfOtherForm = namesOtherForm(block.text) || (isOfOtherForm && !/2\s*$/.test(block.text));
      }
    }
  };
  visit(blocks);
  return candidates;
}

/** The header of a table, laid over another one of any width. */
function stretched({ header }: FormTable, table: Table): FormHeader | undefined {
  const edges = edgesOf(table);
  if (edges.length - 1 < 3) return undefined;
  const { number, group, task, levels, rated } = header.columns;
  const factor = (edges.at(-1) ?? 0) / (header.edges.at(-1) ?? 1);
  const counted = countedColumns(header, table, edges);
  const stretch = ({ from, to }: GridRange): GridRange =>
    counted ? (counted.get(from) ?? nowhere) : { from: from * factor, to: to * factor };
  const leaves = counted
    ? [...counted.values()].map(({ from }) => from)
    : header.leaves.map((leaf) => leaf * factor);
  return {
    edges,
    leaves,
    shown: shownColumns(edges, leaves),
    start: 0,
    end: 0,
    missing: [],
    hasLevels: header.hasLevels,
    columns: {
      number: number && stretch(number),
      group: stretch(group),
      task: stretch(task),
      levels: levels.map((level) => level && stretch(level)),
      rated: rated && stretch(rated),
    },
  };
}

const nowhere: GridRange = { from: -1, to: -1 };

/**
 * Where the columns of a header are in a table whose widths are others, by where each begins in the header: its cells are
 * counted, where marks show which ones those of the levels are. A column may have been added, or the first be missing.
 */
function countedColumns(
  { leaves, columns }: FormHeader,
  table: Table,
  edges: readonly number[],
): ReadonlyMap<number, GridRange> | undefined {
  const isMark = (cell: Cell) => readMark(textOf(cell)).kind === 'mark';
  const marked = table.rows.filter(({ cells }) => cells.some(isMark));
  const example = marked[0] ?? table.rows.find(({ cells }) => cells.length === leaves.length);
  const added = (example?.cells.length ?? 0) - leaves.length;
  const rows = marked.filter(({ cells }) => cells.length === example?.cells.length);
  const isLevel = (leaf: number | undefined) =>
    leaf !== undefined && columns.levels.some((level) => level?.from === leaf);
  const before = [0, added].find((skipped) =>
    rows.every(({ cells }) =>
      cells.every((cell, index) => !isMark(cell) || isLevel(leaves[index - skipped])),
    ),
  );
  if (!example || before === undefined || Math.abs(added) > 1) return undefined;
  return new Map(
    leaves.flatMap((leaf, index): [number, GridRange][] => {
      const cell = example.cells[index + before];
      return cell ? [[leaf, rangeOf(cell, edges)]] : [];
    }),
  );
}

/** The columns of a table without a header, from a row that has a cell for each. */
function guessedHeader(table: Table): FormHeader | undefined {
  const row =
    table.rows.find(({ cells }) => cells.length === 8) ?? table.rows.find(({ cells }) => cells.length === 7);
  if (!row) return undefined;
  const edges = edgesOf(table);
  const ranges = row.cells.map((cell) => rangeOf(cell, edges));
  const [group, task, ...levels] = ranges.slice(-7);
  if (!group || !task) return undefined;
  const columns: Columns = { number: ranges.length === 8 ? ranges[0] : undefined, group, task, levels };
  const leaves = ranges.map(({ from }) => from);
  const shown = shownColumns(edges, leaves);
  return { edges, leaves, shown, start: 0, end: 0, missing: ['*'], hasLevels: false, columns };
}

/** Whether most rows are such as only the form has: groups, numbered tasks, marks; and how many groups and marks. */
function looksLikeForm(table: Table, header: FormHeader) {
  let like = 0;
  let others = 0;
  let groups = 0;
  let marks = 0;
  for (const row of table.rows) {
    const view = viewRow(row, table.number, header);
    const kind = rowKind(view);
    if (kind.kind === 'empty' || kind.kind === 'header' || view.groupContinues) continue;
    const marked = view.levels.map(({ text }) => readMark(text).kind);
    const isMarked = marked.includes('mark');
    // In a row of statistics the level columns are full of numbers.
    const isFull = marked.filter((kind) => kind === 'digit' || kind === 'other').length > 1;
    const isGroup = kind.kind === 'group' && kind.numeral !== undefined && !(kind.hasTask && !isMarked);
    if (isGroup) groups += 1;
    if (isMarked) marks += 1;
    const isTask = kind.kind === 'task' && !isFull && (kind.number.includes('.') || isMarked);
    if (isGroup || isTask) like += 1;
    else others += 1;
  }
  return { isForm: like > others, others, groups, marks };
}
