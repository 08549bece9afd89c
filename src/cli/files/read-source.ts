import { encodingOfText } from '../../source/decode-bytes.ts';
import type { Source } from '../../source/source.ts';
import { parsePlain } from '../../source/yaml/plain/parse-plain-yaml.ts';
import { wordFormatOf } from '../../word/package/word-format.ts';
import type { Io } from '../io/io.ts';
import { SkippedFile } from '../user-error.ts';
import { hasOriginal } from './find-forms.ts';
import type { Input } from './find-inputs.ts';
import { readInput } from './read-input.ts';

export interface ReadOptions {
  readonly stdinFilename?: string;
  /** Filled-in Word forms are read, too. */
  readonly takesWord?: boolean;
  /** Makes V8 keep little garbage after a large file: for commands that hold every finding. */
  readonly sparesMemory?: boolean;
}

/** In bytes. From this size, a tenth more time halves the memory. */
const largeSize = 2 * 1024 * 1024;

/** Undefined for a file that was found in a folder and is not a form. @throws UserError when it cannot be read */
export async function readSource(
  input: Input,
  io: Io,
  { stdinFilename, takesWord, sparesMemory }: ReadOptions,
) {
  const bytes = await readInput(input, io);
  if (sparesMemory && bytes.length > largeSize)
    process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=20');
  const name = input.path === undefined ? (stdinFilename ?? '-') : input.name;
  const isWord = takesWord === true && isWordDocument(bytes, name);
  const source = await (isWord ? readWord : readText)(bytes, name, input);
  return source && { source, bytes, name };
}

/** Whether a file is a Word document: by its name, and by its content unless the name says that it is text. */
export const isWordDocument = (bytes: Uint8Array, name: string): boolean =>
  /\.(docx|docm|dotx|dotm|doc|odt|rtf)$/i.test(name) ||
  (!/\.(ya?ml|json)$/i.test(name) && /^(?:zip|flat-opc|word-2003)$/.test(wordFormatOf(bytes)));

async function readText(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  const plain = parsePlain(bytes, name);
  if (!plain && !named && !mayBeForm(decodeRoughly(bytes), name)) return undefined;
  // The full parsers are loaded for files that need them only.
  const source = plain ?? (await import('../../source/parse-text.ts')).parseText(bytes, name);
  return named || isMeantAsForm(source, () => decodeRoughly(bytes)) ? source : undefined;
}

/**
 * Undefined for a file found in a folder that has no form, and for a document that bieu2 rendered from a form
 * file beside it and that was not edited since. A file that cannot be read might have a form.
 */
async function readWord(bytes: Uint8Array, name: string, input: Input): Promise<Source | undefined> {
  const { readWordForm } = await import('../../word/read/read-word-form.ts');
  const readForm = () => readWordForm(bytes, name);
  if (input.named) return bytes.length > shortDocument ? readForm() : atFirst(readForm);
  const { outputState } = await import('../../word/package/output-state.ts');
  if (hasOriginal(input) && outputState(bytes) === 'unedited') return undefined;
  const source = readForm();
  const { holdsNoForm } = await import('../../word/template/placeholders.ts');
  if (!holdsNoForm(source)) return source;
  if (source.problems.some(({ facts }) => facts?.heading !== undefined)) throw new SkippedFile(noTable, name);
  return undefined;
}

/** In bytes: about 2,000 tasks. For longer documents compiling the reader is worth it. */
const shortDocument = 40_000;
let isFirst = true;

/**
 * The first time, without V8's concurrent compilation, which comes too late: 45, 400 and 1,000
 * tasks take 64, 125 and 237 ms of processor time instead of 83, 187 and 339. Options that Node.js was given stay as
 * they are.
 */
function atFirst<Result>(read: () => Result): Result {
  if (!isFirst || process.execArgv.length > 0) return read();
  isFirst = false;
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--no-opt');
  try {
    return read();
  } finally {
    setFlagsFromString('--opt');
  }
}

const noTable = {
  vi: 'có tiêu đề của biểu nhưng không có bảng của biểu',
  en: 'it has the heading of the form, and no table of it',
};

/**
 * Whether a file found in a folder may be a form, by its text alone: it has a key `form` somewhere. JSON
 * is decided here, by the fast parser, so that large foreign files do not reach the slow one.
 */
export function mayBeForm(text: string, name: string): boolean {
  if (!/(^|[\s{,])["']?form["']?\s*:/.test(text)) return false;
  if (!/\.json$/i.test(name)) return true;
  try {
    return hasFormKey(JSON.parse(text));
  } catch {
    return saysForm(text);
  }
}

/** Whether a file found in a folder is meant as a form: it has a key `form` at the top level, as far as it can be parsed. */
export const isMeantAsForm = ({ value }: Source, text: () => string): boolean =>
  value === undefined ? saysForm(text()) : hasFormKey(value);

// A no-break space pasted into the key is an error in a form, not a sign of another file: `trim` removes it.
const hasFormKey = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.trim() === 'form');

/** For text that does not parse: the key at the start of a line or of the text, or beside the form's own name. */
const saysForm = (text: string): boolean =>
  /^["']?form["']?\s*:|form["']?\s*:\s*["']?bieu-so-2/m.test(text) ||
  /^\s*\{\s*["']?form["']?\s*:/.test(text);

function decodeRoughly(bytes: Uint8Array): string {
  const encoding = encodingOfText(bytes);
  if (encoding !== 'utf16' && encoding !== 'utf32') return new TextDecoder(encoding).decode(bytes);
  // The letters of keys are between zeros, in either byte order.
  return Buffer.from(bytes.filter((byte) => byte > 0 && byte < 0xfe)).toString('latin1');
}
