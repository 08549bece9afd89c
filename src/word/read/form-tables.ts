import { type Columns, edgesOf, type Range, rangeOf } from './columns.ts';
import type { Block, Table } from '../document/document.ts';
import { type FormHeader, formHeader } from './form-header.ts';
import { readMark } from './marks.ts';
import { rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/** A table that belongs to the form. */
export interface FormTable {
  readonly table: Table;
  /** Its own, or that of the table it goes on from (`isBorrowed`). */
  readonly header: FormHeader;
  readonly isBorrowed: boolean;
}

/** Fewer columns than this no part of the form's table has. */
const fewestColumns = 6;

/**
 * Finds the form's table by its header, and the tables that go on from it without one, as where a table was
 * cut by a section break. Where no table has a header, one whose rows can only be a form's is taken.
 */
export function formTables(blocks: readonly Block[]): FormTable[] {
  const tables = tablesIn(blocks);
  const found: FormTable[] = [];
  for (const table of tables) {
    const header = formHeader(table);
    if (header) {
      found.push({ table, header, isBorrowed: false });
      continue;
    }
    const last = found.at(-1);
    const borrowed = last && stretched(last, table);
    if (borrowed && looksLikeForm(table, borrowed)) {
      found.push({ table, header: borrowed, isBorrowed: true });
    }
  }
  if (found.length > 0) return found;
  for (const table of tables) {
    const header = guessedHeader(table);
    if (header && looksLikeForm(table, header)) return [{ table, header, isBorrowed: false }];
  }
  return [];
}

/** Every table, those within cells included, in the order in which they begin. */
function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : [block, ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesIn(cell.blocks)))],
  );
}

/** The header of a table, laid over another one of any width. */
function stretched({ header }: FormTable, table: Table): FormHeader | undefined {
  const edges = edgesOf(table);
  if (edges.length - 1 < fewestColumns) return undefined;
  const factor = (edges.at(-1) ?? 0) / (header.edges.at(-1) ?? 1);
  const stretch = ({ from, to }: Range): Range => ({ from: from * factor, to: to * factor });
  const { number, group, task, levels } = header.columns;
  return {
    edges,
    leaves: header.leaves.map((leaf) => leaf * factor),
    start: 0,
    end: 0,
    missing: [],
    columns: {
      number: number && stretch(number),
      group: stretch(group),
      task: stretch(task),
      levels: levels.map((level) => level && stretch(level)),
    },
  };
}

/** The columns of a table without a header, from a row that has a cell for each. */
function guessedHeader(table: Table): FormHeader | undefined {
  const edges = edgesOf(table);
  const row =
    table.rows.find(({ cells }) => cells.length === 8) ?? table.rows.find(({ cells }) => cells.length === 7);
  const ranges = row?.cells.map((cell) => rangeOf(cell, edges)) ?? [];
  const [group, task, ...levels] = ranges.slice(-7);
  if (!group || !task) return undefined;
  const columns: Columns = { number: ranges.length === 8 ? ranges[0] : undefined, group, task, levels };
  return { edges, leaves: ranges.map(({ from }) => from), start: 0, end: 0, missing: ['*'], columns };
}

/** Whether most rows are such as only the form has: groups, numbered tasks, marks. */
function looksLikeForm(table: Table, header: FormHeader): boolean {
  let like = 0;
  let others = 0;
  for (const row of table.rows) {
    const view = viewRow(row, header);
    const kind = rowKind(view);
    if (kind.kind === 'blank' || kind.kind === 'header' || view.groupContinues) continue;
    const isLike =
      (kind.kind === 'group' && kind.numeral !== undefined) ||
      (kind.kind === 'task' &&
        (kind.number.includes('.') || view.levels.some(({ text }) => readMark(text).kind === 'mark')));
    if (isLike) like += 1;
    else others += 1;
  }
  return like > others;
}
