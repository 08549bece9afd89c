import { StreamedZip, type Write } from '../zip/streamed-zip.ts';
import { OversizedCell } from './oversized-cell.ts';
import { rowHeight } from './row-height.ts';
import { sheetName } from './sheet-name.ts';
import type { Cell, Column, Table } from './table.ts';
import { cellLimit, columnLetters, xlsxRow } from './xlsx-row.ts';
import { xlsxShell } from './xlsx-shell.ts';

/** The most rows that Excel takes in a sheet, titles included. */
const rowLimit = 1_048_576;

/** In UTF-16 units: rows are handed on by pieces of about this size. */
const pieceSize = 256 * 1024;

/** In UTF-16 units, which may be three bytes each: a part of a zip file ends at 4 GiB. */
const sheetSize = 1_400_000_000;

interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Of its last row. */
  rows: number;
}

/**
 * Writes a workbook (.xlsx): a sheet for each table, its titles in a row that stays in view, with filters,
 * ready to be printed. A table that is longer than a sheet goes on in a further one, “Name (2)”. Rows are written as they come and
 * not kept; the same tables give the same bytes.
 *
 * @param limits for tests
 * @throws OversizedCell for a text that no cell can hold: cutting it would be a loss that nobody sees
 */
export async function writeXlsx(
  tables: readonly Table[],
  write: Write<Uint8Array>,
  limits = { rows: rowLimit, size: sheetSize },
): Promise<void> {
  const zip = new StreamedZip(write);
  const sheets: Sheet[] = [];
  /** Opens the next sheet. Gives the styles of its columns. */
  const open = async ({ name, columns }: Table) => {
    const taken = sheets.map((sheet) => sheet.name);
    sheets.push({ name: sheetName(name, taken), columns, rows: 1 });
    const part = `xl/worksheets/sheet${sheets.length}.xml`;
    const shell = (await xlsxShell(sheets)).sheets.get(part);
    if (!shell) throw new Error(`The workbook of the library has no ${part}`);
    zip.open(part);
    await zip.add(shell.head);
    return shell.styles;
  };
  const close = async (sheet: Sheet) => {
    const range = rangeOf(sheet);
    await zip.add(
      // Numbers such as “1.10” are text on purpose: Excel need not mark them.
      `</sheetData><autoFilter ref="${range}"/>${pageSetup}<ignoredErrors>` +
        `<ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
    );
    await zip.close();
  };

  for (const table of tables) {
    const letters = table.columns.map((_, index) => columnLetters(index));
    let styles = await open(table);
    let piece = '';
    let size = 0;
    let count = 0;
    for await (const cells of table.rows) {
      count += 1;
      refuseOversized(cells, table, count);
      let sheet = lastOf(sheets);
      if (sheet.rows === limits.rows || size + piece.length > limits.size) {
        await zip.add(piece);
        [piece, size] = ['', 0];
        await close(sheet);
        styles = await open(table);
        sheet = lastOf(sheets);
      }
      sheet.rows += 1;
      piece += xlsxRow(sheet.rows, cells, letters, styles, rowHeight(cells, table.columns));
      if (piece.length < pieceSize) continue;
      await zip.add(piece);
      size += piece.length;
      piece = '';
    }
    await zip.add(piece);
    await close(lastOf(sheets));
  }
  for (const [name, xml] of (await xlsxShell(sheets)).parts) {
    zip.open(name);
    await zip.add(name === 'xl/workbook.xml' ? withNames(xml, sheets) : xml);
    await zip.close();
  }
  await zip.finish();
}

function lastOf(sheets: readonly Sheet[]): Sheet {
  const last = sheets.at(-1);
  if (!last) throw new Error('No sheet is open');
  return last;
}

function refuseOversized(cells: readonly Cell[], { name, columns }: Table, row: number) {
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.length <= cellLimit) continue;
    throw new OversizedCell({ table: name, title: columns[index]?.title ?? '', row, length: cell.length });
  }
}

const rangeOf = ({ columns, rows }: Sheet) => `A1:${columnLetters(columns.length - 1)}${rows}`;

/** On A4 (18.18.60: 9) across, margins in inches; as many pages as the rows need, each with its number. */
const pageSetup =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C&amp;A – &amp;P/&amp;N</oddFooter></headerFooter>';

/** Hidden names keep the range of a filter, too, and the row that is printed on every page (18.2.5). */
function withNames(workbook: string, sheets: readonly Sheet[]): string {
  const names = sheets.map((sheet, index) => {
    const name = `'${sheet.name.replaceAll("'", "''")}'`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const range = rangeOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${range}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`
    );
  });
  return workbook.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}
