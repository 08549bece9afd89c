import type { XmlElement } from '../../package/xml-tree.ts';
import { formRows } from '../../read/form-rows.ts';
import { own, sheetPlaceholders } from '../placeholders.ts';
import type { Segment, Segments } from '../segment.ts';
import type { Template } from '../template.ts';
import { type Made, type TemplateProblem, templateProblem } from '../template-problem.ts';
import { compilePart } from './compile-part.ts';
import { compileCut, compileRows, taskLineLength } from './compile-rows.ts';
import { firstFreeId, IdOffsets } from './copy-element.ts';
import { checkTokens, findTokens, tokensIn } from './find-tokens.ts';
import { hasTrackedChanges, parseParts, partText, removeComments } from './parse-parts.ts';
import type { TaggedRow } from './tagged-rows.ts';

export type { Template };

export type ReadTemplate = Made<{ readonly template: Template }>;

/** Reads the bytes of a Word file as a template, or returns everything that prevents it. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  const { opened, parsed, warnings, problems: unreadable } = parseParts(bytes);
  if (unreadable) return { problems: unreadable };
  const { parts, document: name, core, comments, properties } = opened;
  const main = parsed.get(name);
  if (main?.root.local !== 'document') return { problems: [templateProblem('no-document')] };

  const ids = new IdOffsets();
  const lost = new Set<string>();
  const onComment = (id: string) => void lost.add(id);
  const compiled = compileRows(main.root, { source: main.source, ids, onComment });
  const { rows, table } = compiled;
  const problems = [...compiled.problems];
  const roots = [...parsed.values()].map(({ root }) => root);
  if (roots.some(hasTrackedChanges)) problems.push(templateProblem('tracked-changes'));
  if (rows.length > 0) problems.push(...oldRows(bytes, rows));
  const prototypes = new Set(rows.map(({ row }) => row));
  const tokens = roots.flatMap((root) => tokensIn(root, (one) => prototypes.has(one)));
  const names = Object.keys(sheetPlaceholders);
  const { meant: printed, problems: ofTokens } = checkTokens(tokens, names, (written) =>
    templateProblem('misplaced-placeholder', { written }),
  );
  problems.push(...ofTokens);
  if (!printed.has('unit')) problems.push(templateProblem('missing-placeholder', { name: 'unit' }));
  if (problems.length > 0) return { problems };

  const [first] = rows;
  const cut = table && first ? compileCut(table, first.row, { source: main.source, ids }) : [];
  const rowsHere: Segment = { open: '', run: [], close: '' };
  const instead = (row: XmlElement) => {
    if (!prototypes.has(row)) return undefined;
    return row === first?.row ? [rowsHere] : [];
  };
  const filled = new Map<string, Segments>();
  for (const [part, { source, root }] of parsed) {
    const compilation = { source, placeholders: sheetPlaceholders, repeated: false, ids, onComment };
    filled.set(part, compilePart(root, compilation, part === name ? instead : undefined));
  }
  const content = filled.get(name) ?? [];
  const split = content.indexOf(rowsHere);
  filled.delete(name);
  if (core) filled.set(core, compileProperties(partText(parts, core)));
  const copied = new Map([...parts].filter(([part]) => part !== name && !filled.has(part)));
  removeComments(copied, comments, lost);
  const unprinted = names.filter((each) => each !== 'notes' && !printed.has(each));
  return {
    template: {
      copied: [...copied],
      filled: [...filled],
      document: { name, above: content.slice(0, split), below: content.slice(split + 1), cut },
      rows: compiled.segments,
      ids: { first: firstFreeId(roots), perCopy: ids.count },
      perLine: taskLineLength(rows),
      unprinted,
      properties,
    },
    warnings: [
      ...warnings,
      ...unprinted.flatMap((each) => {
        const placeholder = own(sheetPlaceholders, each);
        const facts = placeholder && { name: each, content: placeholder.content ?? placeholder.meaning };
        return facts ? [templateProblem(each === 'draft' ? 'unprinted draft' : 'unprinted', facts)] : [];
      }),
    ],
  };
}

/**
 * Rows of a filled-in form that were left in its table, below the header: every document would print them. Rows with
 * placeholders are meant to be there, as is what reaches over the whole table.
 */
function oldRows(bytes: Uint8Array, prototypes: readonly TaggedRow[]): TemplateProblem[] {
  const isPrototype = new Set(prototypes.map(({ place }) => `${place.table}/${place.row}`));
  const old = formRows(bytes).filter(
    ({ place, kind, cells, isWhole }) =>
      !isPrototype.has(`${place.table}/${place.row}`) &&
      kind !== 'header' &&
      !isWhole &&
      cells.some((text) => text !== '') &&
      !findTokens(cells.join(' ')).some(({ name }) => own(sheetPlaceholders, name)),
  );
  return [...new Set(old.map(({ place }) => place.table))].flatMap((table) => {
    const there = old.flatMap(({ place }) => (place.table === table ? [place.row] : []));
    const [row = 1, second] = there;
    const ranges = rangesOf(there);
    const rows =
      second === undefined
        ? { vi: `dòng ${ranges}`, en: `row ${ranges} is not a prototype row but has content` }
        : { vi: `các dòng ${ranges}`, en: `rows ${ranges} are not prototype rows but have content` };
    return [{ ...templateProblem('old-rows', { rows }), place: { kind: 'table', table, row } }];
  });
}

/** Numbers in order, such as “8–15, 18”. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** Compiles the document's properties: placeholders in the title are filled, all else stays as it is. */
function compileProperties(xml: string): Segments {
  const title = /(<dc:title>)([^<]*)(?=<\/dc:title>)/.exec(xml);
  if (!title) return [xml];
  const [, tag = '', text = ''] = title;
  const start = title.index + tag.length;
  const segments: Segment[] = [xml.slice(0, start)];
  let position = 0;
  for (const token of findTokens(text)) {
    const placeholder = own(sheetPlaceholders, token.name);
    if (!placeholder || token.sign !== '' || 'list' in placeholder) continue;
    segments.push(text.slice(position, token.start), { value: token.name, prefix: '' });
    position = token.end;
  }
  segments.push(text.slice(position), xml.slice(start + text.length));
  return segments;
}
