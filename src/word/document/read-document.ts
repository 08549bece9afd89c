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
    switch (name) {
      case 'tbl':
        this.#isNewPage = false;
        this.#sink.push(this.#tables.open());
        break;
      case 'tr':
        this.#tables.openRow();
        break;
      case 'tc':
        this.#sinks.push(this.#tables.openCell() ?? this.#sink);
        break;
      case 'p':
        this.#openParagraph();
        break;
      case 'sdt':
        this.#shown.openControl();
        break;
      case 't':
      case 'm:t':
        this.#takesText = true;
        break;
      case 'rt':
        this.#readingAid = '';
        break;
      default:
        this.#tables.property(name, attributes, parent);
        this.#shown.property(name, attributes, parent);
        this.#paragraphs.at(-1)?.property(name, attributes, parent, this.#path.at(-3));
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
    switch (name) {
      case 'tbl':
        this.#tables.close();
        break;
      case 'tr':
        this.#tables.closeRow();
        break;
      case 'tc':
        this.#tables.closeCell();
        this.#sinks.pop();
        break;
      case 'p':
        this.#closeParagraph();
        break;
      case 'pPr':
        this.#startParagraph();
        break;
      case 'sdt':
        this.#keepAside(this.#shown.closeControl());
        break;
      case 'r':
        this.#paragraphs.at(-1)?.endRun();
        break;
      case 'checkBox':
        this.#paragraphs.at(-1)?.add(this.#shown.fieldBox);
        break;
      case 'ddList':
        this.#paragraphs.at(-1)?.add(this.#shown.fieldChoice);
        break;
      case 't':
      case 'm:t':
        this.#takesText = false;
        break;
      case 'rt':
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
    switch (name) {
      case 'softHyphen':
        this.#paragraphs.at(-1)?.addSoftHyphen();
        break;
      case 'dataBinding':
        this.#shown.bind(this.#surroundings.boundValue(attributes));
        break;
      case 'commentReference':
        this.#refer('comment', attributeOf(attributes, 'id'));
        break;
      case 'br':
        if (attributeOf(attributes, 'type') !== 'page') break;
        if (this.#paragraphs.at(-1)?.isEmpty) this.#isNewPage = true;
        else this.#breaksPage = true;
        break;
      case 'pageBreakBefore':
        if (parent === 'pPr' && isSwitchedOn(attributeOf(attributes, 'val'))) this.#isNewPage = true;
        break;
      case 'sectPr':
        this.#breaksPage = true;
        break;
      case 'altChunk':
        this.#refer('embedded', attributeOf(attributes, 'id'));
    }
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
    const paragraph = this.#paragraphs.at(-1);
    const shown = this.#shown.of(text, paragraph?.isPrompt ?? false);
    if (shown.aside) this.#keepAside(shown.aside);
    paragraph?.add(shown.text);
  }

  #keepAside(text: string): void {
    if (text.trim() !== '') this.asides.push({ place: this.place, text: text.trim() });
  }

  #countText({ length }: string): void {
    this.#textLength += length;
    if (this.#textLength > limits.text) {
      throw new Refusal('too-much-text', { limit: limits.text / 1024 / 1024 });
    }
  }

  #openParagraph(): void {
    const joined =
      this.#joined !== undefined && this.#sink.at(-1) === this.#joined ? this.#joined : undefined;
    if (joined) this.#sink.pop();
    this.#joined = undefined;
    const number = this.#tables.isWithin ? 0 : ++this.#paragraphCount;
    this.#paragraphs.push(new Inline(this.#surroundings.styles, number, joined));
  }

  /** Paragraphs in rows deleted by a tracked change are not counted. */
  #startParagraph(): void {
    const paragraph = this.#paragraphs.at(-1);
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
    if (this.#keptCount > limits.paragraphs) {
      throw new Refusal('too-many-paragraphs', { limit: limits.paragraphs });
    }
    if (paragraph.text.length > limits.paragraph) throw new Refusal('too-long', { part: this.#part });
    this.#sink.push(paragraph);
  }
}
