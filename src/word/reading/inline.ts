import type { LegacyStretch, Paragraph } from './document.ts';
import { legacyFont } from './legacy-font.ts';
import type { StyleFonts } from './style-fonts.ts';
import { drawnBy, isSymbolFont } from './symbols.ts';

/** A paragraph while its runs are read. */
export class Inline {
  readonly #fonts: StyleFonts;
  readonly #number: number;
  readonly #legacy: LegacyStretch[] = [];
  #text = '';
  #paragraphFont: string | undefined;
  #runFont: string | undefined;
  isMarkDeleted = false;

  /** @param joined the paragraph before, where its mark was deleted */
  constructor(fonts: StyleFonts, number: number, joined?: Paragraph) {
    this.#fonts = fonts;
    this.#number = number;
    if (joined) {
      this.#text = joined.text;
      this.#legacy.push(...(joined.legacy ?? []));
    }
  }

  setStyle(id: string | undefined): void {
    this.#paragraphFont = this.#fonts.get(id ?? '');
  }

  setRunStyle(id: string | undefined): void {
    this.#runFont ??= this.#fonts.get(id ?? '');
  }

  setRunFont(font: string | undefined): void {
    this.#runFont = font ?? this.#runFont;
  }

  deleteMark(): void {
    this.isMarkDeleted = true;
  }

  endRun(): void {
    this.#runFont = undefined;
  }

  add(text: string): void {
    if (text === '') return;
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
