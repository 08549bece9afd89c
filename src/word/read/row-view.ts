import type { TablePlace } from '../../diagnostics/finding.ts';
import { type Cell, type Row, textOf } from '../document/document.ts';
import { type Columns, cellUnder, type GridRange, rangeOf, straightened, unnested } from './columns.ts';
import type { FormHeader } from './form-header.ts';
import { readMark } from './marks.ts';

/** A cell that holds something. */
export interface ViewedCell {
  readonly text: string;
  /** Counts the columns of the header, from 1. */
  readonly column: number;
}

/** A level cell, and the levels that it is under: one, several where cells are merged, none where it names its own. */
export interface LevelCell extends ViewedCell {
  readonly levels: readonly number[];
  /** It continues from the row above. */
  readonly continues: boolean;
  /** It shows something, but no text. */
  readonly isDrawn: boolean;
  readonly fill?: string | undefined;
  /** It is under a good part of another column, too, or its row lacks a cell, so that it may have moved. */
  readonly isAskew?: boolean;
}

/** A row of the form's table, seen through the columns of its header. */
export interface RowView {
  readonly place: TablePlace;
  readonly number: string;
  /** The text under “Nhóm công việc”; if the cell also spans the texts, all of its text. */
  readonly group: string;
  /** Empty where the cell is merged with the one before it. */
  readonly task: string;
  /** Whether one cell is under both. */
  readonly isHeading: boolean;
  /** Whether the cell under “Nhóm công việc” continues from the row above. */
  readonly groupContinues: boolean;
  /** Whether there is one cell for all levels, or none, or that of the text. */
  readonly isMerged: boolean;
  readonly levels: readonly LevelCell[];
  readonly others: readonly ViewedCell[];
  /** Texts in cells that go on from above, which Word does not show. */
  readonly covered: readonly ViewedCell[];
  readonly columns: { readonly number: number; readonly group: number; readonly task: number };
}

/** @param table its number */
export function viewRow(
  given: Row,
  table: number,
  { columns, edges, shown, leaves }: Pick<FormHeader, 'columns' | 'edges' | 'shown' | 'leaves'>,
): RowView {
  const row = unnested(straightened(given, { edges, leaves }), columns, edges);
  const columnOf = (cell: Cell | undefined) => (cell && (shown[cell.column] ?? shown.at(-1))) ?? 1;
  const number = cellUnder(columns.number, row, edges);
  const group = cellUnder(columns.group, row, edges);
  const task = cellUnder(columns.task, row, edges);
  const ownGroup = group === number ? undefined : group;
  const levels = levelCells(row, columns, edges);
  const ofLevels = [...levels.keys()].filter((cell) => cell !== task && cell !== group);
  const taken = new Set([number, group, task, ...levels.keys()]);
  const [level] = columns.levels;
  const from = leaves.at(-1) ?? 0;
  const lacksCell = level && !cellUnder({ from, to: from + level.to - level.from }, row, edges);
  const isMerged = columns.rated
    ? ofLevels.length === 0
    : ofLevels.length <= 1 && columns.levels.some((level) => level);
  const others = row.cells
    .filter((cell) => !taken.has(cell) && cell.blocks.length > 0)
    .map((cell) => ({ text: ownText(cell), column: columnOf(cell) }));
  // A mark that slipped into the column of the numbers is not a title.
  const slipped = ownText(number) === '' && ownGroup !== task && isMark(ownGroup);
  if (slipped) others.push({ text: ownText(ownGroup), column: columnOf(ownGroup) });
  // Nor is one before the number of a task a number; before a title an X is a group's.
  const isBeside = isMark(number) && ownText(task) !== '' && !/\p{L}/u.test(ownText(ownGroup));
  if (isBeside) others.push({ text: ownText(number), column: columnOf(number) });
  return {
    place: { kind: 'table', table, row: row.number },
    number: isBeside ? '' : ownText(number),
    group: slipped ? '' : ownText(ownGroup),
    task: task === group || task === number ? '' : ownText(task),
    isHeading: group !== undefined && group === task,
    groupContinues: group?.merge === 'continue',
    isMerged,
    levels: ofLevels.map((cell) => ({
      text: textOf(cell),
      column: columnOf(cell),
      levels: levels.get(cell) ?? [],
      continues: cell.merge === 'continue',
      isDrawn: cell.isDrawn === true && textOf(cell) === '',
      fill: cell.fill,
      isAskew:
        cell.blocks.length > 0 &&
        levels.get(cell)?.length === 1 &&
        (lacksCell === true || isAskew(cell, columns, edges)),
    })),
    others,
    covered: row.cells.flatMap((cell) => {
      const text = cell.merge === 'continue' ? textOf(cell) : '';
      return text === '' ? [] : [{ text, column: columnOf(cell) }];
    }),
    columns: { number: columnOf(number), group: columnOf(group), task: columnOf(task) },
  };
}

/** All texts of a row, each in one line. */
export function textsInRow({ number, group, task, levels, others }: RowView): string[] {
  const texts = [number, group, task, ...levels.map(({ text }) => text), ...others.map(({ text }) => text)];
  return texts.filter((text) => text !== '').map(oneLine);
}

export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Number and levels are merged down from the row above: the text is the next paragraph of its task. */
export const isOfRowAbove = ({ groupContinues, levels }: RowView): boolean =>
  groupContinues && levels.length > 0 && levels.every(({ continues }) => continues);

function isAskew(cell: Cell, { task, levels }: Columns, edges: readonly number[]): boolean {
  const own = rangeOf(cell, edges);
  const others = [task, ...levels].filter((column): column is GridRange => {
    const middle = column ? (column.from + column.to) / 2 : own.from;
    return middle < own.from || middle >= own.to;
  });
  return others.some(({ from, to }) => {
    const shared = Math.min(to, own.to) - Math.max(from, own.from);
    return shared > 0.4 * Math.min(to - from, own.to - own.from);
  });
}

const isMark = (cell: Cell | undefined) => readMark(ownText(cell)).kind === 'mark';

/** The text of a cell continued from above is invisible in the document. */
const ownText = (cell: Cell | undefined) => (cell?.merge === 'continue' ? '' : textOf(cell));

function levelCells(row: Row, { levels, rated }: Columns, edges: readonly number[]): Map<Cell, number[]> {
  const found = new Map<Cell, number[]>();
  const one = cellUnder(rated, row, edges);
  if (one) found.set(one, []);
  for (const [index, column] of levels.entries()) {
    const cell = cellUnder(column, row, edges);
    if (!cell) continue;
    const before = found.get(cell);
    if (before) before.push(index + 1);
    else found.set(cell, [index + 1]);
  }
  return found;
}
