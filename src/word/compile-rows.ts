import { compilePart } from './compile-part.ts';
import type { XmlElement } from './parse-xml.ts';
import { isRowTag, own, type RowTag, rowKinds, rowPlaceholders, sheetPlaceholders } from './placeholders.ts';
import type { Segments } from './segment.ts';
import { taggedRows } from './tagged-rows.ts';
import { type TemplateProblem, templateProblem } from './template-problem.ts';

/** The prototype rows of a document: the elements they are in it, and what they print. */
export interface CompiledRows {
  readonly elements: readonly XmlElement[];
  readonly segments: Readonly<Record<RowTag, Segments>>;
  readonly problems: readonly TemplateProblem[];
}

/** Compiles the prototype rows of a document, whose XML is `source`. */
export function compileRows(document: XmlElement, source: string): CompiledRows {
  const problems: TemplateProblem[] = [];
  const segments: Record<RowTag, Segments> = {
    group: [],
    position: [],
    'position-next': [],
    'position-rated': [],
    'position-next-rated': [],
    area: [],
    task: [],
    unrated: [],
  };
  const rows = taggedRows(document);
  const seen = new Set<RowTag>();
  for (const { row, table, tags } of rows) {
    const [tag] = tags;
    if (tags.length > 1)
      problems.push(templateProblem.severalTags(tags.map((name) => `{#${name}}`).join(' ')));
    else if (table !== rows[0]?.table) problems.push(templateProblem.severalTables(tag));
    else if (seen.has(tag)) problems.push(templateProblem.repeatedRow(tag));
    seen.add(tag);
    segments[tag] = compileRow(row, tag, source, problems);
  }
  for (const [tag, { meaning }] of Object.entries(rowKinds)) {
    if (isRowTag(tag) && !seen.has(tag)) problems.push(templateProblem.missingRow(tag, meaning));
  }
  return { elements: rows.map(({ row }) => row), segments, problems };
}

function compileRow(row: XmlElement, tag: RowTag, source: string, problems: TemplateProblem[]): Segments {
  const { needs, may } = rowKinds[tag];
  const printed = new Set<string>();
  const segments = compilePart(row, {
    source,
    placeholders: rowPlaceholders,
    repeated: true,
    onToken: ({ name, sign, written }) => {
      if (sign === '') printed.add(name);
      if (needs.includes(name) || may.includes(name) || isRowTag(name)) return;
      const known = own(rowPlaceholders, name) ?? own(sheetPlaceholders, name);
      problems.push(
        known ? templateProblem.wrongRow(written, tag) : templateProblem.unknownPlaceholder(written),
      );
    },
  });
  for (const name of needs) {
    if (!printed.has(name)) problems.push(templateProblem.missingPlaceholder(name, tag));
  }
  return segments;
}
