import type { LegacyStretch, Paragraph } from './document.ts';
import { legacyFont } from './legacy-font.ts';
import type { StyleFonts } from './style-fonts.ts';
import type { StyleTraits } from './style-traits.ts';
import { drawnBy, isSymbolFont } from './symbols.ts';

/** What the styles of a document say, by their ids. */
export interface Styles {
  readonly fonts: StyleFonts;
  readonly traits: ReadonlyMap<string, StyleTraits>;
}

/** A paragraph while its runs are read. */
export class Inline {
  readonly #styles: Styles;
  readonly #fonts: StyleFonts;
  readonly #number: number;
  readonly #legacy: LegacyStretch[] = [];
  #text = '';
  #paragraphFont: string | undefined;
  #runFont: string | undefined;
  #paragraphHides = false;
  #runHides: boolean | undefined;
  /** The list that the paragraph is counted in, and its level there, from 0. */
  list: string | undefined;
  level: number | undefined;
  isMarkDeleted = false;

  /** @param joined the paragraph before, where its mark was deleted */
  constructor(styles: Styles, number: number, joined?: Paragraph) {
    this.#styles = styles;
    this.#fonts = styles.fonts;
    this.#number = number;
    if (joined) {
      this.#text = joined.text;
      this.#legacy.push(...(joined.legacy ?? []));
    }
  }

  setStyle(id: string | undefined): void {
    this.#paragraphFont = this.#fonts.get(id ?? '');
    const { list, level, isHidden = false } = this.#styles.traits.get(id ?? '') ?? {};
    this.list ??= list;
    this.level ??= level;
    this.#paragraphHides = isHidden;
  }

  /** Puts the number of a list before the text that comes. */
  startWith(label: string): void {
    if (label !== '' && this.#text === '') this.#text = `${label} `;
  }

  setRunStyle(id: string | undefined): void {
    this.#runFont ??= this.#fonts.get(id ?? '');
    this.#runHides ??= this.#styles.traits.get(id ?? '')?.isHidden;
  }

  hideRun(isHidden: boolean): void {
    this.#runHides = isHidden;
  }

  setRunFont(font: string | undefined): void {
    this.#runFont = font ?? this.#runFont;
  }

  deleteMark(): void {
    this.isMarkDeleted = true;
  }

  endRun(): void {
    this.#runFont = undefined;
    this.#runHides = undefined;
  }

  add(text: string): void {
    if (text === '' || (this.#runHides ?? this.#paragraphHides)) return;
    const font = this.#runFont ?? this.#paragraphFont ?? this.#fonts.get('') ?? '';
    if (isSymbolFont(font)) {
      for (const sign of text) this.#text += drawnBy(font, sign.codePointAt(0) ?? 0);
      return;
    }
    const legacy = legacyFont(font);
    if (legacy) {
      const start = this.#text.length;
      this.#legacy.push({ ...legacy, font, start, end: start + text.length });
    }
    this.#text += text;
  }

  /** Undefined for a blank paragraph. */
  finish(): Paragraph | undefined {
    if (this.#text.trim() === '') return undefined;
    return {
      kind: 'paragraph',
      text: this.#text,
      number: this.#number,
      ...(this.#legacy.length > 0 && { legacy: this.#legacy }),
    };
  }
}
