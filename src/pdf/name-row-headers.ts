/**
 * Names in the tags of a PDF which cell is the header of its row, and every cell's headers: the number of a task, the
 * title of a position, of an area, of a group; the numbers of the columns. Typst knows headers of columns only (its
 * `pdf.header-cell` is not in the compiler's package), so no mark would link a cell to its row header.
 *
 * @param pdf from Typst, with its objects as plain text @param summary of each table
 */
export function nameRowHeaders(pdf: Uint8Array, summary: string): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const objects = objectsOf(file);
  const tags = new Map<number, string>();
  for (const { number, start, end } of objects) {
    const text = file.toString('latin1', start, end);
    if (tagged.test(text)) tags.set(number, text);
  }
  const ids = new Map<string, number>();
  const changed = new Map<number, string>();
  const tables = [...tags].filter(([, text]) => tagOf(text) === 'Table');
  for (const [table, text] of tables) {
    changed.set(
      table,
      text.replace('/A [', `/A [<<\n    /O /Table\n    /Summary ${pdfText(summary)}\n  >> `),
    );
    nameHeaders(table, tags, ids, changed);
  }
  const root = objects.find(({ start }) =>
    file.toString('latin1', start, start + 60).includes('/StructTreeRoot'),
  );
  if (!root) throw new Error('The PDF has no tags');
  const names = [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, number]) => `(${id}) ${number} 0 R`);
  const rootText = file.toString('latin1', root.start, root.end);
  changed.set(root.number, rootText.replace(/(?<=\/IDTree <<\s+\/Names \[)[^\]]*/, names.join(' ')));
  return written(file, objects, changed);
}

/** Sets the headers of one table's cells; adds the ids of headers to `ids`. */
function nameHeaders(
  table: number,
  tags: ReadonlyMap<number, string>,
  ids: Map<string, number>,
  changed: Map<number, string>,
): void {
  const textOf = (number: number) => tags.get(number) ?? '';
  const columns: string[] = [];
  let rowHeader: string | undefined;
  // The last duty has its own empty cells beside it; the cell of a task without a number is empty, too.
  let isInPosition = false;
  for (const section of kidsOf(textOf(table))) {
    for (const row of kidsOf(textOf(section))) {
      const cells = kidsOf(textOf(row));
      if (tagOf(textOf(section)) === 'THead') {
        // Two rows: the second one splits the last cell of the first.
        const own = cells.map((cell) => /\/ID \((\w+)\)/.exec(textOf(cell))?.[1] ?? '');
        columns.push(...own);
        for (const [index, id] of own.entries()) ids.set(id, cells[index] ?? 0);
        continue;
      }
      const header = rowHeaderOf(cells);
      const isNamed = header !== undefined && !isEmpty(textOf(header));
      if (isNamed) {
        rowHeader = `R${header}`;
        ids.set(rowHeader, header);
        isInPosition = !isEmpty(textOf(cells[0] ?? 0)) && !textOf(header).includes('/ColSpan');
      } else if (header !== undefined && !isInPosition) {
        rowHeader = undefined;
      }
      // Cells continued from above are not in the row.
      let column = cells.length === 2 || cells.length === 6 ? 2 : 0;
      for (const cell of cells) {
        const text = textOf(cell);
        const span = Number(/\/ColSpan (\d+)/.exec(text)?.[1] ?? 1);
        const ofColumn = columns[column < 3 ? column : span > 1 ? 3 : column + 1];
        const isHeader = cell === header && isNamed;
        const headers = [!isHeader && column > 1 && rowHeader, cells.length > 1 && ofColumn]
          .filter(Boolean)
          .map((id) => `(${id})`);
        changed.set(cell, cellText(text, isHeader ? rowHeader : undefined, headers.join(' ')));
        column += span;
      }
    }
  }
}

/** The row header of headings, tasks and the first duty of a position. Other duties use the title of their position. */
const rowHeaderOf = (cells: readonly number[]) => ([3, 4, 8].includes(cells.length) ? cells[1] : undefined);

function cellText(text: string, id: string | undefined, headers: string): string {
  const name = id === undefined ? '/S /TD' : `/S /TH\n  /ID (${id})`;
  const scope = id === undefined ? '' : '\n    /Scope /Row';
  return text
    .replace(/\n *\/(ID \(\w+\)|Scope \/\w+|Headers \[[^\]]*\])/g, '')
    .replace(/\/S \/T[DH]/, name)
    .replace('/O /Table', `/O /Table${scope}${headers && `\n    /Headers [${headers}]`}`);
}

const tagged = /^\d+ 0 obj\n<<\n {2}\/Type \/StructElem\n/;
const tagOf = (text: string) => /\n {2}\/S \/(\w+)/.exec(text)?.[1];
const kidsOf = (text: string) =>
  [...(/\n {2}\/K \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
const isEmpty = (text: string) => text.includes('\n  /K []');

/** Text as a PDF string, in UTF-16. */
const pdfText = (text: string) =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

interface PdfObject {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The objects of a file in their order, by its cross-reference table (ISO 32000-1, 7.5.4). */
function objectsOf(file: Buffer): PdfObject[] {
  const table = tableStart(file);
  const [, first = '', count = ''] =
    /^xref\n(\d+) (\d+)\n/.exec(file.toString('latin1', table, table + 40)) ?? [];
  const entries = table + `xref\n${first} ${count}\n`.length;
  const starts = Array.from({ length: Number(count) }, (_, index) => {
    const entry = file.toString('latin1', entries + index * entryLength, entries + (index + 1) * entryLength);
    return { number: Number(first) + index, start: Number(entry.slice(0, 10)), isUsed: entry[17] === 'n' };
  })
    .filter(({ isUsed }) => isUsed)
    .sort((a, b) => a.start - b.start);
  return starts.map(({ number, start }, index) => ({
    number,
    start,
    end: starts[index + 1]?.start ?? table,
  }));
}

const entryLength = 20;

function tableStart(file: Buffer): number {
  const [, start] = /startxref\n(\d+)/.exec(file.toString('latin1', file.length - 60)) ?? [];
  if (start === undefined) throw new Error('The PDF has no cross-reference table');
  return Number(start);
}

/** The file with the text of some objects changed. */
function written(
  file: Buffer,
  objects: readonly PdfObject[],
  changed: ReadonlyMap<number, string>,
): Uint8Array {
  const starts = new Map<number, number>();
  const pieces = [file.subarray(0, objects[0]?.start)];
  let length = objects[0]?.start ?? 0;
  for (const { number, start, end } of objects) {
    const text = changed.get(number);
    const piece = text === undefined ? file.subarray(start, end) : Buffer.from(text, 'latin1');
    starts.set(number, length);
    length += piece.length;
    pieces.push(piece);
  }
  const end = file.toString('latin1', tableStart(file));
  const table = end.replace(/^\d{10}(?= \d{5} [nf])/gm, entryOf(starts));
  pieces.push(Buffer.from(table.replace(/startxref\n\d+/, `startxref\n${length}`), 'latin1'));
  return Buffer.concat(pieces);
}

/** The entries of consecutive objects, object 0 first. */
function entryOf(starts: ReadonlyMap<number, number>): (entry: string) => string {
  let number = 0;
  return (entry) => {
    const start = starts.get(number);
    number += 1;
    return start === undefined ? entry : String(start).padStart(10, '0');
  };
}
