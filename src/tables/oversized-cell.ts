/** A text that is longer than a cell of a spreadsheet may hold. */
export class OversizedCell extends Error {
  /** Of the table. */
  readonly table: string;
  /** Of the column. */
  readonly title: string;
  /** Within the table, from 1, titles aside. */
  readonly row: number;
  /** In UTF-16 units, as spreadsheets count. */
  readonly length: number;

  constructor(cell: { table: string; title: string; row: number; length: number }) {
    super(`${cell.length} characters in row ${cell.row}, column ${cell.title} of ${cell.table}`);
    this.table = cell.table;
    this.title = cell.title;
    this.row = cell.row;
    this.length = cell.length;
  }
}
