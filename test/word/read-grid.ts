import { attributeOf } from '../../src/word/package/read-xml.ts';
import { parseXml, type XmlElement } from '../../src/word/package/xml-tree.ts';
import { readPart } from './parts.ts';

export interface GridCell {
  /** 0-based. */
  readonly column: number;
  readonly span: number;
  readonly merge: 'none' | 'restart' | 'continue';
  /** Paragraphs, parted by line breaks. */
  readonly text: string;
}

export interface GridRow {
  readonly header: boolean;
  readonly cantSplit: boolean;
  readonly cells: readonly GridCell[];
}

/** The rows of the first table of a Word file, cell by cell; the row that holds the signatures is left out. */
export const readGrid = (docx: Uint8Array): GridRow[] => readTables(docx)[0] ?? [];

/** The rows of every table of a Word file; rows that hold a table are left out. */
export const readTables = (docx: Uint8Array): GridRow[][] =>
  [...below(parseXml(readPart(docx, 'word/document.xml')), 'tbl')].map(rowsOf);

function rowsOf(table: XmlElement): GridRow[] {
  const rows = childrenOf(table, 'tr').filter((row) => [...below(row, 'tbl')].length === 0);
  return rows.map((row) => {
    let column = 0;
    const cells = childrenOf(row, 'tc').map((cell) => {
      const span = Number(attribute(find(cell, 'tcPr', 'gridSpan')) ?? 1);
      column += span;
      const merge = find(cell, 'tcPr', 'vMerge');
      return {
        column: column - span,
        span,
        merge: merge ? (attribute(merge) === 'restart' ? 'restart' : 'continue') : 'none',
        text: childrenOf(cell, 'p').map(textOf).join('\n'),
      } as const;
    });
    return {
      header: isOn(find(row, 'trPr', 'tblHeader')),
      cantSplit: isOn(find(row, 'trPr', 'cantSplit')),
      cells,
    };
  });
}

export function* below(element: XmlElement, local: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.local === local) yield child;
    yield* below(child, local);
  }
}

export const childrenOf = (element: XmlElement, local: string) =>
  element.children.filter((child) => child.local === local);

/** The first element on a way down through children. */
export const find = (element: XmlElement, ...way: string[]): XmlElement | undefined =>
  way.reduce<XmlElement | undefined>((at, local) => at && childrenOf(at, local)[0], element);

export const attribute = (element: XmlElement | undefined, local = 'val') =>
  element && attributeOf(element.attributes, local);

const isOn = (element: XmlElement | undefined) =>
  element !== undefined && !['0', 'false', 'off'].includes(attribute(element) ?? '');

/** A tab is a tab, a line break a vertical bar. */
export function textOf(element: XmlElement): string {
  if (element.local === 't') return element.text;
  if (element.local === 'tab') return '\t';
  return element.local === 'br' ? '|' : childrenOfRuns(element).map(textOf).join('');
}

const childrenOfRuns = ({ children }: XmlElement) => children.filter(({ local }) => local !== 'pPr');
