import { strToU8, zipSync } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Namespaces that Word declares on a document. */
export const namespaces = [
  `xmlns:w="${w}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

export const documentXml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;

/** The parts of the smallest Word file around a main part. */
export function wordParts(
  document: string | Uint8Array,
  styles?: string,
  numbering?: string,
): Record<string, Uint8Array> {
  const beside = Object.entries({ styles, numbering }).flatMap(([name, xml]) => (xml ? [{ name, xml }] : []));
  const bytes = typeof document === 'string' ? strToU8(document) : document;
  return {
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordprocessing}.document.main+xml"/>${beside.map(({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${wordprocessing}.${name}+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    ...(beside.length > 0 && {
      'word/_rels/document.xml.rels': strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${relations}">${beside.map(({ name }, index) => `<Relationship Id="rId${index + 1}" Type="${office}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
      ),
    }),
    ...Object.fromEntries(beside.map(({ name, xml }) => [`word/${name}.xml`, strToU8(xml)])),
    'word/document.xml': bytes,
  };
}

/** Zips parts; the same parts give the same bytes. */
export const zip = (parts: Record<string, Uint8Array>) =>
  zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) });

/** A Word file whose body is the given XML. */
export const wordFile = (body: string, styles?: string, numbering?: string) =>
  zip(wordParts(documentXml(body), styles, numbering));

/** The part about lists; each level as `[format, text, further elements]`, each list as the kind that it is of. */
export const numberingXml = (
  kinds: readonly (readonly (readonly [format: string, text: string, more?: string])[])[],
  lists: readonly string[] = kinds.map((_, index) => `<w:abstractNumId w:val="${index}"/>`),
) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${w}">${kinds
    .map(
      (levels, kind) =>
        `<w:abstractNum w:abstractNumId="${kind}">${levels
          .map(
            ([format, text, more = ''], level) =>
              `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
          )
          .join('')}</w:abstractNum>`,
    )
    .join(
      '',
    )}${lists.map((list, index) => `<w:num w:numId="${index + 1}">${list}</w:num>`).join('')}</w:numbering>`;

/** What makes a paragraph one of a list. */
export const listed = (list: number, level = 0) =>
  `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;

export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties}${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`}</w:p>`;

export interface CellLook {
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

/** A cell; each line of the text is a paragraph. */
export function cell(text: string, { span = 1, merge }: CellLook = {}): string {
  const properties = [
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    // Word leaves the value out where a merged cell goes on.
    merge ? (merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '',
  ].join('');
  return cellOf(
    text
      .split('\n')
      .map((line) => paragraph(line))
      .join(''),
    properties,
  );
}

export const cellOf = (content: string, properties = '') =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${content}</w:tc>`;

export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

/** @param grid the widths of its columns, in twentieths of a point */
export const table = (grid: readonly number[], ...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
