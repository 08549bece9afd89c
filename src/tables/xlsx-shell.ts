import { strFromU8, unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Column } from './table.ts';

/** A sheet to be filled: everything but its rows. */
export interface SheetShell {
  /** What stands before the first row below the titles. */
  readonly head: string;
  /** The number of each column's style. */
  readonly styles: readonly string[];
}

/** A workbook to be filled. */
export interface XlsxShell {
  /** By the name of its part. */
  readonly sheets: ReadonlyMap<string, SheetShell>;
  /** The other parts by their names. */
  readonly parts: ReadonlyMap<string, string>;
}

/** In points; the font of the form itself, which has every Vietnamese letter. */
const font = { fontFamily: 'Times New Roman', fontSize: 12 } as const;

const titleStyle = {
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E7E6E6',
  wrap: true,
  alignVertical: 'center',
} as const;

const cellStyles = {
  text: { type: String, wrap: true, alignVertical: 'top' },
  number: { type: Number, alignVertical: 'top' },
  percent: { type: Number, format: '0.0%', alignVertical: 'top' },
} as const;

/**
 * The workbook of a library, with titles and no rows. Its rows are written without it, since it would keep
 * them all. Styles keep their numbers when sheets with the columns of an earlier one join.
 */
export async function xlsxShell(
  sheets: readonly { readonly name: string; readonly columns: readonly Column[] }[],
): Promise<XlsxShell> {
  const workbook = await writeExcelFile(
    sheets.map(({ name, columns }) => ({
      sheet: name,
      columns: columns.map(({ title, width }) => ({ width: width ?? title.length + 4 })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ title }) => ({ value: title, ...titleStyle })),
        columns.map(({ kind }) => cellStyles[kind]),
      ],
    })),
    font,
  ).toBuffer();
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const isSheet = ([name]: readonly [string, string]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name);
  return {
    sheets: new Map(parts.filter(isSheet).map(([name, xml]) => [name, sheetShell(xml)])),
    // Its sheets have no relations, and the parts for them nothing in them.
    parts: new Map(
      parts
        .filter((part) => !isSheet(part) && !part[0].startsWith('xl/worksheets/_rels/'))
        .map(([name, xml]) => [name, name === 'xl/styles.xml' ? withOrderedFonts(xml) : xml]),
    ),
  };
}

/** As wide as a page when it is printed (18.3.1.65). */
const fitToWidth = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

function sheetShell(xml: string): SheetShell {
  const [head, row] = xml.split('<row r="2">');
  if (head === undefined || row === undefined) throw new Error('The sheet of the library has no second row');
  if (!head.includes('<sheetViews>') || head.includes('<sheetPr')) {
    throw new Error('The sheet of the library begins otherwise');
  }
  return {
    head: head.replace('<sheetViews>', `${fitToWidth}<sheetViews>`),
    styles: [...row.matchAll(/<c [^>]*\bs="(\d+)"/g)].map(([, style = '']) => style),
  };
}

const fontOrder = ['b', 'sz', 'color', 'name', 'family'];

/** The properties of a font have an order (18.8.22), which the library does not keep. */
function withOrderedFonts(styles: string): string {
  const place = (element: string) => fontOrder.findIndex((name) => element.startsWith(`<${name}`));
  return styles.replace(/<font>(.*?)<\/font>/g, (_, properties: string) => {
    const elements = properties.match(/<[^>]*\/>/g) ?? [];
    return `<font>${elements.sort((a, b) => place(a) - place(b)).join('')}</font>`;
  });
}
