import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError, systemCode } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { endGroup, makeTemporaryFolder, temporaryFiles } from '../io/temporary-files.ts';
import { userError } from '../user-error.ts';
import { isThere } from './paths.ts';

/** Milliseconds for LibreOffice to start, and for each document. Usually it takes a few seconds. */
const startLimit = 120_000;
const documentLimit = 10_000;

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
      const hasEnded = await convert(program, folder, sources, 'docx:MS Word 2007 XML');
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
    await convert(program, folder, [source], pdfFilter);
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

/** Gives LibreOffice a folder of its own, which is removed however the process ends. */
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

/**
 * Converts files into the folder `out` of a work folder, with a profile without macros or network access: a document may
 * link to pictures anywhere, and LibreOffice would fetch them.
 *
 * @param filter the new ending, a colon, LibreOffice's name of the format @returns false if it was stopped
 */
async function convert(program: string, folder: string, sources: readonly string[], filter: string) {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  const options = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    ...['--headless', '--norestore', '--nolockcheck', '--convert-to', filter],
    ...['--outdir', join(folder, 'out'), ...sources],
  ];
  return (await runAlone(program, options, folder, startLimit + documentLimit * sources.length)) === 0;
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

/**
 * With namespaces, without network, and ended with this process even when that is killed; else only
 * the profile protects. @returns the exit code
 */
async function runAlone(program: string, options: readonly string[], folder: string, limit: number) {
  const isAlone = process.platform === 'linux' && (await canRun('setpriv', [...isolate, 'true']));
  const [command, args] = isAlone ? ['setpriv', [...isolate, program, ...options]] : [program, options];
  return new Promise<number | null>((resolve) => {
    // In its own process group: LibreOffice is a script that starts another program, and both have to end.
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: 'ignore' });
    const { pid } = child;
    if (pid !== undefined) temporaryFiles.noteGroup(pid, false);
    const timer = setTimeout(() => pid !== undefined && endGroup(pid), limit);
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (pid !== undefined) temporaryFiles.noteGroup(pid, true);
      resolve(code);
    });
  });
}

/** Runs the program that follows in isolation; both commands are from util-linux. */
const isolate = [
  ...['--pdeathsig', 'KILL', 'unshare', '--user', '--map-current-user', '--net'],
  ...['--pid', '--fork', '--kill-child=KILL'],
];

const canRun = (program: string, options: readonly string[]) =>
  new Promise<boolean>((resolve) => execFile(program, options, (error) => resolve(error === null)));

function findOffice({ PATH, ProgramFiles }: Io['env']): string | undefined {
  const isWindows = process.platform === 'win32';
  const names = isWindows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [
    ...(PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/Applications/LibreOffice.app/Contents/MacOS',
    join(ProgramFiles ?? 'C:\\Program Files', 'LibreOffice', 'program'),
  ];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const item = (path: string, name: string, value: string | number) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** No macros, no update of links, and a proxy where nothing listens (port 9, “discard”). */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  item('Inet/Settings', 'ooInetProxyType', 2),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind) => [
    item('Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'),
    item('Inet/Settings', `ooInet${kind}ProxyPort`, 9),
  ]),
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', 3),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('Office.Writer/Content/Update', 'Link', 0),
].join('')}</oor:items>
`;

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
