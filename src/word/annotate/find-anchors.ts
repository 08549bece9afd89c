import type { Place } from '../../diagnostics/finding.ts';
import { DocumentReader } from '../document/read-document.ts';
import type { Surroundings } from '../document/surroundings.ts';
import { attributeOf, readXmlText, type XmlAttributes } from '../package/read-xml.ts';
import type { XmlEvents } from '../package/xml-reader.ts';
import { gridColumns } from '../read/form-rows.ts';

/** A paragraph in the text of a part; offsets in UTF-16 units. */
export interface Anchor {
  /** Of its element, as written. */
  readonly name: string;
  /** After its start tag, and after its properties. */
  readonly contentStart: number;
  content: number;
  /** After its end tag; for `<w:p/>`, which has none, `end` is `contentStart`. */
  end: number;
}

/** What is needed of a document to add comments. */
export interface Anchors {
  /** The paragraph for a place; undefined if there is none. */
  find(place: Place): Anchor | undefined;
  /** The highest id of a comment, a tracked change or a bookmark; -1 where there is none. */
  readonly highestId: number;
  /** The namespace of the root, transitional or strict. */
  readonly namespace: string;
}

/**
 * Walks a document like the reader: tables, rows and paragraphs are counted the same, and what
 * the reader refuses is refused.
 */
export function findAnchors(
  xml: string,
  part: string,
  surroundings: Surroundings,
  places: readonly Place[],
): Anchors {
  const finder = new AnchorFinder(surroundings, new Set(places.map(keyOf)));
  readXmlText(xml, part, finder);
  return finder;
}

const keyOf = (place: Place): string => {
  if (place.kind === 'table') return `${place.table}/${place.row}`;
  return place.kind === 'document' ? `${place.paragraph ?? ''}` : '';
};

/** Elements whose ids comments should not share (ECMA-376 17.13, CT_Markup). */
const marked = /^(?:comment|bookmark|ins$|del$|moveFrom|moveTo|customXml|cell(?:Ins|Del|Merge)|\w+Change$)/;
/** Higher ids are ignored, since there would be no free ids above them. */
const highestKnown = 1e9;

/** The id of an element that comments must differ from; -1 for others. */
export const markupId = (name: string, attributes: XmlAttributes): number => {
  const id = marked.test(name) ? attributeOf(attributes, 'id') : undefined;
  return id !== undefined && /^\d+$/.test(id) && Number(id) < highestKnown ? Number(id) : -1;
};

interface OpenCell {
  /** Of the table's grid, from 0. */
  readonly column: number;
  length: number;
  /** It continues from above, so it shows nothing. */
  goesOn: boolean;
  first: Anchor | undefined;
}

interface OpenRow {
  readonly key: string;
  cell: OpenCell | undefined;
  /** The cell with the most visible text. */
  best: OpenCell | undefined;
  /** The first paragraphs of the cells that are visible, by the column of the grid. */
  readonly cells: Map<number, Anchor>;
}

class AnchorFinder implements XmlEvents, Anchors {
  highestId = -1;
  namespace = '';
  readonly #reader: DocumentReader;
  readonly #wanted: ReadonlySet<string>;
  readonly #found = new Map<string, Anchor>();
  readonly #cells = new Map<string, ReadonlyMap<number, Anchor>>();
  #columnOf: ReturnType<typeof gridColumns> | undefined;
  readonly #rows: OpenRow[] = [];
  /** A paragraph may hold text boxes with paragraphs of their own. */
  readonly #open: Anchor[] = [];
  #first: Anchor | undefined;
  #isText = false;

  constructor(surroundings: Surroundings, wanted: ReadonlySet<string>) {
    this.#reader = new DocumentReader(surroundings);
    this.#wanted = wanted;
  }

  find(place: Place): Anchor | undefined {
    this.#columnOf ??= gridColumns(this.#reader.blocks);
    const column = place.kind === 'table' ? this.#columnOf(place) : -1;
    return this.#cells.get(keyOf(place))?.get(column) ?? this.#found.get(keyOf(place)) ?? this.#first;
  }

  open(name: string, attributes: XmlAttributes, end: number, written: string): void {
    if (this.namespace === '') this.namespace = mainNamespace(attributes);
    this.highestId = Math.max(this.highestId, markupId(name, attributes));
    this.#reader.open(name, attributes);
    if (this.#reader.isSkipping) return;
    const row = this.#rows.at(-1);
    if (name === 'tr')
      this.#rows.push({ key: keyOf(this.#reader.place), cell: undefined, best: undefined, cells: new Map() });
    else if (name === 'tc' && row)
      row.cell = { column: this.#reader.column, length: 0, goesOn: false, first: undefined };
    else if (name === 'p') this.#openParagraph({ name: written, contentStart: end, content: end, end });
    else if (name === 't') this.#isText = true;
    else if (name === 'vMerge' && row?.cell) {
      row.cell.goesOn = attributeOf(attributes, 'val') !== 'restart';
    }
  }

  close(name: string, end: number): void {
    const wasSkipping = this.#reader.isSkipping;
    this.#reader.close(name);
    if (wasSkipping) return;
    const row = this.#rows.at(-1);
    const paragraph = this.#open.at(-1);
    if (name === 't') this.#isText = false;
    else if (name === 'pPr' && paragraph) paragraph.content = end;
    else if (name === 'p' && paragraph) {
      paragraph.end = end;
      this.#open.pop();
    } else if (name === 'tc' && row?.cell) {
      const { column, goesOn, first } = row.cell;
      if (first && !goesOn) row.cells.set(column, first);
      if (isBetter(row.cell, row.best)) row.best = row.cell;
      row.cell = undefined;
    } else if (name === 'tr' && row) {
      if (row.best?.first && this.#wanted.has(row.key)) {
        this.#found.set(row.key, row.best.first);
        this.#cells.set(row.key, row.cells);
      }
      this.#rows.pop();
    }
  }

  text(text: string): void {
    this.#reader.text(text);
    const cell = this.#rows.at(-1)?.cell;
    if (cell && this.#isText) cell.length += text.length;
  }

  #openParagraph(paragraph: Anchor): void {
    const cell = this.#rows.at(-1)?.cell;
    if (cell && this.#open.length === 0) cell.first ??= paragraph;
    this.#open.push(paragraph);
    this.#first ??= paragraph;
    const key = keyOf(this.#reader.place);
    if (!this.#reader.isInTable && this.#wanted.has(key)) this.#found.set(key, paragraph);
  }
}

const isBetter = (cell: OpenCell, best: OpenCell | undefined): boolean =>
  !best?.first || (best.goesOn === cell.goesOn ? cell.length > best.length : best.goesOn);

const mainNamespace = (attributes: XmlAttributes): string =>
  Object.values(attributes).find((value) => /\/wordprocessingml\/(?:2006\/)?main$/.test(value)) ?? '';
