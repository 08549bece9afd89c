import { attributeIn, propertyOf, type XmlElement } from '../../package/xml-tree.ts';
import { sheetPlaceholders } from '../placeholders.ts';
import { append, type Segment, type Segments } from '../segment.ts';
import { compilePart } from './compile-part.ts';
import { type CopyOptions, startTag } from './copy-element.ts';

/**
 * What ends a table and begins another one with its properties, columns and header rows: those above the first
 * prototype that repeat on every page. Empty where the rows are not in the table itself.
 *
 * @param first the first prototype row
 */
export function compileCut(
  table: XmlElement,
  first: XmlElement,
  copied: Pick<CopyOptions, 'source' | 'ids'>,
): Segments {
  const index = table.children.indexOf(first);
  if (index < 0) return [];
  const compilation = { ...copied, repeated: true, placeholders: sheetPlaceholders };
  const cut: Segment[] = [
    `</${table.name}>${separator(table.name.slice(0, -'tbl'.length))}${startTag(table, compilation)}`,
  ];
  for (const child of table.children.slice(0, index)) {
    if (child.local !== 'tr' || isHeader(child)) append(cut, ...compilePart(child, compilation));
  }
  return cut;
}

function isHeader(row: XmlElement): boolean {
  const header = propertyOf(row, 'tblHeader');
  return header !== undefined && !/^(?:0|false|off)$/.test(attributeIn(header, 'val'));
}

/**
 * Without a paragraph between them Word joins two tables. This one is a point high and begins a page, so that the header
 * rows of the next table are where those of every page are.
 */
const separator = (w: string) =>
  `<${w}p><${w}pPr><${w}keepNext/><${w}pageBreakBefore/><${w}spacing ${w}before="0" ${w}after="0" ${w}line="20" ${w}lineRule="exact"/>` +
  `<${w}rPr><${w}sz ${w}val="2"/></${w}rPr></${w}pPr></${w}p>`;
