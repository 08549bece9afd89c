import { valueAt } from '../../diagnostics/json-pointer.ts';
import type { Source } from '../../source/source.ts';
import type { FontEncoding } from '../../vietnamese/convert-legacy.ts';
import { Refusal } from '../../zip/refusal.ts';
import { mainParts } from '../package/main-parts.ts';
import { WordPackage } from '../package/word-package.ts';
import { convertDocument } from '../document/convert-document.ts';
import { type Block, paragraphsOf } from '../document/document.ts';
import { readLists } from '../document/numbering.ts';
import { type Leftover, Places } from './places.ts';
import { readDocument } from '../document/read-document.ts';
import { readForm } from './read-form.ts';
import { styleFonts } from '../document/style-fonts.ts';
import { styleTraits } from '../document/style-traits.ts';

/** A form that was filled in in Word. */
export interface WordSource extends Source {
  /** Texts of the document that have no place in a form. */
  readonly leftovers: readonly Leftover[];
}

export interface WordReadOptions {
  /** The texts are written in this old encoding: they are converted to Unicode first. */
  readonly fromEncoding?: FontEncoding;
}

/**
 * Reads a filled-in Word form as a source like any other: the value that a form file would have, places as rows
 * of its tables. Never throws for bad input: what cannot be read is a problem of the source.
 *
 * @param bytes of a .docx
 * @param file the name that findings carry
 */
export function readWordForm(
  bytes: Uint8Array,
  file: string,
  { fromEncoding }: WordReadOptions = {},
): WordSource {
  const places = new Places();
  const value = formIn(bytes, fromEncoding, places);
  return {
    file,
    value,
    problems: places.problems,
    leftovers: places.leftovers,
    locate: (finding) => places.locate(finding),
    scalarText(path) {
      const scalar = valueAt(value, path);
      return typeof scalar === 'string' || typeof scalar === 'number' ? String(scalar) : undefined;
    },
  };
}

function formIn(bytes: Uint8Array, encoding: FontEncoding | undefined, places: Places): unknown {
  try {
    const file = new WordPackage(bytes);
    const { document, styles, numbering, beside } = mainParts(file);
    file.verifyAllBut(document);
    const look = {
      fonts: styleFonts(file, styles),
      traits: styleTraits(file, styles),
      lists: readLists(file, numbering),
    };
    const read = (part: string) => {
      const blocks = readDocument(file, part, look);
      return encoding ? convertDocument(blocks, encoding) : blocks;
    };
    const form = readForm(read(document), places);
    if (form !== undefined) for (const part of beside) keepTexts(read(part), places);
    return form;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    places.report('word-file', error.reason, { kind: 'document' }, error.facts);
    return undefined;
  }
}

/** Headers, footers and notes have no place in a form; those of page numbers alone hold nothing to keep. */
function keepTexts(blocks: readonly Block[], places: Places): void {
  for (const { text } of paragraphsOf(blocks)) {
    if (/\p{L}/u.test(text)) places.keep({ kind: 'document' }, text.trim());
  }
}
