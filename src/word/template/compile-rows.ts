import type { XmlElement } from '../package/parse-xml.ts';
import { compilePart } from './compile-part.ts';
import { isRowTag, own, type RowTag, rowKinds, rowPlaceholders, sheetPlaceholders } from './placeholders.ts';
import type { Segments } from './segment.ts';
import { taggedRows } from './tagged-rows.ts';
import { type TemplateProblem, templateProblem } from './template-problem.ts';

/** The prototype rows of a document: the elements they are in it, and what they print. */
export interface CompiledRows {
  readonly elements: readonly XmlElement[];
  /** The table that they are in; undefined where there is none. */
  readonly table: XmlElement | undefined;
  readonly segments: Readonly<Record<RowTag, Segments>>;
  /** The same rows, kept on the page of what follows: for the last one. */
  readonly kept: Readonly<Record<RowTag, Segments>>;
  readonly problems: readonly TemplateProblem[];
}

/** Compiles the prototype rows of a document, whose XML is `source`. */
export function compileRows(document: XmlElement, source: string): CompiledRows {
  const problems: TemplateProblem[] = [];
  const segments = noSegments();
  const kept = noSegments();
  const rows = taggedRows(document);
  const table = rows[0]?.table;
  if (!table) return { elements: [], table, segments, kept, problems: [templateProblem.noRows()] };
  const seen = new Set<RowTag>();
  for (const { row, place, tags } of rows.filter((one) => one.table === table)) {
    const [tag] = tags;
    const found: TemplateProblem[] = [];
    if (tags.length > 1) found.push(templateProblem.severalTags(written(tags)));
    else if (seen.has(tag)) found.push(templateProblem.repeatedRow(tag));
    seen.add(tag);
    segments[tag] = compileRow(row, tag, source, found);
    kept[tag] = compileRow(row, tag, source, [], true);
    problems.push(...found.map((problem) => ({ ...problem, place })));
  }
  const strays = rows.filter((one) => one.table !== table);
  for (const other of new Set(strays.map((one) => one.table))) {
    const there = strays.filter((one) => one.table === other);
    const tags = there.flatMap((one) => one.tags);
    for (const tag of tags) seen.add(tag);
    const [{ place } = {}] = there;
    problems.push({ ...templateProblem.severalTables(written(tags)), ...(place && { place }) });
  }
  for (const [tag, { meaning }] of Object.entries(rowKinds)) {
    if (isRowTag(tag) && !seen.has(tag)) problems.push(templateProblem.missingRow(tag, meaning));
  }
  return { elements: rows.map(({ row }) => row), table, segments, kept, problems };
}

const noSegments = (): Record<RowTag, Segments> => ({
  group: [],
  position: [],
  'position-next': [],
  'position-rated': [],
  'position-next-rated': [],
  area: [],
  task: [],
  unrated: [],
});

const written = (tags: readonly RowTag[]) => tags.map((name) => `{#${name}}`).join(' ');

function compileRow(
  row: XmlElement,
  tag: RowTag,
  source: string,
  problems: TemplateProblem[],
  keepNext = false,
): Segments {
  const { needs, may } = rowKinds[tag];
  const printed = new Set<string>();
  const segments = compilePart(row, {
    source,
    placeholders: rowPlaceholders,
    repeated: true,
    keepNext,
    onToken: ({ name, sign, written }) => {
      if (sign === '') printed.add(name);
      if (needs.includes(name) || may.includes(name) || isRowTag(name)) return;
      const known = own(rowPlaceholders, name) ?? own(sheetPlaceholders, name);
      problems.push(
        known
          ? templateProblem.wrongRow(written, tag)
          : templateProblem.unknownPlaceholder(written, [...needs, ...may]),
      );
    },
  });
  for (const name of needs) {
    if (!printed.has(name)) problems.push(templateProblem.missingPlaceholder(name, tag));
  }
  return segments;
}
