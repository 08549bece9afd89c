import { detectLegacyEncoding } from '../../vietnamese/detect-legacy-encoding.ts';
import { convertLegacy, type FontEncoding } from '../../vietnamese/legacy-encodings.ts';
import { type Block, type Paragraph, paragraphsOf } from './document.ts';

/**
 * Converts a document's texts to Unicode: those in a font of the encoding, and other paragraphs where their letters
 * give it away, or those of the document do and none of them is Unicode.
 */
export function convertDocument(
  blocks: readonly Block[],
  encoding: FontEncoding,
  isWhole = isIn(encoding, blocks),
): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return convertParagraph(block, encoding, isWhole);
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.blocks.length === 0
          ? cell
          : { ...cell, blocks: convertDocument(cell.blocks, encoding, isWhole) },
      ),
    }));
    return { ...block, rows };
  });
}

function isIn(encoding: FontEncoding, blocks: readonly Block[]): boolean {
  const paragraphs = paragraphsOf(blocks);
  return (
    !paragraphs.some(
      ({ text, legacy = [] }) => isUnicode(text) || legacy.some((stretch) => stretch.encoding !== encoding),
    ) && paragraphs.some(({ text }) => detectLegacyEncoding(text)?.encoding === encoding)
  );
}

/** A text without fonts: converted where its letters give the encoding away. */
export const convertText = (text: string, encoding: FontEncoding | undefined): string =>
  encoding && detectLegacyEncoding(text)?.encoding === encoding ? convertLegacy(text, encoding) : text;

function convertParagraph(paragraph: Paragraph, encoding: FontEncoding, isWhole: boolean): Paragraph {
  const { text, legacy = [], ...rest } = paragraph;
  const isAll = isWhole || detectLegacyEncoding(text)?.encoding === encoding;
  const convert = (piece: string) => (isAll ? convertLegacy(piece, encoding) : piece);
  let converted = '';
  let end = 0;
  for (const stretch of legacy) {
    if (stretch.encoding !== encoding) continue;
    const piece = text.slice(stretch.start, stretch.end);
    converted += convert(text.slice(end, stretch.start));
    // A font is only a name: letters beyond Latin-1 were typed in Unicode and are shown by another font.
    converted += isUnicode(piece) ? piece : convertLegacy(piece, encoding, stretch.capitals);
    end = stretch.end;
  }
  return { ...rest, text: converted + convert(text.slice(end)) };
}

const isUnicode = (text: string) => /[\u0100-\u01b0\u1ea0-\u1ef9]|\p{M}/u.test(text);

/** The evidence that a document's texts are not Unicode. */
export interface OldEncoding {
  readonly encoding: FontEncoding;
  /** Empty where the letters alone say so. */
  readonly font: string;
}

/** Signs of an old encoding in a document: texts in one of its fonts, or words that are proof. */
export function oldEncodingOf(blocks: readonly Block[]): { byFont?: OldEncoding; byLetters?: OldEncoding } {
  let byFont: OldEncoding | undefined;
  let byLetters: OldEncoding | undefined;
  for (const { text, legacy = [] } of paragraphsOf(blocks)) {
    for (const { encoding, font, start, end } of legacy) {
      const piece = text.slice(start, end);
      if (byFont || isUnicode(piece) || convertLegacy(piece, encoding) === piece) continue;
      byFont = { encoding, font };
    }
    const evidence = byLetters ? undefined : detectLegacyEncoding(text);
    if (evidence?.proof && evidence.encoding !== 'mojibake') {
      byLetters = { encoding: evidence.encoding, font: '' };
    }
  }
  return { ...(byFont && { byFont }), ...(byLetters && { byLetters }) };
}
