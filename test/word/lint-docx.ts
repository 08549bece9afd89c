import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from '../../src/word/package/xml-tree.ts';
import { attribute, below, childrenOf, find } from './read-grid.ts';

/**
 * Faults that neither the schema nor the Open XML SDK reports and that Word, or a reader, stumbles over.
 * Gives one line for each.
 */
export function lintDocx(docx: Uint8Array): string[] {
  const parts = unzipSync(docx);
  const read = (name: string): XmlElement | undefined => {
    const part = parts[name];
    return part && parseXml(strFromU8(part));
  };
  const document = read('word/document.xml');
  if (!document) return ['word/document.xml is not there'];
  const styles = read('word/styles.xml');
  const numbering = read('word/numbering.xml');
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const pages = Object.keys(parts).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  const roots = [document, ...pages.flatMap((name) => read(name) ?? [])];
  return [
    ...roots.flatMap((root) => undefinedReferences(root, styles, numbering)),
    ...['styles', 'numbering', 'settings']
      .filter((name) => `word/${name}.xml` in parts && !relations.includes(`relationships/${name}"`))
      .map((name) => `word/${name}.xml is not related from the document`),
    ...[document, styles].flatMap((root) => (root ? badLanguages(root) : [])),
    ...[...below(document, 'tbl')].flatMap(tableFaults),
    ...duplicateBookmarks(document),
  ];
}

function undefinedReferences(root: XmlElement, styles?: XmlElement, numbering?: XmlElement): string[] {
  const defined = styles ? [...below(styles, 'style')].map((style) => attribute(style, 'styleId')) : [];
  const numbers = numbering ? [...below(numbering, 'num')].map((one) => attribute(one, 'numId')) : [];
  const used = (local: string) => new Set([...below(root, local)].map((one) => attribute(one)));
  return [
    ...['pStyle', 'rStyle', 'tblStyle'].flatMap((local) =>
      [...used(local)].filter((id) => !defined.includes(id)).map((id) => `undefined style ${id}`),
    ),
    ...[...used('numId')]
      .filter((id) => id !== '0' && !numbers.includes(id))
      .map((id) => `undefined numId ${id}`),
  ];
}

const languageTag = /^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|x-none)$/;

function badLanguages(root: XmlElement): string[] {
  return [...below(root, 'lang')]
    .flatMap(({ attributes }) => Object.values(attributes))
    .filter((value) => !languageTag.test(value))
    .map((value) => `bad language tag ${value}`);
}

function tableFaults(table: XmlElement, index: number): string[] {
  const faults: string[] = [];
  const columns = childrenOf(find(table, 'tblGrid') ?? table, 'gridCol').length;
  let merged = new Map<number, number>();
  let inBody = false;
  for (const [rowIndex, row] of childrenOf(table, 'tr').entries()) {
    const at = `table ${index} row ${rowIndex}`;
    const count = (local: string) => Number(attribute(find(row, 'trPr', local)) ?? 0);
    const header = find(row, 'trPr', 'tblHeader');
    const isHeader = header !== undefined && !['0', 'false', 'off'].includes(attribute(header) ?? '');
    if (isHeader && inBody) faults.push(`${at}: header row below a body row`);
    inBody ||= !isHeader;
    const cells = row.children.flatMap((child) => {
      if (child.local === 'tc') return [child];
      return child.local === 'sdt' ? [...below(child, 'tc')] : [];
    });
    if (cells.length === 0) faults.push(`${at}: no cells`);
    let column = count('gridBefore');
    const open = new Map<number, number>();
    for (const cell of cells) {
      const where = `${at} col ${column}`;
      if (cell.children.at(-1)?.local !== 'p') faults.push(`${where}: cell does not end with a paragraph`);
      const span = Number(attribute(find(cell, 'tcPr', 'gridSpan')) ?? 1);
      const merge = find(cell, 'tcPr', 'vMerge');
      if (merge && attribute(merge) !== 'restart' && merged.get(column) !== span) {
        faults.push(`${where}: vMerge goes on from nothing of the same span`);
      } else if (merge) {
        open.set(column, span);
      }
      column += span;
    }
    merged = open;
    column += count('gridAfter');
    if (column !== columns) faults.push(`${at}: ${column} grid columns, grid has ${columns}`);
  }
  return faults;
}

function duplicateBookmarks(document: XmlElement): string[] {
  const ids = [...below(document, 'bookmarkStart')].map((one) => attribute(one, 'id'));
  return new Set(ids).size === ids.length ? [] : ['duplicate bookmark id'];
}
