import { countFindings } from './diagnostics/count-findings.ts';
import { parseText } from './source/parse-text.ts';
import type { Source } from './source/source.ts';
import { type ValidateOptions, type Validation, validateSource } from './validate.ts';
import { readWordForm, type WordSource } from './word/read/read-word-form.ts';

/** A form that was read and checked, whatever it was written in. */
export interface CheckedForm extends Validation {
  readonly source: Source | WordSource;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Reads and checks a form in one call: Word where the bytes are those of a zip file or the name ends in `.docx`,
 * JSON where it ends in `.json`, else YAML. Never throws for bad input.
 *
 * @param content the text, or the bytes of the file
 * @param file the name that findings carry; no file is opened
 */
export function validateContent(
  content: string | Uint8Array,
  file: string,
  options: Partial<ValidateOptions> = {},
): CheckedForm {
  const isWord = typeof content !== 'string' && (isZip(content) || /\.docx$/i.test(file));
  const source = isWord ? readWordForm(content, file) : parseText(content, file);
  const validation = validateSource(source, options);
  return { source, ...validation, ...countFindings(validation.report) };
}

/** The first bytes of a zip file: “PK\3\4”. */
const isZip = ([p, k, three, four]: Uint8Array) => p === 0x50 && k === 0x4b && three === 3 && four === 4;
