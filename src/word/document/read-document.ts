import type { DocumentPlace, TablePlace } from '../../diagnostics/finding.ts';
import { Refusal } from '../../zip/refusal.ts';
import { limits } from '../package/limits.ts';
import { attributeOf, isSwitchedOn, readXml, type XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import type { Aside, Block, DocumentText, Paragraph, Reference } from './document.ts';
import { Inline } from './inline.ts';
import { ListNumbers } from './lists.ts';
import { ShownText } from './shown-text.ts';
import { Skipping } from './skipping.ts';
import type { Surroundings } from './surroundings.ts';
import { signOf } from './symbols.ts';
import { TableReader } from './table-reader.ts';

/** What parts with paragraphs begin with. */
const roots = ['document', 'hdr', 'ftr', 'footnotes', 'endnotes', 'comments'];

/** Reads the main part of a Word document, or one beside it (a header, notes): its paragraphs and tables, in order. */
export function readDocument(file: WordPackage, part: string, surroundings: Surroundings): DocumentText {
  const reader = new DocumentReader(surroundings, part);
  readXml(file, part, reader);
  return reader;
}

/** Handles the events of `readXml`. @throws Refusal beyond the limits */
export class DocumentReader implements DocumentText {
  readonly blocks: Block[] = [];
  readonly asides: Aside[] = [];
  readonly references: Reference[] = [];
  readonly #surroundings: Surroundings;
  readonly #part: string;
  readonly #numbers: ListNumbers;
  readonly #path: string[] = [];
  readonly #skipping = new Skipping();
  /** The depth within skipped content. */
  #skipDepth = 0;
  readonly #tables = new TableReader();
  readonly #shown = new ShownText();
  /** The targets of blocks: the document, or the current cell. */
  readonly #sinks: Block[][] = [this.blocks];
  /** A paragraph may hold text boxes with paragraphs of their own. */
  readonly #paragraphs: Inline[] = [];
  /** The paragraph whose mark was deleted, so that the next one continues it. */
  #joined: Paragraph | undefined;
  #takesText = false;
  /** The reading aid above a word (`w:rt`), while it is read. */
  #readingAid: string | undefined;
  #paragraphCount = 0;
  /** A page or section break is above the current paragraph, or in it. */
  #isNewPage = false;
  #breaksPage = false;
  #keptCount = 0;
  #textLength = 0;

  constructor(surroundings: Surroundings, part = 'word/document.xml') {
    this.#surroundings = surroundings;
    this.#part = part;
    this.#numbers = new ListNumbers(surroundings.lists);
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1);
    if (parent === undefined && !roots.includes(name)) throw new Refusal('no-document');
    this.#path.push(name);
    if (this.#skipDepth > 0 || this.#skipping.open(name, parent)) {
      this.#skipDepth += 1;
      return;
    }
    if (name === 'tbl') {
      this.#isNewPage = false;
      this.#sink.push(this.#tables.open());
    } else if (name === 'tr') this.#tables.openRow();
    else if (name === 'tc') this.#sinks.push(this.#tables.openCell() ?? this.#sink);
    else if (name === 'p') this.#openParagraph();
    else if (name === 'sdt') this.#shown.openControl();
    else if (name === 't' || name === 'm:t') this.#takesText = true;
    else if (name === 'instrText') this.#takesText = this.#shown.isInCode;
    else if (name === 'rt') this.#readingAid = '';
    else {
      this.#tables.property(name, attributes, parent);
      this.#shown.property(name, attributes, parent);
      this.#paragraph?.property(name, attributes, parent, this.#path.at(-3));
      this.#content(name, attributes, parent);
    }
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    this.#skipping.close(name);
    if (name === 'tbl') this.#tables.close();
    else if (name === 'tr') this.#tables.closeRow();
    else if (name === 'tc') {
      this.#tables.closeCell();
      this.#sinks.pop();
    } else if (name === 'p') this.#closeParagraph();
    else if (name === 'pPr') this.#startParagraph();
    else if (name === 'sdt') this.#keepAside(this.#shown.closeControl());
    else if (name === 'r') this.#paragraph?.endRun();
    else if (name === 'checkBox') this.#paragraph?.add(this.#shown.fieldBox);
    else if (name === 'ddList') this.#paragraph?.add(this.#shown.fieldChoice);
    else if (name === 't' || name === 'm:t' || name === 'instrText') this.#takesText = false;
    else if (name === 'rt') {
      this.#keepAside(this.#readingAid ?? '');
      this.#readingAid = undefined;
    }
  }

  text(text: string): void {
    if (!this.#takesText || this.#skipDepth > 0) return;
    // Word shows a line break of the XML as a space.
    this.#write(/[\r\n]/.test(text) ? text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : text);
  }

  /** Whether the current event is skipped. */
  get isSkipping(): boolean {
    return this.#skipDepth > 0;
  }

  get isInTable(): boolean {
    return this.#tables.isWithin;
  }

  get column(): number {
    return this.#tables.column;
  }

  get #paragraph(): Inline | undefined {
    return this.#paragraphs.at(-1);
  }

  get #sink(): Block[] {
    return this.#sinks.at(-1) ?? this.blocks;
  }

  /** The place of the current event. */
  get place(): TablePlace | DocumentPlace {
    const row = this.#tables.place;
    if (row) return { kind: 'table', ...row };
    return { kind: 'document', ...(this.#paragraphCount > 0 && { paragraph: this.#paragraphCount }) };
  }

  /** Content of a paragraph other than text. */
  #content(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const sign = signOf(name, attributes, parent);
    if (sign !== undefined) this.#write(sign);
    if (name === 'softHyphen') this.#paragraph?.addSoftHyphen();
    else if (name === 'dataBinding') this.#shown.bind(this.#surroundings.boundValue(attributes));
    else if (name === 'commentReference') this.#refer('comment', attributeOf(attributes, 'id'));
    else if (name === 'altChunk') this.#refer('embedded', attributeOf(attributes, 'id'));
    else if (name === 'br' && attributeOf(attributes, 'type') === 'page') {
      if (this.#paragraph?.isEmpty) this.#isNewPage = true;
      else this.#breaksPage = true;
    } else if (name === 'pageBreakBefore' && parent === 'pPr') {
      this.#isNewPage ||= isSwitchedOn(attributeOf(attributes, 'val'));
    } else if (name === 'sectPr') this.#breaksPage = true;
  }

  #refer(kind: Reference['kind'], id = ''): void {
    if (this.references.length < limits.rows) this.references.push({ kind, id, place: this.place });
  }

  #write(text: string): void {
    this.#countText(text);
    if (this.#readingAid !== undefined) {
      this.#readingAid += text;
      return;
    }
    const shown = this.#shown.of(text, this.#paragraph?.isPrompt ?? false);
    if (shown.aside) this.#keepAside(shown.aside);
    this.#paragraph?.add(shown.text, !this.#tables.isWithin || this.#tables.isOnColour);
  }

  #keepAside(text: string): void {
    if (text.trim() !== '') this.asides.push({ place: this.place, text: text.trim() });
  }

  #countText({ length }: string): void {
    this.#textLength += length;
    const limit = limits.text / 1024 / 1024;
    if (this.#textLength > limits.text) throw new Refusal('too-much-text', { limit });
  }

  #openParagraph(): void {
    const joined = this.#sink.at(-1) === this.#joined ? this.#joined : undefined;
    if (joined) this.#sink.pop();
    this.#joined = undefined;
    const number = this.#tables.isWithin ? 0 : ++this.#paragraphCount;
    this.#paragraphs.push(new Inline(this.#surroundings.styles, number, joined));
  }

  /** Paragraphs in rows deleted by a tracked change are not counted. */
  #startParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph?.list === undefined || this.#tables.isInDeletedRow) return;
    const { levelOfStyle } = this.#surroundings.lists;
    const level = paragraph.level ?? levelOfStyle.get(paragraph.style ?? '') ?? 0;
    const label = this.#numbers.next(paragraph.list, level);
    this.#countText(label.text);
    paragraph.startWith(label);
  }

  #closeParagraph(): void {
    const inline = this.#paragraphs.pop();
    this.#keepAside(inline?.hidden ?? '');
    const paragraph = inline?.finish(this.#isNewPage && !this.#tables.isWithin);
    if (paragraph) this.#keep(paragraph);
    if (inline?.isMarkDeleted) this.#joined = paragraph;
    if (this.#tables.isWithin) return;
    this.#isNewPage = this.#breaksPage || (this.#isNewPage && !paragraph);
    this.#breaksPage = false;
  }

  #keep(paragraph: Paragraph): void {
    this.#keptCount += 1;
    const limit = limits.paragraphs;
    if (this.#keptCount > limit) throw new Refusal('too-many-paragraphs', { limit });
    if (paragraph.text.length > limits.paragraph) throw new Refusal('too-long', { part: this.#part });
    this.#sink.push(paragraph);
  }
}
