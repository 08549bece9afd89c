import type { FileReport } from '../../diagnostics/diagnostic.ts';
import type { Form } from '../../form/form.ts';
import type { Source } from '../../source/source.ts';
import { parsePlain } from '../../source/yaml/plain/parse-plain.ts';
import { type ValidateOptions, validateSource } from '../../validate.ts';
import { isMeantAsForm, mayBeForm } from '../files/claims-to-be-form.ts';
import type { Input } from '../files/find-inputs.ts';
import { readInput } from '../files/read-input.ts';
import type { Io } from '../io/io.ts';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly input: Input;
  /** Undefined when the file could not be parsed. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

export interface CheckOptions extends ValidateOptions {
  readonly stdinFilename?: string;
  /** Filled-in Word forms are checked, too. */
  readonly takesWord?: boolean;
  /** Mends a source before it is checked. */
  readonly amend?: (
    source: Source,
    input: Input,
    bytes: Uint8Array,
    options: ValidateOptions,
  ) => Source | Promise<Source>;
  /** Of files that were not named, those that are passed over without a word. */
  readonly isExcluded?: (input: Input) => boolean;
  /** What holds for one file beside or instead of the rest. */
  readonly forFile?: (input: Input) => Partial<ValidateOptions>;
}

/**
 * Reads and checks one file; undefined for one that was met in a folder and is no form.
 *
 * @throws UserError when it cannot be read
 */
export async function checkFile(
  input: Input,
  io: Io,
  options: CheckOptions,
): Promise<CheckedFile | undefined> {
  const read = await readSource(input, io, options);
  if (!read) return undefined;
  const own = { ...options, ...options.forFile?.({ ...input, name: read.name }) };
  const source = (await options.amend?.(read.source, input, read.bytes, own)) ?? read.source;
  return { input, ...validateSource(source, own) };
}

interface ReadSource {
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** As the configuration knows the file. */
  readonly name: string;
}

/** Undefined for a file met in a folder that is no form. @throws UserError when it cannot be read */
export async function readSource(
  input: Input,
  io: Io,
  { stdinFilename, takesWord }: Pick<CheckOptions, 'stdinFilename' | 'takesWord'>,
): Promise<ReadSource | undefined> {
  const bytes = await readInput(input, io);
  const name = input.path === undefined ? (stdinFilename ?? '-') : input.name;
  const isWord = takesWord === true && /\.docx$/i.test(name);
  const source = await (isWord ? readWord : readText)(bytes, name, input);
  return source && { source, bytes, name };
}

async function readText(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  const plain = parsePlain(bytes, name);
  if (!plain && !named && !mayBeForm(bytes, name)) return undefined;
  // The full parsers are loaded for files that need them only.
  const source = plain ?? (await import('../../source/parse-text.ts')).parseText(bytes, name);
  return named || isMeantAsForm(source, bytes) ? source : undefined;
}

/**
 * Undefined for a file met in a folder that holds no form, and for a document that bieu2 made of one and
 * nobody edited since. A file that cannot be read might hold a form.
 */
async function readWord(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  const { outputState } = await import('../../word/package/output-state.ts');
  if (!named && outputState(bytes) === 'unedited') return undefined;
  const { readWordForm } = await import('../../word/read/read-word-form.ts');
  const source = readWordForm(bytes, name);
  const { holdsNoForm } = await import('../../word/template/holds-no-form.ts');
  return named || !holdsNoForm(source) ? source : undefined;
}
