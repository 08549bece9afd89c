import type { Look } from '../generated/look-types.ts';
import type { StyleKey } from '../look/style-names.ts';
import { type Doubt, isDoubtful, type Level, levels, type Paragraphs, type SheetRow } from './sheet.ts';

/** A cell of the printed table. Those that continue from the row above are cells, too. */
export interface PrintedCell {
  readonly style: StyleKey;
  /** Empty where the cell never has a text. */
  readonly text: Paragraphs;
  readonly columns: number;
  /** How many rows a cell of the head takes; default: 1. */
  readonly rows?: number;
  readonly middle?: boolean;
  /** Whether it is the header of its row, or of the rows below it. */
  readonly heads?: 'row' | 'rows';
  /** To be shaded in a draft. */
  readonly isInDoubt: boolean;
}

/** The two rows at the head of the table. */
export function headCells({ wording: { columns } }: Look): PrintedCell[][] {
  const cell = (text: string): PrintedCell => ({
    ...{ style: 'tableHead', text: [text], columns: 1, middle: true, isInDoubt: false },
  });
  const tall = [columns.number, columns.group, columns.task].map((text) => ({ ...cell(text), rows: 2 }));
  return [[...tall, { ...cell(columns.levels), columns: 5 }], levels.map((level) => cell(String(level)))];
}

/** The cells of a row, from left to right: its number, its title or number, and the text and the levels of a task. */
export function rowCells(row: SheetRow, { mark }: Look, draft: boolean): PrintedCell[] {
  const cell = (
    style: StyleKey,
    text: Paragraphs,
    part?: Doubt,
    more?: Partial<PrintedCell>,
  ): PrintedCell => ({
    ...{ style, text, columns: 1, isInDoubt: draft && part !== undefined && isDoubtful(row, part) },
    ...more,
  });
  const noLevels = cell('taskLevel', [], undefined, { columns: 5 });
  const levelCells = (marked: Level | undefined) =>
    levels.map((level) => cell('taskLevel', level === marked ? [mark] : [], 'level', { middle: true }));
  switch (row.kind) {
    case 'group':
    case 'area':
      return [
        cell(`${row.kind}Number`, [row.number], 'number'),
        cell(`${row.kind}Title`, [row.title], 'title', { columns: 2, heads: 'rows' }),
        noLevels,
      ];
    case 'duty':
      return [
        cell('positionNumber', [row.number], 'number'),
        cell('positionTitle', [row.title], 'title', { heads: 'row' }),
        cell('taskText', row.text, 'text'),
        ...(row.level === undefined ? [noLevels] : levelCells(row.level)),
      ];
    case 'task':
    case 'unrated':
      return [
        cell('taskNumber', []),
        row.number === ''
          ? cell('taskNumber', [], 'number', { middle: true })
          : cell('taskNumber', [row.number], 'number', { middle: true, heads: 'row' }),
        cell('taskText', row.text, 'text', { columns: row.kind === 'task' ? 1 : 6 }),
        ...(row.kind === 'task' ? levelCells(row.level) : []),
      ];
  }
}
