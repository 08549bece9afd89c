import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { SkippedFile, UserError, userError } from '../user-error.ts';
import { type FindOptions, type FoundInputs, findInputs, type Input } from './find-inputs.ts';
import { isThere } from './paths.ts';
import { readInput } from './read-input.ts';

/** The forms, including Word forms, that names lead to; without names, those of the configuration or the current folder. */
export async function findForms(
  names: readonly string[],
  include: readonly string[] | undefined,
  io: Io,
  options: FindOptions,
): Promise<FoundInputs & { readonly places: readonly string[] }> {
  const isConfigured = names.length === 0 && include !== undefined;
  const places = names.length > 0 ? names : (include ?? ['.']);
  const areFound = isConfigured || options.areFound === true;
  const found = await findInputs(places, io.cwd, 'text-or-word', { ...options, areFound });
  return { ...found, places, ...(await withDocx(found, io)) };
}

/** The bytes of the named form; `-` is standard input. @throws UserError when it cannot be read */
export async function readNamedForm(name: string, io: Io): Promise<Uint8Array> {
  const path = name === '-' ? undefined : resolve(io.cwd, name);
  const named = { name, path, named: true, place: name };
  const { inputs, failures } = await withDocx({ inputs: [named], failures: [] }, io);
  const [input] = inputs;
  if (!input) throw failures[0];
  return readInput(input, io);
}

const documentName = /\.(docx|docm|doc|odt|rtf|pdf)$/i;

/** The kind of a document, by its first bytes; undefined for what is read directly, or explained by its reader. */
type Kind = 'office' | 'pdf' | undefined;

/**
 * Lets LibreOffice turn .doc, .odt and .rtf files, recognized by content, into .docx, all at once. What cannot be read
 * is a failure if it was named, and a `SkippedFile` if it was found in a folder.
 */
export async function withDocx(
  { inputs, failures }: Pick<FoundInputs, 'inputs' | 'failures'>,
  io: Io,
): Promise<Pick<FoundInputs, 'inputs' | 'failures'>> {
  const kinds = new Map(inputs.map((input) => [input, kindOf(input)]));
  const office = inputs.flatMap((input) => (kinds.get(input) === 'office' ? (input.path ?? []) : []));
  const converted =
    office.length > 0 ? await (await import('./convert-office.ts')).convertToDocx(office, io) : undefined;
  const readable: Input[] = [];
  const more: UserError[] = [];
  for (const input of inputs) {
    const kind = kinds.get(input);
    const outcome = converted?.get(input.path ?? '');
    if (kind === undefined) readable.push(input);
    else if (outcome) {
      if ('docx' in outcome) readable.push({ ...input, docx: outcome.docx });
      else more.push(notRead(input, outcome.reason));
    } else if (input.named || !hasOriginal(input) || !(await isFromBieu2(input)))
      more.push(notRead(input, pdfIsNotRead));
  }
  return { inputs: readable, failures: [...failures, ...more] };
}

function kindOf({ path, name }: Input): Kind {
  if (path === undefined || !documentName.test(name)) return undefined;
  const head = Buffer.alloc(80);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head);
    } finally {
      closeSync(file);
    }
  } catch {
    // Reported when the file is read.
    return undefined;
  }
  const text = head.toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  // The first part of an .odt's zip file is its uncompressed media type.
  const isOdt =
    text.startsWith('PK') && text.startsWith('mimetypeapplication/vnd.oasis.opendocument.text', 30);
  return isOdt || text.startsWith('\xd0\xcf\x11\xe0') || text.startsWith('{\\rtf') ? 'office' : undefined;
}

/**
 * Whether the form file that a document may be rendered from is beside it, under the same name. Otherwise the document is all that there
 * is: a unit may have sent nothing else.
 */
export function hasOriginal({ name, path = '' }: Input): boolean {
  const endings = ['.yaml', '.yml', '.json', ...(/\.pdf$/i.test(name) ? ['.docx'] : [])];
  return endings.some((ending) => isThere(path.slice(0, -extname(path).length) + ending));
}

async function isFromBieu2({ path = '', name }: Input): Promise<boolean> {
  const { pdfState } = await import('../../pdf/pdf-state.ts');
  try {
    return pdfState(readFileSync(path)) === 'unedited';
  } catch (error) {
    throw fileError('read', name, error);
  }
}

function notRead({ name, named }: Input, reason: Wording): UserError {
  if (!named) return new SkippedFile(reason, name);
  const { wording } = isNotRead({ name, reason });
  return new UserError(wording, name);
}

const isNotRead = userError('Không đọc được {name}: {reason}.', 'Cannot read {name}: {reason}.');
const pdfIsNotRead: Wording = {
  vi: 'không đọc được biểu trong PDF; hãy dùng bản Word',
  en: 'forms in PDF cannot be read; use the Word document',
};
