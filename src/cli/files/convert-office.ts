import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError, systemCode } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { makeTemporaryFolder, temporaryFiles } from '../io/temporary-files.ts';
import { userError } from '../user-error.ts';
import { isThere } from './paths.ts';
import { findOffice, runOffice } from './run-office.ts';

/** The results of conversion: the .docx of each document, in a folder removed when the process ends, or the reason for failure. */
export type Converted = ReadonlyMap<string, { docx: string } | { reason: Wording }>;

/**
 * Turns .doc, .odt and .rtf files into .docx, all in one run of LibreOffice: starting it takes longer than
 * most documents. One that stops it or takes too long is left out, and another run converts the rest.
 *
 * @param paths absolute; their endings need not match their contents
 */
export async function convertToDocx(paths: readonly string[], io: Io): Promise<Converted> {
  const result = new Map<string, { docx: string } | { reason: Wording }>();
  const program = findOffice(io.env);
  if (program === undefined) {
    for (const path of paths) result.set(path, { reason: officeIsMissing });
    return result;
  }
  await inWorkFolder(io, async (folder) => {
    const kept = makeFolder();
    temporaryFiles.add(kept);
    let rest = await Promise.all(
      paths.map(async (path, index) => {
        const source = join(folder, `${index}${extname(path) || '.doc'}`);
        await copyFile(path, source);
        return {
          path,
          source,
          made: join(folder, 'out', `${index}.docx`),
          docx: join(kept, `${index}.docx`),
        };
      }),
    );
    while (rest.length > 0) {
      const sources = rest.map(({ source }) => source);
      const hasEnded = await runOffice(program, folder, sources, 'docx:MS Word 2007 XML');
      // Converted in this order: it stopped at the first that is missing.
      const culprit = hasEnded ? -1 : rest.findIndex(({ made }) => !isThere(made));
      const done = culprit < 0 ? rest : rest.slice(0, culprit + 1);
      for (const { path, made, docx } of done) {
        const isMade = isThere(made);
        if (isMade) await copyFile(made, docx);
        else await refuseFullDisk(folder);
        result.set(path, isMade ? { docx } : { reason: notConverted });
      }
      rest = rest.slice(done.length);
    }
  });
  return result;
}

/** Turns a .docx into a tagged PDF. @throws UserError when LibreOffice is missing or writes no PDF */
export async function convertToPdf(docx: Uint8Array, io: Io): Promise<Uint8Array> {
  const program = requireOffice(io);
  return inWorkFolder(io, async (folder) => {
    const source = join(folder, 'form.docx');
    await writeFile(source, docx);
    await runOffice(program, folder, [source], pdfFilter);
    // It exits with 0 even when it wrote nothing.
    return readFile(join(folder, 'out', 'form.pdf')).catch(async () => {
      await refuseFullDisk(folder);
      throw noPdf();
    });
  });
}

export function requireOffice(io: Io): string {
  const program = findOffice(io.env);
  if (program === undefined) throw noOfficeForPdf();
  return program;
}

const pdfFilter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/** Gives LibreOffice its own folder, which is removed however the process ends. */
async function inWorkFolder<Result>(io: Io, work: (folder: string) => Promise<Result>): Promise<Result> {
  io.holdInterrupts();
  const folder = makeFolder();
  temporaryFiles.add(folder);
  try {
    return await work(folder);
  } catch (error) {
    throw systemCode(error) === 'ENOSPC' ? fileError('write', folder, error) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
    temporaryFiles.forget(folder);
  }
}

/** Bytes that LibreOffice needs for its profile alone. */
const room = 1024 * 1024;

/** LibreOffice does not report a full disk. @throws the system's error when the disk is full */
async function refuseFullDisk(folder: string): Promise<void> {
  await writeFile(join(folder, 'room'), Buffer.alloc(room));
  await rm(join(folder, 'room'));
}

function makeFolder(): string {
  try {
    return makeTemporaryFolder();
  } catch (error) {
    throw fileError('write', tmpdir(), error);
  }
}

const officeIsMissing: Wording = {
  vi: 'cần LibreOffice để chuyển sang .docx, mà máy chưa cài; hãy cài LibreOffice, hoặc mở bằng Word và lưu thành .docx',
  en: 'LibreOffice, which turns it into .docx, is not installed; install it, or save the file as .docx in Word',
};

const notConverted: Wording = {
  vi: 'LibreOffice không chuyển được; hãy mở bằng Word và lưu thành .docx',
  en: 'LibreOffice could not convert it; open it in Word and save it as .docx',
};

const noOfficeForPdf = userError(
  'Không xuất được PDF bằng LibreOffice: máy chưa cài LibreOffice. Hãy cài LibreOffice, hoặc bỏ --pdf-engine libreoffice.',
  'Cannot make a PDF with LibreOffice: it is not installed. Install it, or leave out --pdf-engine libreoffice.',
);
const noPdf = userError(
  'Không xuất được PDF: LibreOffice không chuyển được văn bản. Hãy xuất ra Word rồi lưu thành PDF bằng Word.',
  'Cannot make a PDF: LibreOffice could not convert the document. Render a Word document and save it as PDF with Word.',
);
