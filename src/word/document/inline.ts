import { attributeOf, type XmlAttributes } from '../package/read-xml.ts';
import type { LegacyStretch, Paragraph } from './document.ts';
import type { ListLabel } from './lists.ts';
import { type Style, type Styles, shownBy } from './styles.ts';
import { drawnBy, isSymbolFont, isTick } from './symbols.ts';

/** A paragraph while its runs are read. */
export class Inline {
  readonly #styles: Styles;
  readonly #number: number;
  readonly #legacy: LegacyStretch[] = [];
  #text = '';
  #hidden = '';
  #tick = '';
  #paragraphStyle: Style;
  #runStyle: Style = {};
  /** The run's own properties, which override its style. */
  #run: Style = {};
  #isPrompt = false;
  /** The list that the paragraph is counted in, and its level there, from 0. */
  list: string | undefined;
  level: number | undefined;
  style: string | undefined;
  isMarkDeleted = false;

  /** @param joined the paragraph before, where its mark was deleted */
  constructor(styles: Styles, number: number, joined?: Paragraph) {
    this.#styles = styles;
    this.#paragraphStyle = styles.get('') ?? {};
    this.#number = number;
    if (joined) {
      this.#text = joined.text;
      this.#legacy.push(...(joined.legacy ?? []));
    }
  }

  #setStyle(id = ''): void {
    this.style = id;
    this.#paragraphStyle = this.#styles.get(id) ?? {};
    this.list ??= this.#paragraphStyle.list;
    this.level ??= this.#paragraphStyle.level;
  }

  /** Handles properties that number or format the paragraph or its run; `owner` is the parent of `parent`. */
  property(
    name: string,
    attributes: XmlAttributes,
    parent: string | undefined,
    owner: string | undefined,
  ): void {
    const value = attributeOf(attributes, 'val');
    if (parent === 'numPr' && owner === 'pPr') {
      if (name === 'numId') this.list = value;
      if (name === 'ilvl') this.level = Number(value) || 0;
    } else if (parent === 'pPr') {
      if (name === 'pStyle') this.#setStyle(value);
      else if (name === 'shd')
        this.#paragraphStyle = { ...this.#paragraphStyle, ...shownBy(name, attributes) };
    } else if (parent === 'rPr' && owner === 'pPr') {
      if (name === 'del') this.isMarkDeleted = true;
    } else if (parent === 'rPr' && owner === 'r') {
      if (name === 'rStyle') this.#setRunStyle(value);
      else this.#run = { ...this.#run, ...shownBy(name, attributes) };
    }
  }

  /** Puts the number of a list before the text that comes. A tick as a bullet is shown where no text comes. */
  startWith({ text, isBullet }: ListLabel): void {
    if (isBullet) this.#tick = isTick(text) ? text : '';
    else if (text !== '' && this.#text === '') this.#text = `${text} `;
  }

  #setRunStyle(id = ''): void {
    this.#runStyle = this.#styles.get(id) ?? {};
    this.#isPrompt = id === 'PlaceholderText' || this.#runStyle.name?.toLowerCase() === 'placeholder text';
  }

  endRun(): void {
    this.#runStyle = {};
    this.#run = {};
    this.#isPrompt = false;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  /** Whether the current run looks like a prompt in an empty content control. */
  get isPrompt(): boolean {
    return this.#isPrompt;
  }

  /** @param isOnColour a colour is behind it, on which white letters can be seen */
  add(text: string, isOnColour = true): void {
    if (text === '') return;
    const font = this.#font;
    const isCaps = this.#trait('isCaps') ?? false;
    const isWhite = !isOnColour && this.#trait('isWhite') && !this.#trait('isOnColour');
    if (isWhite || this.#trait('isHidden') || this.#trait('isStruck') || this.#trait('isStruckTwice')) {
      this.#hidden += text;
    } else if (isSymbolFont(font)) {
      for (const sign of text) this.#text += drawnBy(font, sign.codePointAt(0) ?? 0);
    } else {
      const legacy = legacyFont(font);
      if (legacy) {
        const start = this.#text.length;
        const capitals = legacy.capitals || isCaps;
        this.#legacy.push({ ...legacy, capitals, font, start, end: start + text.length });
      }
      this.#text += isCaps && !legacy ? text.toUpperCase() : text;
    }
  }

  get #font(): string {
    return this.#trait('font') ?? this.#styles.get('')?.font ?? '';
  }

  #trait<
    Trait extends 'font' | 'isHidden' | 'isStruck' | 'isStruckTwice' | 'isCaps' | 'isWhite' | 'isOnColour',
  >(trait: Trait): Style[Trait] {
    return this.#run[trait] ?? this.#runStyle[trait] ?? this.#paragraphStyle[trait];
  }

  /** In TCVN3 the letter “ư” has the code of the soft hyphen (0xAD), and LibreOffice treats it as one. */
  addSoftHyphen(): void {
    if (legacyFont(this.#font)?.encoding === 'tcvn3') this.add('\u00ad');
  }

  /** Text that is not shown, or crossed out. */
  get hidden(): string {
    return this.#hidden.trim();
  }

  /** Undefined where nothing is shown. */
  finish(startsPage: boolean): Paragraph | undefined {
    const text = this.#text.trim() === '' ? this.#tick : this.#text;
    if (text === '') return undefined;
    const plain: Paragraph = { kind: 'paragraph', text: detached(text), number: this.#number };
    const legacy = this.#legacy.length > 0 && { legacy: this.#legacy };
    return startsPage || legacy ? { ...plain, ...(startsPage && { startsPage }), ...legacy } : plain;
  }
}

/** From this length on, V8 makes a slice of a text keep all of the text. */
const sliceLength = 13;

/** A text that keeps nothing of the XML around it in memory. */
const detached = (text: string): string =>
  text.length < sliceLength ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** The old encoding that a font was made for (.VnTime: TCVN3, VNI-Times: VNI); undefined for all others. */
function legacyFont(name: string): Pick<LegacyStretch, 'encoding' | 'capitals'> | undefined {
  // TCVN3 has no capitals with tones: .VnTimeH and .VnArialH draw capitals for small letters.
  if (/^\.Vn/i.test(name)) return { encoding: 'tcvn3', capitals: /H$/.test(name.trim()) };
  return /^VNI[- ]/i.test(name) ? { encoding: 'vni', capitals: false } : undefined;
}
