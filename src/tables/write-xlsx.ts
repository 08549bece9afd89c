import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { deflateStretch, ZipWriter } from '../zip/zip-writer.ts';
import { OversizedCell } from './oversized-cell.ts';
import { rowHeight } from './row-height.ts';
import { sheetName } from './sheet-name.ts';
import type { DataTable, TableCell, Write } from './table.ts';
import { cellStyles, sheetFoot, sheetHead, sheetPart, workbookParts, type XlsxSheet } from './xlsx-parts.ts';
import { cellLimit, columnLetters, xlsxRow } from './xlsx-row.ts';

/** The most rows that Excel takes in a sheet, titles included. */
const rowLimit = 1_048_576;

/** In UTF-16 units: rows are handed on by pieces of about this size. */
const pieceSize = 256 * 1024;

/** In UTF-16 units, which may be three bytes each: a part of a zip file ends at 4 GiB. */
const sheetSize = 1_400_000_000;

/**
 * Writes a workbook (.xlsx): a sheet for each table, its titles in a row that stays in view, with filters, ready to be
 * printed. A table that is longer than a sheet continues in another one, “Name (2)”. Rows are written as they come
 * and not kept; the same tables give the same bytes.
 *
 * @param limits for tests
 * @throws OversizedCell for a text that no cell can hold: cutting it would be a loss that nobody sees
 */
export async function writeXlsx(
  tables: readonly DataTable[],
  write: Write<Uint8Array>,
  limits = { rows: rowLimit, size: sheetSize },
): Promise<void> {
  const zip = new PackedParts(write);
  const sheets: XlsxSheet[] = [];
  const open = async ({ name, columns }: DataTable) => {
    const taken = sheets.map((sheet) => sheet.name);
    const sheet = { name: sheetName(name, taken), columns, rows: 1 };
    sheets.push(sheet);
    await zip.open(sheetPart(sheets.length - 1));
    await zip.add(sheetHead(sheet));
    return sheet;
  };
  for (const table of tables) {
    const columns = table.columns.map(({ kind }, index) => ({
      letters: columnLetters(index),
      style: cellStyles[kind],
    }));
    let sheet = await open(table);
    let piece = '';
    let size = 0;
    let count = 0;
    for await (const cells of table.rows) {
      count += 1;
      refuseOversized(cells, table, count);
      if (sheet.rows === limits.rows || size + piece.length > limits.size) {
        await zip.add(piece + sheetFoot(sheet));
        [piece, size] = ['', 0];
        sheet = await open(table);
      }
      sheet.rows += 1;
      piece += xlsxRow(sheet.rows, cells, columns, rowHeight(cells, table.columns));
      if (piece.length < pieceSize) continue;
      await zip.add(piece);
      size += piece.length;
      piece = '';
    }
    await zip.add(piece + sheetFoot(sheet));
  }
  for (const [name, xml] of workbookParts(sheets)) {
    await zip.open(name);
    await zip.add(xml);
  }
  await zip.finish();
}

function refuseOversized(cells: readonly TableCell[], { name, columns }: DataTable, row: number) {
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.length <= cellLimit) continue;
    throw new OversizedCell({ table: name, title: columns[index]?.title ?? '', row, length: cell.length });
  }
}

const compress = promisify(deflateRaw);

/** How many pieces are compressed at a time, in threads of zlib, while the next one is made. */
const maxPending = 2;

/** A zip file whose pieces are compressed beside the work that makes them, and written in their order. */
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

  /** Writes the oldest pieces, until so many are left. */
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
