import type { Facts } from '../../diagnostics/finding.ts';
import { foldHeading } from '../../vietnamese/fold-text.ts';
import { oldEncodingOf } from '../document/convert-document.ts';
import { type Block, type Cell, type Row, type Table, textOf } from '../document/document.ts';
import type { WordDocument } from '../document/read-word-document.ts';
import { cellUnder } from './columns.ts';
import { FormBuilder } from './form-builder.ts';
import type { FormHeader } from './form-header.ts';
import { type FormTable, formTables } from './form-tables.ts';
import type { Below } from './group-headings.ts';
import { withHeadings } from './headings-above.ts';
import { type Hints, hintedKind, readHints } from './hints.ts';
import { type Item, itemsOf, linesOf, linesOfItems, linesOfTable } from './lines.ts';
import { Places } from './places.ts';
import { readFoot } from './read-foot.ts';
import { readHead } from './read-head.ts';
import { liftSignatures } from './read-signatures.ts';
import { ownGroup, rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/** Begins of the headings of the form, folded. */
const headings = /^(?:bieu so 2|phan nhom cong viec)(?: |$)/;

/** The heading of the form in a document without its table; a template, which has placeholders, does not count. */
function headingIn(blocks: readonly Block[]): Facts {
  const texts = linesOf(blocks, { kind: 'document' }).map(({ text }) => text);
  if (texts.some((text) => /\{[#/]?[\w-]+\}/.test(text))) return {};
  // Longer lines are sentences that mention it.
  const heading = texts.find((text) => text.length < 80 && headings.test(foldHeading(text)));
  return heading === undefined ? {} : { heading: heading.trim() };
}

/** Reads the form out of a document; undefined where there is none, with a problem that says so. */
export function readForm(
  { blocks: given, headers, hints: written }: Pick<WordDocument, 'blocks' | 'headers' | 'hints'>,
  places: Places,
): unknown {
  const hints = readHints(written);
  const blocks = liftSignatures(given);
  const tables = formTables(blocks);
  const [first] = tables;
  const hasHeader = first !== undefined && !first.header.missing.includes('*');
  reportOldEncoding(blocks, hasHeader, places);
  if (!first || (!hasHeader && places.problems.length > 0)) {
    if (places.problems.length === 0)
      places.report('word-form', 'no-table', { kind: 'document' }, headingIn(blocks));
    return undefined;
  }
  const { items, forms } = withHeadings(itemsOf(blocks, new Set(tables.map(({ table }) => table))), tables);
  const second = secondForm(items, forms, hints);
  if (second) {
    const { table, start, unit } = second;
    const place = { kind: 'table', table: table.number, row: table.rows[start]?.number ?? 1 } as const;
    places.report('word-form', 'second-form', place, { table: table.number, unit });
    return undefined;
  }
  const start = items.findIndex((item) => item.kind === 'form');
  const end = items.findLastIndex((item) => item.kind === 'form');
  // Titles may be rows of the form's own table.
  const titles = { ...first.table, rows: first.table.rows.slice(0, first.header.start) };
  const above = [...linesOfItems(items.slice(0, start)), ...linesOfTable(titles)];
  const head = readHead(above, linesOf(headers, { kind: 'document' }), places, hints);
  places.set(['groups'], {
    kind: 'table',
    table: first.table.number,
    row: first.table.rows[first.header.start]?.number ?? 1,
  });
  const builder = new FormBuilder(places);
  for (const form of forms) readTable(form, builder, places, hints);
  for (const { place, text } of linesOfItems(items.slice(start, end))) places.keep(place, text);
  const foot = readFoot(items.slice(end + 1), places, hints);
  return { form: 'bieu-so-2', version: 1, ...head, groups: builder.groups, ...foot };
}

/**
 * The header with which another form begins, in a table of its own or in the same one: above it is another unit, or below
 * it is a group that was there before and is not the last one, which may go on.
 */
function secondForm(
  items: readonly Item[],
  forms: readonly FormTable[],
  hints: Hints,
): { readonly table: Table; readonly start: number; readonly unit: string } | undefined {
  const unitAbove = (table: Table, start: number, above: readonly Item[]) => {
    // Titles may be rows of the same table, below those of the first form.
    const from = table.rows.findLastIndex(({ cells }, row) => row < start && cells.length > 3) + 1;
    const lines = [
      ...linesOfItems(above),
      ...linesOfTable({ ...table, rows: table.rows.slice(from, start) }),
    ];
    return readHead(lines, [], new Places(), hints).unit ?? '';
  };
  const ends = items.flatMap((item, index) => (item.kind === 'form' ? [index] : []));
  const seen = new Set<number>();
  let firstUnit = '';
  let last = 0;
  for (const [which, { table, header, headings = [] }] of forms.entries()) {
    const rows = [
      ...headings.map((row): [number, Row] => [0, row]),
      ...[...table.rows.entries()].slice(header.end),
    ];
    const isAgain = ([, row]: [number, Row]) =>
      isTaskHeading(cellUnder(header.columns.task, row, header.edges));
    if (forms.length === 1 && !rows.some(isAgain)) return undefined;
    const above = items.slice(which === 0 ? 0 : (ends[which - 1] ?? 0) + 1, ends[which]);
    const unit = unitAbove(table, header.start, above);
    if (which === 0) firstUnit = unit;
    else if (firstUnit !== '' && unit !== '' && foldHeading(unit) !== foldHeading(firstUnit))
      return { table, start: header.start, unit };
    let start = header.end > header.start ? header.start : undefined;
    for (const [index, row] of rows) {
      const kind = rowKind(viewRow(row, table.number, header));
      if (kind.kind === 'header') start ??= index;
      if (kind.kind !== 'group') continue;
      const own = ownGroup(kind.title);
      const group = own === last + 1 ? own : (kind.numeral ?? own);
      if (group === undefined) continue;
      if (start !== undefined && group !== last && seen.has(group))
        return { table, start, unit: start === header.start ? unit : unitAbove(table, start, []) };
      start = undefined;
      last = group;
      seen.add(group);
    }
  }
  return undefined;
}

function isTaskHeading(cell: Cell | undefined): boolean {
  const [first] = cell?.blocks ?? [];
  // For most cells, the beginning is enough.
  if (first?.kind !== 'paragraph' || first.text.length > 40 || !/^\W*c/i.test(first.text)) return false;
  return foldHeading(textOf(cell)) === 'cong viec cu the';
}

/**
 * Where texts are in an old encoding not even the header can be read. Where the letters of a form give it away,
 * the rule on encodings says so at each text.
 */
function reportOldEncoding(blocks: readonly Block[], hasHeader: boolean, places: Places): void {
  const { byFont, byLetters } = oldEncodingOf(blocks);
  const found = hasHeader ? (byLetters ? undefined : byFont) : (byFont ?? byLetters);
  if (!found) return;
  const { encoding, font } = found;
  const facts = { id: encoding, encoding: encoding.toUpperCase(), font };
  places.report('word-form', 'old-encoding', { kind: 'document' }, facts);
}

function readTable(
  { table, header, headings = [] }: FormTable,
  builder: FormBuilder,
  places: Places,
  hints: Hints,
): void {
  const headerRow = table.rows[header.start]?.number ?? 1;
  for (const heading of header.missing) {
    const message = heading === '*' ? 'header-missing' : 'header-changed';
    places.report('word-form', message, { kind: 'table', table: table.number, row: headerRow }, { heading });
  }
  const rows = [...headings, ...table.rows.slice(header.end)];
  for (const [index, row] of rows.entries()) {
    const view = viewRow(row, table.number, header);
    builder.addRow(view, hintedKind(view, hints), () => below(rows, index, table, header));
  }
}

function below(rows: readonly Row[], index: number, table: Table, header: FormHeader): Below {
  let number: string | undefined;
  for (let next = index + 1; next < rows.length; next++) {
    const row = rows[next];
    if (!row) break;
    const kind = rowKind(viewRow(row, table.number, header));
    const group = kind.kind === 'group' ? kind.numeral : undefined;
    if (kind.kind === 'group') return { ...(number && { number }), ...(group && { group }) };
    if (kind.kind !== 'empty' && kind.kind !== 'header') number ??= kind.kind === 'task' ? kind.number : '';
  }
  return number ? { number } : {};
}
