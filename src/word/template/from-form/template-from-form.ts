import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import type { Place } from '../../../diagnostics/finding.ts';
import { decodeForm } from '../../../form/decode-form.ts';
import type { Sheet } from '../../../sheet/sheet.ts';
import { rowPaths, sheetOf } from '../../../sheet/sheet-of.ts';
import { zipOf } from '../../../zip/zip-writer.ts';
import { propertiesPart } from '../../package/content-hash.ts';
import { plainPackage } from '../../package/plain-package.ts';
import { openWordPackage } from '../../package/word-package.ts';
import {
  appended,
  attributeIn,
  elementsIn,
  parseXml,
  removed,
  withEdits,
  type XmlEdit,
  type XmlElement,
  xmlOf,
} from '../../package/xml-tree.ts';
import { type FormRow, formRows } from '../../read/form-rows.ts';
import { readWordForm } from '../../read/read-word-form.ts';
import { partText, removeComments } from '../compile/parse-parts.ts';
import { readTemplate } from '../compile/read-template.ts';
import { type TableRow, tableRows, taggedRows } from '../compile/tagged-rows.ts';
import { holdsNoForm, rowTagOf } from '../placeholders.ts';
import { type Made, templateProblem } from '../template-problem.ts';
import { placeTexts } from './place-texts.ts';
import { type FilledRow, prototypesFrom } from './rows-to-prototypes.ts';

/**
 * Makes a template from an office's own filled-in form: of its rows one of each kind is kept as prototype, texts that
 * are the form's become placeholders. Everything else stays.
 *
 * @param bytes of a Word file that `readWordForm` can read
 */
export function templateFromForm(bytes: Uint8Array): Made<{ readonly bytes: Uint8Array }> {
  const source = readWordForm(bytes, '');
  const { form } = decodeForm(source);
  const byPlace = new Map(formRows(bytes).map((row) => [keyOf(row.place), row]));
  if (!form || byPlace.size === 0 || holdsNoForm(source)) return { problems: [templateProblem('no-form')] };
  const sheet = sheetOf(form, { draft: true });
  const opened = plainPackage(openWordPackage(bytes));
  const textOf = (part: string) => partText(opened.parts, part);
  const xml = textOf(opened.document);
  const root = parseXml(xml);
  const elements = new Map(tableRows(root).map((one) => [keyOf(one.place), one]));
  const paths = rowPaths(form);
  const filled = sheet.rows.flatMap((row, index): FilledRow[] => {
    const key = keyOf(source.locate({ path: paths[index] ?? [] }));
    const formRow = byPlace.get(key);
    const element = elements.get(key);
    if (!formRow || !element) return [];
    const title = 'title' in row ? row.title : '';
    return [{ row: formRow, element: element.row, tag: rowTagOf(row), number: row.number, title }];
  });
  const rows = withEdits(xml, rowEdits(xml, filled, [...byPlace.values()], elements));
  const reduced = parseXml(rows);
  const prototypes = new Set(taggedRows(reduced).map(({ row }) => row));

  const parts = new Map(opened.parts);
  parts.set(opened.document, withEdits(rows, placeTexts(reduced, rows, sheet, prototypes)));
  for (const part of opened.margins) {
    const text = textOf(part);
    parts.set(part, withEdits(text, placeTexts(parseXml(text), text, unitsOf(sheet), new Set())));
  }
  if (opened.core !== undefined && sheet.unit !== undefined) {
    const title = textOf(opened.core);
    const unit = escapeXml(sheet.unit);
    parts.set(
      opened.core,
      title.replace(
        /(<dc:title>)([^<]*)/,
        (_, tag: string, text: string) => tag + text.replace(unit, '{unit}'),
      ),
    );
  }
  const made = parts.get(opened.document);
  const kept = new Set(commentsIn(parseXml(String(made))));
  removeComments(parts, opened.comments, new Set(commentsIn(root).filter((id) => !kept.has(id))));
  parts.set(propertiesPart, opened.properties || noProperties);
  const template = zipOf(parts);
  const { problems, warnings } = readTemplate(template);
  return problems ? { problems } : { bytes: template, warnings };
}

/** Ids of the comments that are referred to. */
const commentsIn = (root: XmlElement): string[] =>
  elementsIn(root)
    .filter(({ local }) => local === 'commentReference')
    .map((reference) => attributeIn(reference, 'id'));

const noProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

/** The texts to look for in headers and footers. */
const unitsOf = ({ unit, parentUnit }: Sheet): Sheet => ({
  ...(unit !== undefined && { unit }),
  ...(parentUnit !== undefined && { parentUnit }),
  rows: [],
  preparedBy: {},
  approvedBy: {},
  draft: false,
});

const keyOf = (place: Place): string => (place.kind === 'table' ? `${place.table}/${place.row}` : '');

/**
 * Prototype rows in the place of the form's first row, and none of its other rows. Tables that continue the first one
 * go; what is in them besides the form, such as the signatures, moves to its end.
 */
function rowEdits(
  source: string,
  filled: readonly FilledRow[],
  rows: readonly FormRow[],
  elements: ReadonlyMap<string, TableRow>,
): XmlEdit[] {
  const [first] = filled;
  const table = first && elements.get(keyOf(first.row.place))?.table;
  if (!first || !table) return [];
  const edits: XmlEdit[] = [
    { start: first.element.start, end: first.element.start, xml: prototypesFrom(filled, source) },
  ];
  const isFilled = new Set(filled.map(({ element }) => element));
  const firstAt = rows.findIndex(({ place }) => keyOf(place) === keyOf(first.row.place));
  const gone = new Set<XmlElement>();
  for (const [index, { place, kind, isWhole }] of rows.entries()) {
    const element = elements.get(keyOf(place))?.row;
    // Rows that number the columns are above the first row of the form.
    const isAround = (index < firstAt && kind === 'header') || (isWhole && index > firstAt);
    if (element && (isFilled.has(element) || !isAround)) gone.add(element);
  }
  let moved = '';
  let position = table.end;
  const others = new Set(rows.flatMap(({ place }) => elements.get(keyOf(place))?.table ?? []));
  others.delete(table);
  for (const other of others) {
    const own = rowsOf(other, elements);
    const last = own.findLastIndex((row) => gone.has(row));
    moved += xmlOf(source, ...own.slice(last + 1));
    const isEmptyBetween =
      other.start > position &&
      !/<\w+:(?:t|sectPr|drawing|pict)[\s>]/.test(source.slice(position, other.start));
    edits.push({ start: isEmptyBetween ? position : other.start, end: other.end, xml: '' });
    position = other.end;
  }
  edits.push(
    ...rowsOf(table, elements)
      .filter((row) => gone.has(row))
      .map(removed),
  );
  if (moved !== '') edits.push(appended(table, source, moved));
  return edits;
}

const rowsOf = (table: XmlElement, elements: ReadonlyMap<string, TableRow>) =>
  [...elements.values()].flatMap((one) => (one.table === table ? [one.row] : []));
