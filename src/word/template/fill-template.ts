import { deflateRawSync } from 'node:zlib';
import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Form } from '../../form/form.ts';
import { keepLast } from '../../form/keep-last.ts';
import { stretchesLines } from '../../look/long-words.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { endLength, keepsNotes, mayBreak, splitRows } from '../../sheet/split-rows.ts';
import { deflateStretch, ZipWriter } from '../../zip/zip-writer.ts';
import { contentHash, propertiesPart, recordHash } from '../package/content-hash.ts';
import { writeHints } from '../read/hints.ts';
import { hintsOf } from './hints-of.ts';
import { draftPlaceholders, own, rowPlaceholders, rowTagOf, sheetPlaceholders } from './placeholders.ts';
import { append, type Condition, IdCounter, type Segment, type Segments, writeSegments } from './segment.ts';
import type { Template } from './template.ts';

/**
 * Writes the .docx of a sheet. Rows are compressed as they are written, so that memory grows with the
 * compressed file only. The same template and sheet give the same bytes.
 *
 * @param hints for reading the document, from `writeHints`
 */
export function fillTemplate(template: Template, sheet: Sheet, hints = ''): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter((chunk) => chunks.push(chunk));
  const ids = new IdCounter(template.ids);
  for (const { name, bytes, packed } of copiedParts(template)) {
    zip.open(name);
    zip.add(bytes, packed);
    zip.close();
  }
  for (const [name, segments] of template.filled) {
    zip.addPart(name, [writeSegments(segments, sheetPlaceholders, sheet, ids)]);
  }
  zip.addPart(template.document.name, documentXml(template, sheet, ids));
  zip.addPart(propertiesPart, [recordHash(template.properties, contentHash(zip.parts), hints)]);
  zip.finish();
  return new Uint8Array(Buffer.concat(chunks));
}

/** The parts common to all documents of a template: compressing them is a quarter of the work on a short form. */
const copiedParts = keepLast(({ copied }: Template) =>
  copied.map(([name, content]) => {
    const bytes = Buffer.from(content);
    return { name, bytes, packed: deflateRawSync(bytes, deflateStretch) };
  }),
);

/** The prototype rows of a form that is in no doubt about them: their many copies need not ask. */
const certainRows = keepLast(
  ({ rows }: Template) => new Map(Object.entries(rows).map(([tag, row]) => [tag, certain(row)])),
);

function certain(row: Segments): Segments {
  const areDoubts = (conditions: readonly Condition[]) =>
    conditions.every(({ name }) => name.startsWith('doubt.'));
  const segments: Segment[] = [];
  for (const segment of row) {
    if (typeof segment === 'string' || !('when' in segment || 'unless' in segment)) append(segments, segment);
    else if ('unless' in segment ? !segment.unless.some(areDoubts) : !areDoubts(segment.when)) {
      append(segments, segment);
    } else if ('when' in segment) append(segments, ...segment.body);
  }
  return segments;
}

/** The prefix of Word's elements in a row, such as `w:`. */
const prefixOf = (row: string) => /^<((?:[\w.-]+:)?)tr[\s>]/.exec(row)?.[1] ?? '';

/** An element without content. */
const emptyElement = (name: string) => `<${name}(?:\\s[^<>]*)?(?:/>|></${name}>)`;

/** A row in which every paragraph has an element for its properties. */
const withProperties = (row: string, w: string) =>
  row
    .replace(new RegExp(`<${w}p(\\s[^<>]*)?/>`, 'g'), `<${w}p$1></${w}p>`)
    .replaceAll(`<${w}pPr/>`, '')
    .replace(new RegExp(`(<${w}p(?:\\s[^<>]*)?>)(?!\\s*<${w}pPr>)`, 'g'), `$1<${w}pPr></${w}pPr>`);

/** A row whose paragraphs are kept on the page of what follows. `keepNext` comes after the style (ECMA-376 17.3.1.26). */
function keptWithNext(row: string): string {
  const w = prefixOf(row);
  const [style, own] = [emptyElement(`${w}pStyle`), emptyElement(`${w}keepNext`)];
  return withProperties(row, w).replace(
    new RegExp(`(<${w}pPr>(?:\\s*${style})?)(?:\\s*${own})?`, 'g'),
    `$1<${w}keepNext/>`,
  );
}

/** A row whose paragraphs with very long words are not justified. After `jc` come only a few properties (ECMA-376 17.3.1.26). */
function unjustified(row: string, perLine: number): string {
  const w = prefixOf(row);
  const next = 'textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange';
  const end = new RegExp(`<${w}(?:${next})[\\s/>]|</${w}pPr>`);
  return withProperties(row, w).replace(new RegExp(`<${w}p[\\s>].*?</${w}p>`, 'gs'), (paragraph) => {
    const justified = paragraph.replace(new RegExp(`<${w}jc\\s[^<>]*"both"[^<>]*/>`), '');
    const isLong = stretchesLines(paragraph.replace(/<[^<>]*>/g, ' '), perLine);
    return isLong && !justified.includes(`<${w}jc `)
      ? justified.replace(end, `<${w}jc ${w}val="left"/>$&`)
      : paragraph;
  });
}

/** A row that may continue on the next page. */
const breaking = (row: string) => row.replace(new RegExp(emptyElement(`${prefixOf(row)}cantSplit`), 'g'), '');

function* documentXml(template: Template, sheet: Sheet, ids: IdCounter): Generator<string> {
  const { document, rows } = template;
  const placeholders = sheet.draft ? draftPlaceholders : rowPlaceholders;
  const certainRow = sheet.draft ? undefined : certainRows(template);
  const ofSheet = (segments: Segments) => writeSegments(segments, sheetPlaceholders, sheet, ids);
  yield ofSheet(document.above);
  let left = sheet.rows.length;
  const kept = endLength(sheet.rows);
  const pieces = document.cut.length === 0 ? [sheet.rows] : splitRows(sheet.rows);
  for (const piece of pieces) {
    if (left < sheet.rows.length) yield ofSheet(document.cut);
    for (const row of piece) {
      const tag = rowTagOf(row);
      let written = writeSegments(certainRow?.get(tag) ?? rows[tag], placeholders, row, ids);
      if (left <= kept) written = keptWithNext(written);
      if ('text' in row && row.text.some((text) => stretchesLines(text, template.perLine))) {
        written = unjustified(written, template.perLine);
      }
      yield mayBreak(row, template.perLine) ? breaking(written) : written;
      left -= 1;
    }
  }
  yield ofSheet(keepsNotes(sheet.rows, sheet.notes) ? document.below : withNotesBelow(document.below));
}

/** Notes from the last cell of the table moved below the table, whose header would be repeated above those on the next page. */
function withNotesBelow(below: Segments): Segments {
  const isNotes = (segment: Segment) =>
    typeof segment !== 'string' &&
    'when' in segment &&
    segment.when.every(({ name }) => /^notes?$/.test(name));
  const start = below.findIndex(isNotes);
  const end = below.findLastIndex(isNotes) + 1;
  const [, cell, rest] = /^((?:<\/\w+:(?:tc|tr|tbl)>){3})(.*)$/s.exec(String(below[end])) ?? [];
  if (cell === undefined || rest === undefined) return below;
  return [...below.slice(0, start), cell, ...below.slice(start, end), rest, ...below.slice(end + 1)];
}

/** The parts of a sheet that its document will lack, since the template has neither a placeholder nor the same words. */
export function unprintedOf({ unprinted, document, filled }: Template, sheet: Sheet): Wording[] {
  if (unprinted.length === 0) return [];
  const segments = [...document.above, ...document.below, ...filled.flatMap(([, content]) => content)];
  const fixed = segments.filter((segment) => typeof segment === 'string').join('');
  return unprinted.flatMap((name) => {
    const placeholder = own(sheetPlaceholders, name);
    if (!placeholder) return [];
    const values = 'list' in placeholder ? (placeholder.list(sheet) ?? []) : [placeholder.text(sheet)];
    const isLost = values.some(
      (value) => value !== undefined && (value === '' || !fixed.includes(escapeXml(value))),
    );
    return isLost ? [placeholder.content ?? placeholder.meaning] : [];
  });
}

/** The .docx of a form, with the hints by which it is read back. @param sheet of the form */
export const writeWord = (form: Form, sheet: Sheet, template: Template): Uint8Array =>
  fillTemplate(template, sheet, writeHints(hintsOf(form, sheet)));
