import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const paths = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const isInstalled = (tool: string) => paths.some((folder) => existsSync(join(folder, tool)));

/** Why tests with LibreOffice are skipped here; undefined where all that they need is there. */
export const libreOfficeIsMissing = ['soffice', 'pdftotext', 'pdfinfo'].some((tool) => !isInstalled(tool))
  ? 'LibreOffice or poppler-utils is not installed'
  : undefined;

/**
 * Converts files, given by name, and gives the results in the same order. All go through one start of LibreOffice,
 * with a profile of its own. Throws when a result is missing: soffice exits with 0 even then.
 */
export async function convertWithLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  to:
    | 'pdf'
    | 'docx'
    | 'odt'
    | 'doc'
    | 'rtf'
    | 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
  timeoutMs = 120_000,
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bieu2-soffice-'));
  try {
    await mkdir(join(folder, 'out'));
    const names = Object.keys(files);
    for (const name of names) await writeFile(join(folder, name), files[name] ?? '');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out')];
    await run('soffice', [...options, ...names.map((name) => join(folder, name))], { timeout: timeoutMs });
    const extension = to.replace(/:.*/, '');
    const result = (name: string) => join(folder, 'out', basename(name).replace(/\w+$/, extension));
    return await Promise.all(names.map((name) => readFile(result(name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a poppler tool prints about a PDF; `options` stand before the file. */
export async function readPdf(
  tool: 'pdftotext' | 'pdfinfo' | 'pdftoppm',
  options: readonly string[],
  pdf: Uint8Array,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bieu2-pdf-'));
  try {
    const file = join(folder, 'a.pdf');
    await writeFile(file, pdf);
    const target = tool === 'pdftotext' ? ['-'] : [];
    const encoding = tool === 'pdftoppm' ? 'latin1' : 'utf8';
    const { stdout } = await run(tool, [...options, file, ...target], { encoding, maxBuffer: 1 << 26 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
