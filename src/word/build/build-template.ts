import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Look } from '../../generated/look-types.ts';
import { textWidthMm } from '../../look/geometry.ts';
import { wordStyles } from './build-styles.ts';
import { formTable } from './build-table.ts';
import { paragraph, run, textXml, twipsOfMm } from './word-xml.ts';

/** Gives the Word template of a look as the bytes of a .docx; the same look gives the same bytes. */
export function buildTemplate(look: Look): Uint8Array {
  const parts = Object.entries(partsOf(look)).map(
    ([name, xml]) =>
      [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  );
  // What zlib of Node.js gives differs from version to version. Zip times have no zone: fflate asks for the local time.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 9 });
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats';

/** The parts that the document relates to, by ids that are their names. */
const related = ['styles', 'settings', 'header1', 'header2'];
const kindOf = (part: string) => part.replace(/\d$/, '');

/** The XML of each part, the list of content types first, as Word writes it. */
const partsOf = (look: Look): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="${types}-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/docProps/core.xml" ContentType="${types}-package.core-properties+xml"/>` +
    wordType('document', 'document.main') +
    related.map((part) => wordType(part, kindOf(part))).join('') +
    '</Types>',
  '_rels/.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/>` +
    `<Relationship Id="core" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
    '</Relationships>',
  'docProps/core.xml':
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(look.wording.documentTitle)} – {unit}</dc:title><dc:language>vi-VN</dc:language>` +
    '</cp:coreProperties>',
  'word/_rels/document.xml.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    related
      .map((part) => `<Relationship Id="${part}" Type="${office}/${kindOf(part)}" Target="${part}.xml"/>`)
      .join('') +
    '</Relationships>',
  'word/document.xml': rootXml('document', `<w:body>${bodyOf(look)}</w:body>`),
  'word/header1.xml': rootXml(
    'hdr',
    draftLine(look, pageNumber) + paragraph('pageNumber', run('{^draft}') + pageNumber),
  ),
  'word/header2.xml': rootXml('hdr', draftLine(look)),
  'word/settings.xml': rootXml(
    'settings',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
      '<w:themeFontLang w:val="vi-VN" w:eastAsia="vi-VN"/>',
  ),
  'word/styles.xml': rootXml('styles', wordStyles(look)),
});

const wordType = (part: string, type: string) =>
  `<Override PartName="/word/${part}.xml" ContentType="${types}-officedocument.wordprocessingml.${type}+xml"/>`;

const rootXml = (name: string, content: string) =>
  `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}">${content}</w:${name}>`;

function bodyOf(look: Look): string {
  const { wording } = look;
  const line = (name: 'parentUnit' | 'unit') => [
    paragraph('unitLine', run(`{#${name}}${wording[name]} `) + run(`{${name}}`, 'unitName')),
    paragraph('unitLine', run(`{^${name}}${wording[name]}${wording.dots}`)),
  ];
  return [
    paragraph('formName', run(wording.formName)),
    ...line('parentUnit'),
    ...line('unit'),
    paragraph('title', run(wording.title)),
    formTable(look),
    paragraph('notesHeading', run(`{#notes}${wording.notesHeading}`)),
    paragraph('note', run(`{#note}${wording.noteBullet}{note}`)),
    ...wording.notes.map((note) => paragraph('note', run(`{^note}${wording.noteBullet}${note}`))),
    section(look),
  ].join('');
}

/** Paper, margins and headers: the first page has no number. */
function section({ page }: Look): string {
  const [width, height] = [twipsOfMm(page.widthMm), twipsOfMm(page.heightMm)];
  const [across, down] = page.orientation === 'portrait' ? [width, height] : [height, width];
  const header = twipsOfMm(page.headerMm);
  const sides = (['top', 'right', 'bottom', 'left'] as const).map(
    (side) => ` w:${side}="${twipsOfMm(page.marginsMm[side])}"`,
  );
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>' +
    `<w:pgSz w:w="${across}" w:h="${down}" w:orient="${page.orientation}"/>` +
    `<w:pgMar${sides.join('')} w:header="${header}" w:footer="${header}" w:gutter="0"/><w:titlePg/></w:sectPr>`
  );
}

/** For readers that do not count pages its result is the number of the first page that has one. */
const pageNumber =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">PAGE</w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

/** The mark at the right margin, in one line with the page number in the middle: the header stays one line high. */
function draftLine(look: Look, number = ''): string {
  const width = textWidthMm(look);
  const tabs =
    `<w:tabs><w:tab w:val="center" w:pos="${twipsOfMm(width / 2)}"/>` +
    `<w:tab w:val="right" w:pos="${twipsOfMm(width)}"/></w:tabs>`;
  const mark = `<w:r><w:tab/>${textXml(look.wording.draft)}</w:r>`;
  return paragraph('draft', `${run('{#draft}')}<w:r><w:tab/></w:r>${number}${mark}`, tabs);
}
