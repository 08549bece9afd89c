import { deflateRawSync } from 'node:zlib';
import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Form } from '../../form/form.ts';
import { keepLast } from '../../form/keep-last.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { endLength, keepsNotes, mayBreak, splitRows } from '../../sheet/split-rows.ts';
import { deflateStretch, ZipWriter } from '../../zip/zip-writer.ts';
import { contentHash, propertiesPart, recordHash } from '../package/content-hash.ts';
import { writeHints } from '../read/hints.ts';
import { hintsOf } from './hints-of.ts';
import { own, type RowTag, rowPlaceholders, rowTagOf, sheetPlaceholders } from './placeholders.ts';
import { draftPlaceholders, inState, type RowState } from './row-states.ts';
import { IdCounter, type Segment, type Segments, writeSegments } from './segment.ts';
import type { Template } from './template.ts';

/**
 * Writes the .docx of a sheet. Rows are compressed as they are written, so that memory grows only with the
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

/** The prototype rows of a template in the states in which they were filled. */
const rowsInState = keepLast((_: Template) => new Map<string, Segments>());

function* documentXml(template: Template, sheet: Sheet, ids: IdCounter): Generator<string> {
  const { document, rows } = template;
  const placeholders = sheet.draft ? draftPlaceholders : rowPlaceholders;
  const inStates = rowsInState(template);
  const prototypeOf = (tag: RowTag, state: RowState) => {
    const key = `${tag} ${state.draft} ${state.kept} ${state.whole}`;
    const known = inStates.get(key) ?? inState(rows[tag], state);
    inStates.set(key, known);
    return known;
  };
  const ofSheet = (segments: Segments) => writeSegments(segments, sheetPlaceholders, sheet, ids);
  yield ofSheet(document.above);
  let left = sheet.rows.length;
  const kept = endLength(sheet.rows);
  const pieces = document.cut.length === 0 ? [sheet.rows] : splitRows(sheet.rows);
  for (const piece of pieces) {
    if (left < sheet.rows.length) yield ofSheet(document.cut);
    for (const row of piece) {
      const prototype = prototypeOf(rowTagOf(row), {
        draft: sheet.draft,
        kept: left <= kept,
        whole: !mayBreak(row, template.perLine),
      });
      yield writeSegments(prototype, placeholders, row, ids);
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
