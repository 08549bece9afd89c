import { limits } from '../../zip/limits.ts';
import { Refusal } from '../../zip/refusal.ts';
import { attributeOf, readXml, type XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import type { Block, Paragraph } from './document.ts';
import { Inline, type Styles } from './inline.ts';
import { isSwitchedOn } from './is-switched-on.ts';
import { ListNumbers, type Lists } from './numbering.ts';
import { ShownText } from './shown-text.ts';
import { Skipping } from './skipping.ts';
import { fontOf } from './style-fonts.ts';
import { drawnBy } from './symbols.ts';
import { TableReader } from './table-reader.ts';

/** What parts with paragraphs begin with. */
const roots = ['document', 'hdr', 'ftr', 'footnotes', 'endnotes'];

/** What the document says apart from its text, and shows in it. */
export interface Look extends Styles {
  readonly lists: Lists;
}

/** Reads the main part of a Word document, or one beside it (a header, notes): its paragraphs and tables, in order. */
export function readDocument(file: WordPackage, part: string, look: Look): Block[] {
  const reader = new DocumentReader(look);
  readXml(file, part, reader);
  return reader.blocks;
}

class DocumentReader {
  readonly blocks: Block[] = [];
  readonly #styles: Styles;
  readonly #numbers: ListNumbers;
  readonly #path: string[] = [];
  readonly #skipping = new Skipping();
  /** How deep within something skipped. */
  #skipDepth = 0;
  readonly #tables = new TableReader();
  readonly #shown = new ShownText();
  /** Where blocks go: into the document, or into the cell at hand. */
  readonly #sinks: Block[][] = [this.blocks];
  /** A paragraph may hold text boxes with paragraphs of their own. */
  readonly #paragraphs: Inline[] = [];
  /** The paragraph whose mark was deleted, so that the next one goes on in it. */
  #joined: Paragraph | undefined;
  #takesText = false;
  #paragraphCount = 0;
  #keptCount = 0;
  #textLength = 0;

  constructor(look: Look) {
    this.#styles = look;
    this.#numbers = new ListNumbers(look.lists);
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
      default:
        this.#tables.property(name, attributes, parent);
        this.#shown.property(name, attributes, parent);
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
        this.#shown.closeControl();
        break;
      case 'r':
        this.#paragraphs.at(-1)?.endRun();
        break;
      case 'checkBox':
        this.#paragraphs.at(-1)?.add(this.#shown.fieldBox);
        break;
      case 't':
      case 'm:t':
        this.#takesText = false;
    }
  }

  text(text: string): void {
    if (this.#takesText && this.#skipDepth === 0) this.#write(text);
  }

  get #sink(): Block[] {
    return this.#sinks.at(-1) ?? this.blocks;
  }

  /** What a run holds besides text, and what says in which font it stands. */
  #content(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    const isOfList = parent === 'numPr' && this.#path.at(-3) === 'pPr';
    const isOfRun = parent === 'rPr' && this.#path.at(-3) === 'r';
    switch (name) {
      case 'del':
        if (parent === 'rPr' && this.#path.at(-3) === 'pPr') paragraph?.deleteMark();
        break;
      case 'pStyle':
        paragraph?.setStyle(attributeOf(attributes, 'val'));
        break;
      case 'rFonts':
        if (isOfRun) paragraph?.setRunFont(fontOf(attributes));
        break;
      case 'numId':
        if (isOfList && paragraph) paragraph.list = attributeOf(attributes, 'val');
        break;
      case 'ilvl':
        if (isOfList && paragraph) paragraph.level = Number(attributeOf(attributes, 'val')) || 0;
        break;
      case 'vanish':
        if (isOfRun) paragraph?.hideRun(isSwitchedOn(attributeOf(attributes, 'val')));
        break;
      case 'rStyle':
        if (isOfRun) paragraph?.setRunStyle(attributeOf(attributes, 'val'));
        break;
      case 'tab':
      case 'ptab':
        // Not those of `w:tabs`, which only say where tabs stop.
        if (parent === 'r') this.#write('\t');
        break;
      case 'br':
      case 'cr':
        if (parent === 'r') this.#write('\n');
        break;
      case 'noBreakHyphen':
        this.#write('-');
        break;
      case 'sym':
        this.#write(symbolOf(attributes));
    }
  }

  #write(text: string): void {
    const shown = this.#shown.of(text);
    this.#countText(shown);
    this.#paragraphs.at(-1)?.add(shown);
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
    this.#paragraphs.push(new Inline(this.#styles, number, joined));
  }

  /** Paragraphs of rows that a tracked change deletes are not counted. */
  #startParagraph(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph?.list === undefined || this.#tables.isInDeletedRow) return;
    const label = this.#numbers.next(paragraph.list, paragraph.level ?? 0);
    this.#countText(label);
    paragraph.startWith(label);
  }

  #closeParagraph(): void {
    const inline = this.#paragraphs.pop();
    const paragraph = inline?.finish();
    if (paragraph) this.#keep(paragraph);
    if (inline?.isMarkDeleted) this.#joined = paragraph;
  }

  #keep(paragraph: Paragraph): void {
    this.#keptCount += 1;
    if (this.#keptCount > limits.paragraphs) {
      throw new Refusal('too-many-paragraphs', { limit: limits.paragraphs });
    }
    this.#sink.push(paragraph);
  }
}

const symbolOf = (attributes: XmlAttributes) =>
  drawnBy(
    attributeOf(attributes, 'font') ?? '',
    Number.parseInt(attributeOf(attributes, 'char') ?? '', 16) || 0x20,
  );
