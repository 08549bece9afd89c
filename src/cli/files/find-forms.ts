import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { SkippedFile, UserError } from '../user-error.ts';
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
  const { inputs, failures } = await withDocx(
    { inputs: [{ name, path, named: true, place: name }], failures: [] },
    io,
  );
  const [input] = inputs;
  if (!input) throw failures[0];
  return readInput(input, io);
}

/** Names of documents, whatever is in them. */
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
  const kinds = new Map<Input, Kind>();
  const more: UserError[] = [];
  for (const input of inputs) {
    if (input.path === undefined || !documentName.test(input.name)) continue;
    try {
      kinds.set(input, kindOf(input.path));
    } catch {
      // Reported when the file is read.
    }
  }
  const office = [...kinds].flatMap(([{ path }, kind]) =>
    kind === 'office' && path !== undefined ? [path] : [],
  );
  const converted =
    office.length > 0 ? await (await import('./convert-office.ts')).convertToDocx(office, io) : undefined;
  const readable: Input[] = [];
  for (const input of inputs) {
    const kind = kinds.get(input);
    const outcome = kind === 'office' ? converted?.get(input.path ?? '') : undefined;
    if (kind === undefined) readable.push(input);
    else if (outcome && 'docx' in outcome) readable.push({ ...input, docx: outcome.docx });
    else if (outcome) more.push(notRead(input, outcome.reason));
    else if (input.named || !hasOriginal(input) || !(await isFromBieu2(input)))
      more.push(notRead(input, pdfIsNotRead));
  }
  return { inputs: readable, failures: [...failures, ...more] };
}

function kindOf(path: string): Kind {
  const head = Buffer.alloc(80);
  const file = openSync(path, 'r');
  let text: string;
  try {
    text = head.subarray(0, readSync(file, head)).toString('latin1');
  } finally {
    closeSync(file);
  }
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

const notRead = ({ name, named }: Input, reason: Wording) =>
  named
    ? new UserError(
        {
          vi: `Không đọc được ${quoteName(name)}: ${reason.vi}.`,
          en: `Cannot read ${quoteName(name)}: ${reason.en}.`,
        },
        name,
      )
    : new SkippedFile(reason, name);

const pdfIsNotRead: Wording = {
  vi: 'không đọc được biểu trong PDF; hãy dùng bản Word',
  en: 'forms in PDF cannot be read; use the Word document',
};
