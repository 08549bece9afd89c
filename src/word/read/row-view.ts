import { type Columns, cellUnder, rangeOf } from './columns.ts';
import { type Cell, type Row, textOf } from '../document/document.ts';
import type { FormHeader } from './form-header.ts';
import { readMark } from './marks.ts';

/** A cell that holds something and stands under no column of the form, or under several levels. */
export interface ViewedCell {
  readonly text: string;
  /** Counts the columns of the header, from 1. */
  readonly column: number;
}

/** A level cell, and the levels that it stands under: one, or several where cells are merged. */
export interface LevelCell extends ViewedCell {
  readonly levels: readonly number[];
  /** It goes on from the row above. */
  readonly continues: boolean;
}

/** A row of the form's table, seen through the columns of its header. */
export interface RowView {
  readonly row: Row;
  readonly number: string;
  /** What stands under “Nhóm công việc”; of a cell that is merged over the texts, too, all of it. */
  readonly group: string;
  /** Empty where the cell is merged with the one before it. */
  readonly task: string;
  /** Whether one cell stands under both. */
  readonly isHeading: boolean;
  /** Whether the cell under “Nhóm công việc” goes on from the row above. */
  readonly groupContinues: boolean;
  /** separate: a cell for each level; merged: one for all, or none, or that of the text. */
  readonly shape: 'separate' | 'merged' | 'partial';
  readonly levels: readonly LevelCell[];
  readonly others: readonly ViewedCell[];
  readonly columns: { readonly number: number; readonly group: number; readonly task: number };
}

export function viewRow(row: Row, header: Pick<FormHeader, 'columns' | 'edges' | 'leaves'>): RowView {
  const { columns, edges, leaves } = header;
  const columnOf = (cell: Cell | undefined) => {
    if (!cell) return 1;
    const { from } = rangeOf(cell, edges);
    return Math.max(1, leaves.filter((leaf) => leaf <= from).length);
  };
  const number = cellUnder(columns.number, row, edges);
  const group = cellUnder(columns.group, row, edges);
  const task = cellUnder(columns.task, row, edges);
  const ownGroup = group === number ? undefined : group;
  const levels = levelCells(row, columns, edges);
  const ofLevels = [...levels.keys()].filter((cell) => cell !== task && cell !== group);
  const taken = new Set([number, group, task, ...levels.keys()]);
  const others = row.cells
    .filter((cell) => !taken.has(cell) && cell.blocks.length > 0)
    .map((cell) => ({ text: ownText(cell), column: columnOf(cell) }));
  // A mark that slipped into the column of the numbers is no title.
  const slipped = ownGroup !== task && readMark(ownText(ownGroup)).kind === 'mark';
  if (slipped) others.push({ text: ownText(ownGroup), column: columnOf(ownGroup) });
  return {
    row,
    number: ownText(number),
    group: slipped ? '' : ownText(ownGroup),
    task: task === group || task === number ? '' : ownText(task),
    isHeading: group !== undefined && group === task,
    groupContinues: group?.merge === 'continue',
    shape:
      ofLevels.length === columns.levels.length ? 'separate' : ofLevels.length <= 1 ? 'merged' : 'partial',
    levels: ofLevels.map((cell) => ({
      text: textOf(cell),
      column: columnOf(cell),
      levels: levels.get(cell) ?? [],
      continues: cell.merge === 'continue',
    })),
    others,
    columns: { number: columnOf(number), group: columnOf(group), task: columnOf(task) },
  };
}

/** What stands in a cell that goes on from above cannot be seen in the document. */
const ownText = (cell: Cell | undefined) => (cell?.merge === 'continue' ? '' : textOf(cell));

function levelCells(row: Row, { levels }: Columns, edges: readonly number[]): Map<Cell, number[]> {
  const found = new Map<Cell, number[]>();
  for (const [index, column] of levels.entries()) {
    const cell = cellUnder(column, row, edges);
    if (!cell) continue;
    const before = found.get(cell);
    if (before) before.push(index + 1);
    else found.set(cell, [index + 1]);
  }
  return found;
}
