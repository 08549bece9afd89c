export interface PdfCell {
  readonly header: boolean;
  /** Of a header, by which other cells name it. */
  readonly id: string;
  readonly scope: string;
  /** The ids of the cell's headers. */
  readonly headers: readonly string[];
  /** How many columns and rows it takes. */
  readonly span: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly text: string;
}

/** The tables of a tagged PDF, row by row, out of what `pdfinfo -struct-text` prints. */
export function readPdfTables(structure: string): PdfCell[][][] {
  const tables: PdfCell[][][] = [];
  let cell: { -readonly [Key in keyof PdfCell]: PdfCell[Key] } | undefined;
  let cellIndent = 0;
  for (const line of structure.split('\n')) {
    const indent = line.search(/\S/);
    if (indent <= cellIndent) cell = undefined;
    const [, name, value = ''] = /^\s*(\w+|\/\w+)(?:[ :]\s*(.*))?$/.exec(line) ?? [];
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    if (name === 'Table') tables.push([]);
    else if (name === 'TR') tables.at(-1)?.push([]);
    else if (name === 'TH' || name === 'TD') {
      cellIndent = indent;
      cell = {
        header: name === 'TH',
        id: /<(\w+)>/.exec(line)?.[1] ?? '',
        scope: '',
        headers: [],
        span: 1,
        rows: 1,
        widthMm: 0,
        text: '',
      };
      tables.at(-1)?.at(-1)?.push(cell);
    } else if (cell && text !== undefined) {
      cell.text = `${cell.text} ${text}`.replace(/\s+/g, ' ').trim();
    } else if (cell && name === '/Scope') cell.scope = value.slice('/'.length);
    else if (cell && name === '/Headers') cell.headers = value.match(/\w+/g) ?? [];
    else if (cell && name === '/ColSpan') cell.span = Number(value);
    else if (cell && name === '/RowSpan') cell.rows = Number(value);
    // Thousands of twips; the first width is the cell's own.
    else if (cell && name === '/Width') cell.widthMm ||= (Number(value) * 1000 * 25.4) / 1440;
  }
  return tables;
}
