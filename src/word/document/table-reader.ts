import { Refusal } from '../../zip/refusal.ts';
import { limits } from '../package/limits.ts';
import { attributeOf, type XmlAttributes } from '../package/read-xml.ts';
import type { Block, Cell, Row, Table } from './document.ts';
import { fillOf } from './styles.ts';

/** The columns with a vertically merged cell, and whether it has a first cell. */
type Merged = Map<number, 'begun' | 'orphan'>;

interface OpenTable extends Table {
  readonly grid: number[];
  readonly rows: Row[];
  row: OpenRow | undefined;
  lastNumber: number;
  /** Its own colour or its style may be behind its cells. */
  isColoured: boolean;
  /** Of the row above. */
  merged: Merged;
}

interface OpenRow {
  readonly number: number;
  readonly merged: Merged;
  readonly cells: Cell[];
  column: number;
  isDeleted: boolean;
  cell: OpenCell | undefined;
}

interface OpenCell {
  readonly blocks: Block[];
  span: number;
  merge: Cell['merge'];
  /** Merged into the cell before it, in the old way. */
  joinsPrevious: boolean;
  isDeleted: boolean;
  isDrawn: boolean;
  fill: string | undefined;
}

/** Word's styles for tables without a colour. */
const plainStyles = /^(?:TableGrid|TableNormal)\w*$/;

const none: readonly Block[] = [];

/** Builds tables while a document is read; tables may be nested in cells. */
export class TableReader {
  readonly #tables: OpenTable[] = [];
  #tableCount = 0;
  #rowCount = 0;
  #cellCount = 0;

  get isWithin(): boolean {
    return this.#tables.length > 0;
  }

  /** The current row; undefined outside tables. */
  get place(): { table: number; row: number } | undefined {
    const table = this.#tables.at(-1);
    return table && { table: table.number, row: table.row?.number ?? Math.max(1, table.lastNumber) };
  }

  /** The column of the grid in which the current cell begins, from 0; -1 outside tables. */
  get column(): number {
    return this.#tables.at(-1)?.row?.column ?? -1;
  }

  /** Whether the current cell may have a colour that is not white. */
  get isOnColour(): boolean {
    return this.#tables.some(({ row, isColoured }) => isColoured || row?.cell?.fill);
  }

  get isInDeletedRow(): boolean {
    return this.#tables.some(({ row }) => row?.isDeleted);
  }

  open(): Table {
    const table: OpenTable = {
      ...{ kind: 'table', number: ++this.#tableCount, grid: [], rows: [] },
      ...{ row: undefined, lastNumber: 0, isColoured: false, merged: new Map() },
    };
    this.#tables.push(table);
    return table;
  }

  close(): void {
    this.#tables.pop();
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#rowCount += 1;
    if (this.#rowCount > limits.rows) throw new Refusal('too-many-rows', { limit: limits.rows });
    table.lastNumber += 1;
    const { lastNumber: number } = table;
    table.row = { number, cells: [], column: 0, isDeleted: false, cell: undefined, merged: new Map() };
  }

  closeRow(): void {
    const table = this.#tables.at(-1);
    if (!table?.row) return;
    const { number, cells, isDeleted } = table.row;
    if (!isDeleted) {
      table.rows.push({ number, cells });
      table.merged = table.row.merged;
    }
    table.row = undefined;
  }

  /** Opens a cell, and returns the list for its content; undefined outside a row. */
  openCell(): Block[] | undefined {
    const row = this.#tables.at(-1)?.row;
    if (!row) return undefined;
    this.#cellCount += 1;
    if (this.#cellCount > limits.cells) throw new Refusal('too-many-cells', { limit: limits.cells });
    row.cell = {
      ...{ blocks: [], span: 1, merge: undefined, joinsPrevious: false },
      ...{ isDeleted: false, isDrawn: false, fill: undefined },
    };
    return row.cell.blocks;
  }

  closeCell(): void {
    const table = this.#tables.at(-1);
    const row = table?.row;
    const cell = row?.cell;
    if (!table || !row || !cell) return;
    row.cell = undefined;
    if (cell.isDeleted) return;
    const { span } = cell;
    const blocks = cell.blocks.length === 0 ? none : cell.blocks;
    const merge = mergeOf(cell, table.merged.get(row.column));
    if (merge === 'restart') row.merged.set(row.column, cell.merge === 'restart' ? 'begun' : 'orphan');
    if (merge === 'continue') row.merged.set(row.column, table.merged.get(row.column) ?? 'orphan');
    const previous = row.cells.at(-1);
    if (cell.joinsPrevious && previous) {
      const joined = { span: previous.span + span, blocks: [...previous.blocks, ...blocks] };
      row.cells[row.cells.length - 1] = { ...previous, ...joined };
    } else {
      const { isDrawn, fill } = cell;
      const plain = { column: row.column, span, merge, blocks };
      row.cells.push(isDrawn || fill ? { ...plain, isDrawn, ...(fill && { fill }) } : plain);
    }
    row.column += span;
    if (row.column > limits.columns) throw tooManyColumns(table.number);
  }

  /** Handles properties of the current table, row or cell. */
  property(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const { row } = table;
    const cell = row?.cell;
    const value = () => attributeOf(attributes, 'val');
    if (name === 'gridCol') {
      table.grid.push(Number(attributeOf(attributes, 'w')) || 0);
      if (table.grid.length > limits.columns) throw tooManyColumns(table.number);
    } else if (parent === 'tblPr') {
      if (name === 'shd' || (name === 'tblStyle' && !plainStyles.test(value() ?? '')))
        table.isColoured = true;
    } else if (name === 'gridBefore' && row) row.column += countOf(value(), table.number);
    else if (name === 'del' && row && parent === 'trPr') row.isDeleted = true;
    else if (!cell) return;
    else if (name === 'gridSpan') cell.span = Math.max(1, countOf(value(), table.number));
    else if (name === 'vMerge') cell.merge = value() === 'restart' ? 'restart' : 'continue';
    else if (name === 'hMerge') cell.joinsPrevious = value() !== 'restart';
    else if (name === 'cellDel') cell.isDeleted = true;
    else if (name === 'shd' && parent === 'tcPr') cell.fill = fillOf(attributes);
    else if (name === 'drawing' || name === 'pict' || name === 'object') cell.isDrawn = true;
  }
}

/**
 * If a table was cut, its first cells may continue cells that do not exist: the first one starts a cell, and
 * so does every one below it with its own text.
 */
function mergeOf({ merge, blocks }: OpenCell, above: 'begun' | 'orphan' | undefined): Cell['merge'] {
  if (merge !== 'continue' || above === 'begun') return merge;
  return above === undefined || blocks.length > 0 ? 'restart' : 'continue';
}

function countOf(value: string | undefined, table: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) return 0;
  if (count > limits.columns) throw tooManyColumns(table);
  return count;
}

const tooManyColumns = (table: number) => new Refusal('too-many-columns', { table, limit: limits.columns });
