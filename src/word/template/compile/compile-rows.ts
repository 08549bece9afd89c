import { usualLine } from '../../../sheet/split-rows.ts';
import { attributeIn, propertyOf, type XmlElement } from '../../package/xml-tree.ts';
import { isRowTag, type RowTag, rowKinds, rowPlaceholders, sheetPlaceholders } from '../placeholders.ts';
import { append, type Segment, type Segments } from '../segment.ts';
import { type TemplateProblem, templateProblem } from '../template-problem.ts';
import type { Compilation } from './compile-paragraph.ts';
import { compilePart } from './compile-part.ts';
import { type CopyOptions, copyElement, startTag } from './copy-element.ts';
import { checkTokens, tokensIn } from './find-tokens.ts';
import { type TaggedRow, taggedRows } from './tagged-rows.ts';

/** The prototype rows of a document: the elements they are in it, and what they print. */
export interface CompiledRows {
  readonly rows: readonly TaggedRow[];
  /** The table that they are in; undefined where there is none. */
  readonly table: XmlElement | undefined;
  readonly segments: Readonly<Record<RowTag, Segments>>;
  readonly problems: readonly TemplateProblem[];
}

type RowOptions = Omit<CopyOptions, 'repeated'>;

/** Compiles the prototype rows of a document. */
export function compileRows(document: XmlElement, options: RowOptions): CompiledRows {
  const problems: TemplateProblem[] = [];
  const segments: Record<RowTag, Segments> = {
    ...{ group: [], position: [], 'position-next': [], 'position-rated': [] },
    ...{ 'position-next-rated': [], area: [], task: [], unrated: [] },
  };
  const rows = taggedRows(document);
  const table = rows[0]?.table;
  if (!table) return { rows, table, segments, problems: [templateProblem('no-rows')] };
  const seen = new Map<RowTag, XmlElement>();
  for (const { row, place, tags } of rows.filter((one) => one.table === table)) {
    const [tag] = tags;
    const found: TemplateProblem[] = [];
    if (tags.length > 1) found.push(templateProblem('several-tags', { tags: written(tags) }));
    else if (seen.has(tag)) found.push(templateProblem('repeated-row', { tag }));
    seen.set(tag, row);
    const { needs, may } = rowKinds[tag];
    const tokens = tokensIn(row).filter(({ name }) => !isRowTag(name));
    const checked = checkTokens(tokens, [...needs, ...may], (one) =>
      templateProblem('misplaced-placeholder row', { written: one, tag }),
    );
    const missing = needs.filter((name) => !checked.meant.has(name));
    found.push(
      ...checked.problems,
      ...missing.map((name) => templateProblem('missing-placeholder row', { name, tag })),
    );
    segments[tag] = compilePart(row, rowCompilation(options));
    problems.push(...found.map((problem) => ({ ...problem, place })));
  }
  const strays = rows.filter((one) => one.table !== table);
  for (const other of new Set(strays.map((one) => one.table))) {
    const there = strays.filter((one) => one.table === other);
    const tags = there.flatMap((one) => one.tags);
    for (const { row, tags } of there) for (const tag of tags) seen.set(tag, row);
    const [{ place } = {}] = there;
    problems.push({ ...templateProblem('several-tables', { tags: written(tags) }), ...(place && { place }) });
  }
  for (const [tag, { meaning, fallback }] of Object.entries(rowKinds)) {
    if (!isRowTag(tag) || seen.has(tag)) continue;
    const [duty, task] = fallback ? [seen.get(fallback), seen.get('task')] : [];
    const levels = duty && task && levelCellsFor(duty, task);
    if (duty && levels) segments[tag] = compileRated(duty, levels, options);
    // A row without its text is reported separately.
    else if (!fallback || (duty && task && [duty, task].every(holdsTaskText)))
      problems.push(templateProblem('missing-row', { tag, meaning }));
  }
  return { rows, table, segments, problems };
}

const written = (tags: readonly RowTag[]) => tags.map((name) => `{#${name}}`).join(' ');

const rowCompilation = (options: RowOptions): Compilation => ({
  ...options,
  ...{ placeholders: rowPlaceholders, repeated: true },
});

/**
 * A duty with a level where the template has no row for it: the cells of a duty up to its text, then those that a task
 * has after its text.
 */
function compileRated(duty: XmlElement, levels: readonly XmlElement[], options: RowOptions): Segments {
  const compilation = rowCompilation(options);
  const cells = cellsOf(duty);
  const text = cells.findIndex(holdsTaskText);
  return copyElement(duty, compilation, (child) => {
    const index = cells.indexOf(child);
    if (index > text) return [];
    const segments = [...compilePart(child, compilation)];
    if (index === text) append(segments, ...levels.flatMap((cell) => compilePart(cell, compilation)));
    return segments;
  });
}

/** The cells of a task after its text, if they begin and end in the same columns as those of a duty. */
function levelCellsFor(duty: XmlElement, task: XmlElement): XmlElement[] | undefined {
  const [ofDuty, ofTask] = [duty, task].map((row) => {
    const cells = cellsOf(row);
    const text = cells.findIndex(holdsTaskText);
    const width = (some: readonly XmlElement[]) => some.reduce((sum, cell) => sum + spanOf(cell), 0);
    const before = valueIn(row, 'gridBefore');
    return {
      rest: cells.slice(text + 1),
      begin: text < 0 ? Number.NaN : before + width(cells.slice(0, text + 1)),
      end: before + width(cells),
    };
  });
  if (!ofDuty || !ofTask) return undefined;
  return ofDuty.begin === ofTask.begin && ofDuty.end === ofTask.end ? ofTask.rest : undefined;
}

const cellsOf = (row: XmlElement) => row.children.filter(({ local }) => local === 'tc');
const spanOf = (cell: XmlElement) => valueIn(cell, 'gridSpan') || 1;
const holdsTaskText = (cell: XmlElement) =>
  tokensIn(cell).some(({ name, sign }) => name === 'task.text' && sign === '');

/** How many letters of 13 points, which are 113 twips wide, are in a line of a task's text, at most `usualLine`. */
export function taskLineLength(rows: readonly TaggedRow[]): number {
  const cell = rows.find(({ tags }) => tags[0] === 'task')?.row.children.find(holdsTaskText);
  const width = propertyOf(cell, 'tcW');
  const isTwips = width && attributeIn(width, 'type') === 'dxa';
  return Math.min(
    usualLine,
    isTwips ? Math.floor(Number(attributeIn(width, 'w')) / 113) || usualLine : usualLine,
  );
}

/** A number among the properties of a row or a cell; 0 where it is not there. */
function valueIn(element: XmlElement, name: string): number {
  const found = propertyOf(element, name);
  return found ? Number(attributeIn(found, 'val')) : 0;
}

/**
 * What ends a table and begins another one with its properties, columns and header rows: those above the first
 * prototype that repeat on every page. Empty where the rows are not in the table itself.
 *
 * @param first the first prototype row
 */
export function compileCut(
  table: XmlElement,
  first: XmlElement,
  copied: Pick<CopyOptions, 'source' | 'ids'>,
): Segments {
  const index = table.children.indexOf(first);
  if (index < 0) return [];
  const compilation = { ...copied, repeated: true, placeholders: sheetPlaceholders };
  const cut: Segment[] = [
    `</${table.name}>${separator(table.name.slice(0, -'tbl'.length))}${startTag(table, compilation)}`,
  ];
  for (const child of table.children.slice(0, index)) {
    if (child.local !== 'tr' || isHeader(child)) append(cut, ...compilePart(child, compilation));
  }
  return cut;
}

function isHeader(row: XmlElement): boolean {
  const header = propertyOf(row, 'tblHeader');
  return header !== undefined && !/^(?:0|false|off)$/.test(attributeIn(header, 'val'));
}

/**
 * Without a paragraph between them Word joins two tables. This one is a point high and begins a page, so that the header
 * rows of the next table are where those of every page are.
 */
const separator = (w: string) =>
  `<${w}p><${w}pPr><${w}keepNext/><${w}pageBreakBefore/><${w}spacing ${w}before="0" ${w}after="0" ${w}line="20" ${w}lineRule="exact"/>` +
  `<${w}rPr><${w}sz ${w}val="2"/></${w}rPr></${w}pPr></${w}p>`;
