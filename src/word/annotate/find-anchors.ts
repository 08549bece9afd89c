import type { Place } from '../../diagnostics/place.ts';
import { DocumentReader } from '../document/read-document.ts';
import type { Surroundings } from '../document/surroundings.ts';
import { attributeOf, readXmlText, type XmlAttributes } from '../package/read-xml.ts';
import type { XmlEvents } from '../package/xml-reader.ts';

/** A paragraph in the text of a part; offsets in UTF-16 units. */
export interface Anchor {
  /** Of its element, as written. */
  readonly name: string;
  /** Behind its start tag, and behind its properties. */
  readonly contentStart: number;
  content: number;
  /** Behind its end tag, which `<w:p/>` does not have: `end` is `contentStart` there. */
  end: number;
}

/** What comments in a document need to know of it. */
export interface Anchors {
  /** The paragraph that a place means; undefined where there is none at all. */
  find(place: Place): Anchor | undefined;
  /** The highest id of a comment, a tracked change or a bookmark; -1 where there is none. */
  readonly highestId: number;
  /** The namespace of the root, transitional or strict. */
  readonly namespace: string;
}

/**
 * Goes through the text of a document, as reading does: tables, rows and paragraphs are counted the same, and what
 * reading refuses is refused.
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
/** Ids above it are left out, since there would be no room for others above them. */
const highestKnown = 1e9;

/** The id of an element that comments must differ from; -1 for others. */
export const markupId = (name: string, attributes: XmlAttributes): number => {
  const id = marked.test(name) ? attributeOf(attributes, 'id') : undefined;
  return id !== undefined && /^\d+$/.test(id) && Number(id) < highestKnown ? Number(id) : -1;
};

interface OpenCell {
  length: number;
  goesOn: boolean;
  first: Anchor | undefined;
}

interface OpenRow {
  readonly key: string;
  /** The first paragraph of the cell that shows most; a cell that goes on from above shows nothing. */
  best: OpenCell | undefined;
}

class AnchorFinder implements XmlEvents, Anchors {
  highestId = -1;
  namespace = '';
  readonly #reader: DocumentReader;
  readonly #wanted: ReadonlySet<string>;
  readonly #found = new Map<string, Anchor>();
  readonly #rows: OpenRow[] = [];
  readonly #cells: OpenCell[] = [];
  /** A paragraph may hold text boxes with paragraphs of their own. */
  readonly #paragraphs: Anchor[] = [];
  #first: Anchor | undefined;
  #takesText = false;

  constructor(surroundings: Surroundings, wanted: ReadonlySet<string>) {
    this.#reader = new DocumentReader(surroundings);
    this.#wanted = wanted;
  }

  find(place: Place): Anchor | undefined {
    return this.#found.get(keyOf(place)) ?? this.#first;
  }

  open(name: string, attributes: XmlAttributes, end: number, written: string): void {
    if (this.namespace === '') this.namespace = mainNamespace(attributes);
    this.highestId = Math.max(this.highestId, markupId(name, attributes));
    this.#reader.open(name, attributes);
    if (this.#reader.isSkipping) return;
    if (name === 'tr') {
      const { place } = this.#reader;
      this.#rows.push({ key: keyOf(place), best: undefined });
    } else if (name === 'tc') this.#cells.push({ length: 0, goesOn: false, first: undefined });
    else if (name === 'p') this.#openParagraph(written, end);
    else if (name === 't') this.#takesText = true;
    else if (name === 'vMerge') {
      const cell = this.#cells.at(-1);
      if (cell) cell.goesOn = attributeOf(attributes, 'val') !== 'restart';
    }
  }

  close(name: string, end: number): void {
    const wasSkipping = this.#reader.isSkipping;
    this.#reader.close(name);
    if (wasSkipping) return;
    if (name === 't') this.#takesText = false;
    else if (name === 'pPr') {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph) paragraph.content = end;
    } else if (name === 'p') {
      const paragraph = this.#paragraphs.pop();
      if (paragraph) paragraph.end = end;
    } else if (name === 'tc') this.#closeCell();
    else if (name === 'tr') {
      const { key, best } = this.#rows.pop() ?? {};
      if (key !== undefined && best?.first && this.#wanted.has(key)) this.#found.set(key, best.first);
    }
  }

  text(text: string): void {
    this.#reader.text(text);
    const cell = this.#cells.at(-1);
    if (cell && this.#takesText) cell.length += text.length;
  }

  #openParagraph(name: string, end: number): void {
    const paragraph = { name, contentStart: end, content: end, end };
    const cell = this.#cells.at(-1);
    if (cell && this.#paragraphs.length === 0) cell.first ??= paragraph;
    this.#paragraphs.push(paragraph);
    this.#first ??= paragraph;
    const key = keyOf(this.#reader.place);
    if (!this.#reader.isInTable && this.#wanted.has(key)) this.#found.set(key, paragraph);
  }

  #closeCell(): void {
    const cell = this.#cells.pop();
    const row = this.#rows.at(-1);
    if (!cell || !row) return;
    const { best } = row;
    const isBetter =
      !best || (best.goesOn !== cell.goesOn ? best.goesOn : cell.length > best.length) || !best.first;
    if (isBetter) row.best = cell;
  }
}

const mainNamespace = (attributes: XmlAttributes): string =>
  Object.values(attributes).find((value) => /\/wordprocessingml\/(?:2006\/)?main$/.test(value)) ?? '';
