import type { Column } from './table.ts';
import { columnLetters, type XlsxColumn, xlsxRow, xlsxText } from './xlsx-row.ts';

/** A sheet of a workbook. */
export interface XlsxSheet {
  readonly name: string;
  /** From 1, in the order in which the sheets are written. */
  readonly part: number;
  readonly columns: readonly Column[];
  rows: number;
}

/** The number of the style of titles, and of the cells of each kind, within `styles`. */
const titleStyle = 1;
const cellStyles: Readonly<Record<Column['kind'], number>> = { text: 2, number: 3, percent: 4 };

/** How the cells of columns are written. @param style of all of them; default: by kind */
export const xlsxColumns = (columns: readonly Column[], style?: number): XlsxColumn[] =>
  columns.map(({ title, kind, width = title.length + 4 }, index) => ({
    ...{ letters: columnLetters(index), width },
    style: style ?? cellStyles[kind],
  }));

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const font = (bold: string) =>
  `<font>${bold}<sz val="12"/><name val="Times New Roman"/><family val="1"/></font>`;
const style = (format: number, bold: number, fill: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="${bold}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

/** Separates numbers from a text in the next column. */
const aside = 'horizontal="right" indent="1" vertical="top"';

/**
 * The styles of all workbooks (ECMA-376 part 1, 18.8): the font of the form itself, which has every Vietnamese
 * letter, in 12 points; titles bold on grey. The first two fills are reserved (18.8.20); “0.0%” is format 164, the
 * first that is not built in (18.8.30).
 */
const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>` +
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  style(0, 1, 2, 'vertical="center" wrapText="1"') +
  style(0, 0, 0, 'vertical="top" wrapText="1"') +
  style(0, 0, 0, aside) +
  style(164, 0, 0, aside) +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** In UTF-16 units, as Excel counts. */
const longest = 31;

/**
 * A name that Excel accepts for a sheet: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either
 * end, not the reserved “History”, and none already taken, ignoring case. A name that is not
 * free gets a number: “Công việc (2)”.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  const plain = wanted
    .normalize('NFC')
    .replace(/[:\\/?*[\]\u0000-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
    .replace(/\s+/g, ' ');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = trimmed(cut(trimmed(plain), longest - suffix.length)) || 'Sheet';
    if (!isTaken(name + suffix) && !/^history$/i.test(name + suffix)) return name + suffix;
  }
}

const trimmed = (text: string) => text.replace(/^[' ]+|[' ]+$/g, '');

/** Never through a surrogate pair. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** The name of the part that holds a sheet. */
export const sheetPart = ({ part }: Pick<XlsxSheet, 'part'>) => `xl/worksheets/sheet${part}.xml`;

/** A sheet up to its first row below the titles, which stay in view. It prints one page wide (18.3.1.65). */
export function sheetHead({ columns }: Pick<XlsxSheet, 'columns'>): string {
  const heads = xlsxColumns(columns, titleStyle);
  const widths = heads.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }) => title);
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>${xlsxRow(1, titles, heads)}`
  );
}

/**
 * The rest of a sheet: filters, A4 (18.18.60: 9) across with margins in inches, as many pages as the rows need, each
 * with its number. Numbers such as “1.10” are text on purpose: Excel should not mark them.
 */
export function sheetFoot(sheet: XlsxSheet): string {
  const range = rangeOf(sheet);
  return (
    `</sheetData><autoFilter ref="${range}"/>` +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C&amp;A – &amp;P/&amp;N</oddFooter></headerFooter>' +
    `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

/** The parts of a workbook other than its sheets, by name. */
export function workbookParts(sheets: readonly XlsxSheet[]): [name: string, xml: string][] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const relations = (xml: string) =>
    `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${xml}</Relationships>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${contentType}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packageNamespace}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('xl/workbook.xml', 'sheet.main') +
        override('xl/styles.xml', 'styles') +
        `${sheets.map((sheet) => override(sheetPart(sheet), 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation('styles', 'styles', 'styles.xml') +
          sheets
            .map((sheet) => relation(`sheet${sheet.part}`, 'worksheet', sheetPart(sheet).slice('xl/'.length)))
            .join(''),
      ),
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>` +
        sheets
          .map(({ name, part }) => `<sheet name="${xlsxText(name)}" sheetId="${part}" r:id="sheet${part}"/>`)
          .join('') +
        `</sheets><definedNames>${sheets.map(definedNames).join('')}</definedNames></workbook>`,
    ],
    ['xl/styles.xml', styles],
  ];
}

/** The range of the filter, and the row that is printed on every page (18.2.5). */
function definedNames(sheet: XlsxSheet, index: number): string {
  const name = xlsxText(`'${sheet.name.replaceAll("'", "''")}'`);
  const range = rangeOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${range}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`
  );
}

const rangeOf = ({ columns, rows }: XlsxSheet) => `A1:${columnLetters(columns.length - 1)}${rows}`;
