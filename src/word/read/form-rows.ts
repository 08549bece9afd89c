import type { TablePlace } from '../../diagnostics/finding.ts';
import { Refusal } from '../../zip/refusal.ts';
import { type Block, type Cell, textOf } from '../document/document.ts';
import { readWordDocument } from '../document/read-word-document.ts';
import { cellUnder, straightened } from './columns.ts';
import { formTables } from './form-tables.ts';
import { liftSignatures } from './read-signatures.ts';
import { type RowKind, rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/** A row of the form's tables, below their headers. Cells are counted in their row, from 0; -1 where there is none. */
export interface FormRow {
  readonly place: TablePlace;
  readonly kind: RowKind['kind'];
  readonly numberCell: number;
  readonly groupCell: number;
  readonly taskCell: number;
  /** Under the levels 1 to 5; of a form with one column for the level, the same five times. */
  readonly levelCells: readonly number[];
  /** The texts of its cells. */
  readonly cells: readonly string[];
  /** One cell reaches over the whole table. */
  readonly isWhole: boolean;
}

/**
 * The rows of the form's table and of those that continue it, without rows of signatures. Empty if no table
 * has the heading of the form, or the file cannot be read.
 */
export function formRows(bytes: Uint8Array): FormRow[] {
  try {
    return formTables(liftSignatures(readWordDocument(bytes, undefined).blocks)).flatMap(
      ({ table, header }) => {
        if (header.missing.includes('*')) return [];
        const { columns, edges } = header;
        return table.rows.slice(header.end).map((given): FormRow => {
          const row = straightened(given, header);
          const at = (cell: Cell | undefined) => (cell ? row.cells.indexOf(cell) : -1);
          const under = (column: Parameters<typeof cellUnder>[0]) => at(cellUnder(column, row, edges));
          const [only, second] = row.cells;
          const view = viewRow(row, table.number, header);
          return {
            place: view.place,
            kind: rowKind(view).kind,
            numberCell: under(columns.number),
            groupCell: under(columns.group),
            taskCell: under(columns.task),
            levelCells: columns.levels.map((level) => under(columns.rated ?? level)),
            cells: row.cells.map(textOf),
            isWhole: only !== undefined && !second && only.span >= edges.length - 1,
          };
        });
      },
    );
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Makes a function that finds the cell of a place in a form's table: its column in the table's grid, from 0; else -1. */
export function gridColumns(blocks: readonly Block[]): (place: TablePlace) => number {
  const forms = formTables(liftSignatures(blocks)).map(({ table, header: { shown } }) => {
    const rows = new Map(table.rows.map(({ number, cells }) => [number, cells]));
    return [table.number, { rows, shown }] as const;
  });
  const byTable = new Map(forms);
  return ({ table, row, column }) => {
    const { rows, shown } = byTable.get(table) ?? {};
    const cells = column === undefined ? undefined : rows?.get(row);
    return cells?.find((cell) => shown?.[cell.column] === column)?.column ?? -1;
  };
}
