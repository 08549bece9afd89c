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
  readonly #zip: PackedParts;
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
    this.#zip = new PackedParts(write);
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
    await this.#zip.add(this.#take());
  }

  /** Adds a complete table: see `open`. @throws OversizedCell */
  async addTable(table: DataTable, isFirst = false): Promise<void> {
    await this.open(table, isFirst);
    for await (const cells of table.rows) await this.add(cells);
  }

  async finish(): Promise<void> {
    await this.#closeSheet();
    for (const [name, xml] of workbookParts(this.#sheets)) {
      await this.#zip.open(name);
      await this.#zip.add(xml);
    }
    await this.#zip.finish();
  }

  async #openSheet({ name, columns }: OpenTable, isFirst: boolean): Promise<XlsxSheet> {
    const taken = this.#sheets.map((sheet) => sheet.name);
    const sheet = { name: sheetName(name, taken), part: this.#sheets.length + 1, columns, rows: 1 };
    if (isFirst) this.#sheets.unshift(sheet);
    else this.#sheets.push(sheet);
    await this.#zip.open(sheetPart(sheet));
    await this.#zip.add(sheetHead(sheet));
    return sheet;
  }

  async #closeSheet(): Promise<void> {
    if (this.#current) await this.#zip.add(this.#take() + sheetFoot(this.#current.sheet));
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

/** How many pieces zlib's threads compress while the next one is made. */
const maxPending = 2;

/** A zip file whose pieces are compressed in parallel and written in order. */
class PackedParts {
  readonly #write: Write<Uint8Array>;
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new ZipWriter((chunk) => this.#chunks.push(chunk));
  readonly #pending: (readonly [bytes: Uint8Array, packed: Promise<Uint8Array>])[] = [];
  #isOpen = false;

  constructor(write: Write<Uint8Array>) {
    this.#write = write;
  }

  /** Opens a part, and closes the one before. */
  async open(name: string): Promise<void> {
    await this.#close();
    this.#zip.open(name);
    this.#isOpen = true;
  }

  async add(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#pending.push([bytes, compress(bytes, deflateStretch)]);
    await this.#take(maxPending - 1);
  }

  async finish(): Promise<void> {
    await this.#close();
    this.#zip.finish();
    await this.#drain();
  }

  async #close(): Promise<void> {
    await this.#take(0);
    if (this.#isOpen) this.#zip.close();
  }

  /** Writes the oldest pieces, until the given number is left. */
  async #take(left: number): Promise<void> {
    while (this.#pending.length > left) {
      const [[bytes, packed] = [new Uint8Array(), new Uint8Array()]] = this.#pending.splice(0, 1);
      this.#zip.add(bytes, await packed);
      await this.#drain();
    }
  }

  async #drain(): Promise<void> {
    const chunks = this.#chunks.splice(0);
    if (chunks.length > 0) await this.#write(Buffer.concat(chunks));
  }
}
