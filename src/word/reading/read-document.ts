import type { Block, Cell, Paragraph, Row, Table } from './document.ts';
import { Inline } from './inline.ts';
import { limits } from './limits.ts';
import { attributeOf, readXml, type XmlAttributes } from './read-xml.ts';
import { Refusal } from './refusal.ts';
import { fontOf, type StyleFonts } from './style-fonts.ts';
import { drawnBy } from './symbols.ts';
import type { WordPackage } from './word-package.ts';

/** Content that is not there once tracked changes are accepted, what formatting was, and codes of fields. */
const skipped = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'instrText',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'sectPrChange',
  'numberingChange',
  // The reading aid above a word.
  'rt',
]);

/** Whether an element is left out: a second choice of the same content is, too. Keep one for each document. */
export class Skipping {
  readonly #chosen: boolean[] = [];

  open(name: string, parent: string | undefined): boolean {
    if (name === 'mc:AlternateContent') this.#chosen.push(false);
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.#chosen.at(-1)) return true;
      this.#chosen[this.#chosen.length - 1] = true;
    }
    // In properties `del` says what happens to a row or a paragraph mark.
    if (name === 'del' && (parent === 'trPr' || parent === 'rPr')) return false;
    return skipped.has(name);
  }

  close(name: string): void {
    if (name === 'mc:AlternateContent') this.#chosen.pop();
  }
}

/** A content control (`w:sdt`). */
interface Control {
  /** Of a tick box; undefined for other controls. */
  checked: boolean | undefined;
  isDrawn: boolean;
  /** It shows what is to be typed, such as “Click here to enter text”. */
  isPlaceholder: boolean;
}

/** What parts with paragraphs begin with. */
const roots = ['document', 'hdr', 'ftr', 'footnotes', 'endnotes'];

const ticked = '☒';
const unticked = '☐';

interface OpenTable extends Table {
  readonly grid: number[];
  readonly rows: Row[];
  row: OpenRow | undefined;
  lastNumber: number;
}

interface OpenRow {
  readonly number: number;
  readonly cells: Cell[];
  column: number;
  isDeleted: boolean;
  cell: OpenCell | undefined;
}

interface OpenCell {
  readonly blocks: Block[];
  span: number;
  merge: Cell['merge'];
  /** Merged into the cell before it, in the old way. */
  joinsPrevious: boolean;
  isDeleted: boolean;
}

const none: readonly Block[] = [];

/** Reads the main part of a Word document, or one beside it (a header, notes): its paragraphs and tables, in order. */
export function readDocument(file: WordPackage, part: string, fonts: StyleFonts): Block[] {
  const reader = new DocumentReader(fonts);
  readXml(file, part, reader);
  return reader.blocks;
}

class DocumentReader {
  readonly blocks: Block[] = [];
  readonly #fonts: StyleFonts;
  readonly #path: string[] = [];
  readonly #skipping = new Skipping();
  /** How deep within something skipped. */
  #skipDepth = 0;
  readonly #sinks: Block[][] = [this.blocks];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: Inline[] = [];
  /** The paragraph whose mark was deleted, so that the next one goes on in it. */
  #joined: Paragraph | undefined;
  readonly #controls: Control[] = [];
  /** For each field that is open, whether its code is being read, not its result. */
  readonly #fields: boolean[] = [];
  #takesText = false;
  #isBoxTicked = false;
  #tableCount = 0;
  #rowCount = 0;
  #cellCount = 0;
  #paragraphCount = 0;
  #textLength = 0;

  constructor(fonts: StyleFonts) {
    this.#fonts = fonts;
  }

  open(name: string, tag: XmlAttributes): void {
    const parent = this.#path.at(-1);
    if (parent === undefined && !roots.includes(name)) throw new Refusal('no-document');
    this.#path.push(name);
    if (this.#skipDepth > 0 || this.#skipping.open(name, parent)) {
      this.#skipDepth += 1;
      return;
    }
    switch (name) {
      case 'tbl':
        this.#openTable();
        break;
      case 'tr':
        this.#openRow();
        break;
      case 'tc':
        this.#openCell();
        break;
      case 'p':
        this.#openParagraph();
        break;
      case 'txbxContent':
        this.#sinks.push(this.#sinks.at(-1) ?? this.blocks);
        break;
      case 'sdt':
        this.#controls.push({ checked: undefined, isDrawn: false, isPlaceholder: false });
        break;
      case 't':
      case 'm:t':
        this.#takesText = true;
        break;
      default:
        this.#property(name, tag, parent);
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
        this.#tables.pop();
        break;
      case 'tr':
        this.#closeRow();
        break;
      case 'tc':
        this.#closeCell();
        break;
      case 'p':
        this.#closeParagraph();
        break;
      case 'txbxContent':
        this.#sinks.pop();
        break;
      case 'sdt':
        this.#controls.pop();
        break;
      case 'r':
        this.#paragraphs.at(-1)?.endRun();
        break;
      case 'checkBox':
        this.#paragraphs.at(-1)?.add(this.#isBoxTicked ? ticked : unticked);
        break;
      case 't':
      case 'm:t':
        this.#takesText = false;
    }
  }

  text(text: string): void {
    if (this.#takesText && this.#skipDepth === 0) this.#write(text);
  }

  #property(name: string, tag: XmlAttributes, parent: string | undefined): void {
    const value = () => attributeOf(tag, 'val');
    const table = this.#tables.at(-1);
    const row = table?.row;
    const cell = row?.cell;
    const paragraph = this.#paragraphs.at(-1);
    const control = this.#controls.at(-1);
    switch (name) {
      case 'gridCol':
        table?.grid.push(Number(attributeOf(tag, 'w')) || 0);
        if (table && table.grid.length > limits.columns) throw tooManyColumns(table.number);
        break;
      case 'gridBefore':
        if (table && row) row.column += countOf(value(), table.number);
        break;
      case 'del':
        if (parent === 'trPr' && row) row.isDeleted = true;
        else if (parent === 'rPr' && this.#path.at(-3) === 'pPr') paragraph?.deleteMark();
        break;
      case 'gridSpan':
        if (table && cell) cell.span = Math.max(1, countOf(value(), table.number));
        break;
      case 'vMerge':
        if (cell) cell.merge = value() === 'restart' ? 'restart' : 'continue';
        break;
      case 'hMerge':
        if (cell) cell.joinsPrevious = value() !== 'restart';
        break;
      case 'cellDel':
        if (cell) cell.isDeleted = true;
        break;
      case 'pStyle':
        paragraph?.setStyle(value());
        break;
      case 'rFonts':
        if (parent === 'rPr' && this.#path.at(-3) === 'r') paragraph?.setRunFont(fontOf(tag));
        break;
      case 'rStyle':
        if (this.#path.at(-3) === 'r') paragraph?.setRunStyle(value());
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
        this.#write(
          drawnBy(
            attributeOf(tag, 'font') ?? '',
            Number.parseInt(attributeOf(tag, 'char') ?? '', 16) || 0x20,
          ),
        );
        break;
      case 'fldChar':
        this.#field(attributeOf(tag, 'fldCharType'));
        break;
      case 'checkBox':
        this.#isBoxTicked = false;
        break;
      case 'default':
      case 'checked':
        // The state stands behind the one that the box had at first.
        if (parent === 'checkBox') this.#isBoxTicked = isOn(value());
        break;
      case 'w14:checkbox':
        if (control) control.checked ??= false;
        break;
      case 'w14:checked':
        if (control) control.checked = isOn(value());
        break;
      case 'showingPlcHdr':
        if (control) control.isPlaceholder = isOn(value());
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'end') this.#fields.pop();
    else if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
  }

  /** Text of a run, unless it is the code of a field, a prompt, or what a tick box is drawn with. */
  #write(text: string): void {
    if (this.#fields.includes(true) || this.#controls.some(({ isPlaceholder }) => isPlaceholder)) return;
    const box = this.#controls.findLast(({ checked }) => checked !== undefined);
    if (box?.isDrawn) return;
    if (box) box.isDrawn = true;
    const written = box ? (box.checked ? ticked : unticked) : text;
    this.#textLength += written.length;
    if (this.#textLength > limits.text)
      throw new Refusal('too-much-text', { limit: limits.text / 1024 / 1024 });
    this.#paragraphs.at(-1)?.add(written);
  }

  #openParagraph(): void {
    const sink = this.#sinks.at(-1) ?? this.blocks;
    const joined = this.#joined !== undefined && sink.at(-1) === this.#joined ? this.#joined : undefined;
    if (joined) sink.pop();
    this.#joined = undefined;
    const number = this.#tables.length === 0 ? ++this.#paragraphCount : 0;
    this.#paragraphs.push(new Inline(this.#fonts, number, joined));
  }

  #closeParagraph(): void {
    const inline = this.#paragraphs.pop();
    const paragraph = inline?.finish();
    if (paragraph) this.#sinks.at(-1)?.push(paragraph);
    if (inline?.isMarkDeleted) this.#joined = paragraph;
  }

  #openTable(): void {
    const table: OpenTable = {
      kind: 'table',
      number: ++this.#tableCount,
      grid: [],
      rows: [],
      row: undefined,
      lastNumber: 0,
    };
    this.#sinks.at(-1)?.push(table);
    this.#tables.push(table);
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#rowCount += 1;
    if (this.#rowCount > limits.rows) throw new Refusal('too-many-rows', { limit: limits.rows });
    table.lastNumber += 1;
    table.row = { number: table.lastNumber, cells: [], column: 0, isDeleted: false, cell: undefined };
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (!table?.row) return;
    const { number, cells, isDeleted } = table.row;
    if (!isDeleted) table.rows.push({ number, cells });
    table.row = undefined;
  }

  #openCell(): void {
    const row = this.#tables.at(-1)?.row;
    if (!row) return;
    this.#cellCount += 1;
    if (this.#cellCount > limits.cells) throw new Refusal('too-many-cells', { limit: limits.cells });
    row.cell = { blocks: [], span: 1, merge: undefined, joinsPrevious: false, isDeleted: false };
    this.#sinks.push(row.cell.blocks);
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    const row = table?.row;
    const cell = row?.cell;
    if (!table || !row || !cell) return;
    row.cell = undefined;
    this.#sinks.pop();
    if (cell.isDeleted) return;
    const { span, merge } = cell;
    const blocks = cell.blocks.length === 0 ? none : cell.blocks;
    const previous = row.cells.at(-1);
    if (cell.joinsPrevious && previous) {
      row.cells[row.cells.length - 1] = {
        ...previous,
        span: previous.span + span,
        blocks: [...previous.blocks, ...blocks],
      };
    } else {
      row.cells.push({ column: row.column, span, merge, blocks });
    }
    row.column += span;
    if (row.column > limits.columns) throw tooManyColumns(table.number);
  }
}

/** `w:val` of a switch: on when it is left out (ECMA-376 17.17.4). */
const isOn = (value: string | undefined) => value === undefined || /^(?:1|true|on)$/.test(value);

function countOf(value: string | undefined, table: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) return 0;
  if (count > limits.columns) throw tooManyColumns(table);
  return count;
}

const tooManyColumns = (table: number) => new Refusal('too-many-columns', { table, limit: limits.columns });
