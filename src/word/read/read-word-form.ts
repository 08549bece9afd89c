import { valueAt } from '../../diagnostics/plain-value.ts';
import type { Source } from '../../source/source.ts';
import { hasLetters } from '../../vietnamese/is-letter.ts';
import type { FontEncoding } from '../../vietnamese/legacy-encodings.ts';
import { Refusal } from '../../zip/refusal.ts';
import { readWordDocument } from '../document/read-word-document.ts';
import { type Leftover, Places } from './places.ts';
import { readForm } from './read-form.ts';

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
 * @param bytes of a .docx, .docm, .dotx or .dotm, or the same as one XML file (Flat OPC)
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
    const document = readWordDocument(bytes, encoding);
    const form = readForm(document, places);
    if (form === undefined) return undefined;
    for (const place of document.embedded) places.report('word-form', 'embedded', places.labelled(place));
    for (const { place, text } of document.asides) {
      // Page numbers alone need not be kept.
      if (hasLetters(text, 1)) places.keep(places.labelled(place), text);
    }
    return form;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    places.report('word-file', error.reason, { kind: 'document' }, error.facts);
    return undefined;
  }
}
