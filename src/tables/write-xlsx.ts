import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { deflateStretch, ZipWriter } from '../zip/zip-writer.ts';
import { type DataTable, OversizedCell, type TableCell, type Write } from './table.ts';
import {
  sheetFoot,
  sheetHead,
  sheetName,
  sheetPart,
  workbookParts,
  type XlsxSheet,
  xlsxColumns,
} from './xlsx-parts.ts';
import { cellLimit, type XlsxColumn, xlsxRow } from './xlsx-row.ts';

/** The maximum of rows in an Excel sheet, including titles. */
const rowLimit = 1_048_576;

/** In UTF-16 units: rows are written in pieces of about this size. */
const pieceSize = 256 * 1024;

/** In UTF-16 units, which may be three bytes each: a part of a zip file ends at 4 GiB. */
const sheetSize = 1_400_000_000;

type OpenTable = Omit<DataTable, 'rows'>;

/**
 * A workbook (.xlsx) that is written row by row, without keeping them: a sheet for each table, its titles in a row
 * that stays in view, with filters, ready to be printed. A table that is longer than a sheet continues in another one,
 * “Name (2)”. The same tables give the same bytes.
 */
export class XlsxWriter {
  readonly #file: PackedFile;
  readonly #limits: { readonly rows: number; readonly size: number };
  /** In the order of the workbook. */
  readonly #sheets: XlsxSheet[] = [];
  #current:
    | { readonly table: OpenTable; readonly columns: readonly XlsxColumn[]; sheet: XlsxSheet }
    | undefined;
  #piece = '';
  /** In UTF-16 units: the size of the sheet without the current piece; and the rows of the table. */
  #size = 0;
  #count = 0;

  /** @param limits for tests */
  constructor(write: Write<Uint8Array>, limits = { rows: rowLimit, size: sheetSize }) {
    this.#file = new PackedFile(write);
    this.#limits = limits;
  }

  /** Ends the table before, if any. @param isFirst the sheet comes before all others */
  async open(table: OpenTable, isFirst = false): Promise<void> {
    await this.#closeSheet();
    const columns = xlsxColumns(table.columns);
    this.#current = { table, columns, sheet: await this.#openSheet(table, isFirst) };
    this.#count = 0;
  }

  /** @throws OversizedCell for a text that no cell can hold: cutting it would be an unnoticed loss */
  async add(cells: readonly TableCell[]): Promise<void> {
    if (!this.#current) throw new Error('no table is open');
    const { table, columns } = this.#current;
    this.#count += 1;
    refuseOversized(cells, table, this.#count);
    const isFull = this.#current.sheet.rows === this.#limits.rows;
    if (isFull || this.#size + this.#piece.length > this.#limits.size) {
      await this.#closeSheet();
      this.#current.sheet = await this.#openSheet(table, false);
    }
    const { sheet } = this.#current;
    sheet.rows += 1;
    this.#piece += xlsxRow(sheet.rows, cells, columns);
    if (this.#piece.length < pieceSize) return;
    this.#size += this.#piece.length;
    await this.#file.add(this.#take());
  }

  /** Adds a complete table: see `open`. @throws OversizedCell */
  async addTable(table: DataTable, isFirst = false): Promise<void> {
    await this.open(table, isFirst);
    for await (const cells of table.rows) await this.add(cells);
  }

  async finish(): Promise<void> {
    await this.#closeSheet();
    const { zip } = this.#file;
    for (const [name, xml] of workbookParts(this.#sheets)) zip.addPart(name, [xml]);
    zip.finish();
    await this.#file.settle();
  }

  async #openSheet({ name, columns }: OpenTable, isFirst: boolean): Promise<XlsxSheet> {
    const taken = this.#sheets.map((sheet) => sheet.name);
    const sheet = { name: sheetName(name, taken), part: this.#sheets.length + 1, columns, rows: 1 };
    if (isFirst) this.#sheets.unshift(sheet);
    else this.#sheets.push(sheet);
    this.#file.zip.open(sheetPart(sheet));
    await this.#file.add(sheetHead(sheet));
    return sheet;
  }

  async #closeSheet(): Promise<void> {
    if (!this.#current) return;
    await this.#file.add(this.#take() + sheetFoot(this.#current.sheet));
    await this.#file.settle();
    this.#file.zip.close();
    this.#size = 0;
  }

  #take(): string {
    const piece = this.#piece;
    this.#piece = '';
    return piece;
  }
}

/** Writes a workbook of complete tables: see `XlsxWriter`. @param limits for tests @throws OversizedCell */
export async function writeXlsx(
  tables: readonly DataTable[],
  write: Write<Uint8Array>,
  limits?: { rows: number; size: number },
): Promise<void> {
  const workbook = new XlsxWriter(write, limits);
  for (const table of tables) await workbook.addTable(table);
  await workbook.finish();
}

function refuseOversized(cells: readonly TableCell[], { name, columns }: OpenTable, row: number) {
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.length <= cellLimit) continue;
    throw new OversizedCell(columns[index]?.title ?? '', cell.length, row, name);
  }
}

const compress = promisify(deflateRaw);

/** A zip file of which a piece is compressed by a thread of zlib while the next one is made. */
class PackedFile {
  readonly #write: Write<Uint8Array>;
  readonly #chunks: Uint8Array[] = [];
  readonly zip = new ZipWriter((chunk) => this.#chunks.push(chunk));
  #pending: readonly [bytes: Uint8Array, packed: Promise<Uint8Array>] | undefined;

  constructor(write: Write<Uint8Array>) {
    this.#write = write;
  }

  /** Adds to the open part. */
  async add(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    const packed = compress(bytes, deflateStretch);
    await this.settle();
    this.#pending = [bytes, packed];
  }

  /** Writes all that was added. */
  async settle(): Promise<void> {
    if (this.#pending) {
      const [bytes, packed] = this.#pending;
      this.#pending = undefined;
      this.zip.add(bytes, await packed);
    }
    const chunks = this.#chunks.splice(0);
    if (chunks.length > 0) await this.#write(Buffer.concat(chunks));
  }
}
