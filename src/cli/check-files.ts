import type { FileReport } from '../diagnostics/diagnostic.ts';
import type { Form } from '../form/form.ts';
import { parsePlain } from '../source/parse-plain.ts';
import type { Source } from '../source/source.ts';
import { type ValidateOptions, validateSource } from '../validate.ts';
import { isMeantAsForm, mayBeForm } from './claims-to-be-form.ts';
import type { Io } from './io.ts';
import { quoteName } from './quote-name.ts';
import { readInput } from './read-input.ts';
import { UserError } from './user-error.ts';
import { type Input, walk } from './walk.ts';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly input: Input;
  /** Undefined when the file could not be parsed. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

/** What became of everything that was named on the command line. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  /** How many files met in folders are no forms. */
  readonly passedOver: number;
  /** Names that lead nowhere, files that cannot be read. */
  readonly failures: readonly UserError[];
}

export interface CheckOptions extends ValidateOptions {
  readonly stdinFilename?: string;
  /** Filled-in Word forms are checked, too. */
  readonly takesWord?: boolean;
  /** Mends a source before it is checked. */
  readonly amend?: (source: Source, input: Input, bytes: Uint8Array, options: ValidateOptions) => Source;
  /** The names come from the configuration: what they lead to was not named one by one. */
  readonly areFound?: boolean;
  /** Of files that were not named, those that are passed over without a word. */
  readonly isExcluded?: (input: Input) => boolean;
  /** Which of the files that are found are checked. */
  readonly isWanted?: (input: Input) => boolean;
  /** It is no failure when there is no form to check. */
  readonly mayBeNone?: boolean;
  /** What holds for one file beside or instead of the rest. */
  readonly forFile?: (input: Input) => Partial<ValidateOptions>;
}

/** Finds, reads and checks files, folders, patterns and `-`. When no form is found at all, that is a failure. */
export async function checkFiles(
  names: readonly string[],
  io: Io,
  options: CheckOptions,
): Promise<CheckedFiles> {
  const { inputs, failures: walkFailures } = await walk(
    names,
    io.cwd,
    options.takesWord ? 'text-or-word' : 'text',
  );
  const files: CheckedFile[] = [];
  const failures = [...walkFailures];
  let passedOver = 0;
  for (const found of inputs) {
    const input = options.areFound ? { ...found, named: false } : found;
    if (!input.named && options.isExcluded?.(input)) continue;
    if (options.isWanted?.(input) === false) continue;
    try {
      const bytes = await readInput(input, io);
      const name = input.path === undefined ? (options.stdinFilename ?? '-') : input.name;
      const isWord = options.takesWord === true && /\.docx$/i.test(name);
      const source = await (isWord ? readWord : readText)(bytes, name, input);
      if (!source) passedOver += 1;
      else {
        const own = { ...options, ...options.forFile?.({ ...input, name }) };
        const amended = options.amend?.(source, input, bytes, own) ?? source;
        files.push({ input, ...validateSource(amended, own) });
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  const isEmpty = files.length === 0 && failures.length === 0;
  if (isEmpty && !options.mayBeNone) failures.push(noForm(names, passedOver));
  return { files, passedOver, failures };
}

/** Undefined for a file met in a folder that is no form. */
async function readText(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  if (!named && !mayBeForm(bytes, name)) return undefined;
  // The full parsers are loaded for files that need them only.
  const source = parsePlain(bytes, name) ?? (await import('../source/parse-text.ts')).parseText(bytes, name);
  return named || isMeantAsForm(source, bytes) ? source : undefined;
}

/**
 * Undefined for a file met in a folder that holds no form, and for a document that bieu2 made of one and
 * nobody edited since. A file that cannot be read might hold a form.
 */
async function readWord(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  const { outputState } = await import('../word/output-state.ts');
  if (!named && outputState(bytes) === 'unedited') return undefined;
  const { readWordForm } = await import('../word/reading/read-word-form.ts');
  const source = readWordForm(bytes, name);
  const isOther = source.problems.some(({ message }) => message === 'no-table');
  return named || !isOther ? source : undefined;
}

function noForm(names: readonly string[], passedOver: number): UserError {
  const where = names.map(quoteName).join(', ');
  return new UserError({
    vi: `Không có biểu nào trong ${where}: đã bỏ qua ${passedOver} tệp không phải biểu (không có khóa “form:” hay bảng của biểu). Hãy nêu rõ tên tệp để kiểm tra.`,
    en: `There is no form in ${where}: ${passedOver} ${passedOver === 1 ? 'file' : 'files'} without a key “form:” or the form’s table passed over. Name a file to have it checked.`,
  });
}
