import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

const run = promisify(execFile);

/** One document takes a few seconds; one that hangs is given up. In milliseconds. */
const timeLimit = 120_000;

/** Turns a .doc, .odt or .rtf into a .docx. @throws UserError when LibreOffice is not there, or gives no document */
export async function convertToDocx(bytes: Uint8Array, name: string, io: Io): Promise<Uint8Array> {
  const program = findOffice(io.env);
  if (program === undefined) throw officeIsMissing(name);
  try {
    const from = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return await convert(program, bytes, from, 'docx:MS Word 2007 XML');
  } catch (error) {
    throw notConverted(name, isTimeout(error));
  }
}

/** Turns a .docx into a tagged PDF. @throws UserError when LibreOffice is not there, or gives no PDF */
export async function convertToPdf(docx: Uint8Array, io: Io): Promise<Uint8Array> {
  try {
    return await convert(requireOffice(io), docx, 'docx', pdfFilter);
  } catch (error) {
    throw error instanceof UserError ? error : noPdf(isTimeout(error));
  }
}

/** Where LibreOffice is. @throws UserError when it is not there */
export function requireOffice(io: Io): string {
  const program = findOffice(io.env);
  if (program === undefined) throw noOfficeForPdf();
  return program;
}

const pdfFilter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/**
 * Works in a folder of its own, with a profile of its own, macros off and no way to the network: a document may name
 * pictures anywhere, and LibreOffice would fetch them.
 *
 * @param from the ending of the file @param filter the new ending, a colon, and LibreOffice's name for the format
 */
async function convert(
  program: string,
  bytes: Uint8Array,
  from: string,
  filter: string,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'bieu2-office-'));
  try {
    const source = join(folder, `form.${from}`);
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
    await writeFile(source, bytes);
    const options = [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...['--headless', '--norestore', '--nolockcheck', '--convert-to', filter],
      ...['--outdir', join(folder, 'out'), source],
    ];
    await runAlone(program, options, folder);
    // It exits with 0 even when it wrote nothing.
    return await readFile(join(folder, 'out', `form.${filter.replace(/:.*/, '')}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where there are namespaces, without any network; else what the profile says must do. */
async function runAlone(program: string, options: readonly string[], folder: string): Promise<void> {
  const settings = { timeout: timeLimit, killSignal: 'SIGKILL', cwd: folder } as const;
  const isolate = ['--user', '--map-current-user', '--net'];
  if (process.platform === 'linux' && (await canRun('unshare', [...isolate, 'true']))) {
    await run('unshare', [...isolate, program, ...options], settings);
  } else {
    await run(program, options, settings);
  }
}

const canRun = (program: string, options: readonly string[]) =>
  run(program, options).then(
    () => true,
    () => false,
  );

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

const isTimeout = (error: unknown) => error instanceof Error && 'killed' in error && error.killed === true;

const officeIsMissing = (name: string) =>
  new UserError({
    vi: `Không đọc được ${quoteName(name)}: tệp này cần LibreOffice để chuyển sang .docx, mà máy chưa cài. Hãy cài LibreOffice, hoặc mở tệp bằng Word và lưu lại dưới dạng .docx.`,
    en: `Cannot read ${quoteName(name)}: LibreOffice is needed to turn it into .docx, and is not installed. Install it, or open the file in Word and save it as .docx.`,
  });

const notConverted = (name: string, tookTooLong: boolean) =>
  new UserError({
    vi: `Không đọc được ${quoteName(name)}: LibreOffice ${tookTooLong ? `không chuyển xong sau ${timeLimit / 1000} giây` : 'không chuyển được tệp'}. Hãy mở tệp bằng Word và lưu lại dưới dạng .docx.`,
    en: `Cannot read ${quoteName(name)}: LibreOffice ${tookTooLong ? `did not convert it within ${timeLimit / 1000} seconds` : 'could not convert it'}. Open the file in Word and save it as .docx.`,
  });

const noOfficeForPdf = () =>
  new UserError({
    vi: 'Không xuất được PDF bằng LibreOffice: máy chưa cài LibreOffice. Hãy cài LibreOffice, hoặc bỏ --pdf-engine libreoffice.',
    en: 'Cannot make a PDF with LibreOffice: it is not installed. Install it, or leave out --pdf-engine libreoffice.',
  });

const noPdf = (tookTooLong: boolean) =>
  new UserError({
    vi: `Không xuất được PDF: LibreOffice ${tookTooLong ? `không chuyển xong sau ${timeLimit / 1000} giây` : 'không chuyển được văn bản'}. Hãy xuất ra Word rồi lưu thành PDF bằng Word.`,
    en: `Cannot make a PDF: LibreOffice ${tookTooLong ? `did not convert the document within ${timeLimit / 1000} seconds` : 'could not convert the document'}. Render a Word document and save it as PDF with Word.`,
  });
