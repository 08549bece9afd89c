import { countFindings } from './diagnostics/count-findings.ts';
import { parseText } from './source/parse-text.ts';
import type { Source } from './source/source.ts';
import { type ValidateOptions, type Validation, validateSource } from './validate.ts';
import { type WordFormat, wordFormatOf } from './word/package/word-format.ts';
import { readWordForm, type WordSource } from './word/read/read-word-form.ts';

/** A form that was read and checked, in any format. */
export interface CheckedForm extends Validation {
  readonly source: Source | WordSource;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Reads and checks a form in one call: Word by its first bytes or the name `.docx`, JSON by the name `.json`, else
 * YAML. Never throws for bad input.
 *
 * @param content the text, or the bytes of the file
 * @param file the name in findings; no file is opened
 */
export function validateContent(
  content: string | Uint8Array,
  file: string,
  options: ValidateOptions = {},
): CheckedForm {
  const isWord =
    typeof content !== 'string' && (/\.docx$/i.test(file) || readable.includes(wordFormatOf(content)));
  const source = isWord ? readWordForm(content, file) : parseText(content, file);
  const validation = validateSource(source, options);
  return { source, ...validation, ...countFindings(validation.report) };
}

/** The formats read as Word, whatever the file's name. */
const readable: readonly WordFormat[] = ['zip', 'flat-opc'];
