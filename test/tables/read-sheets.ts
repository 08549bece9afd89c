import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from './parse-csv.ts';

/** Why tests with LibreOffice Calc are skipped here; undefined where it is installed. */
export const calcIsMissing = ['/usr/bin/localc', '/usr/local/bin/localc'].some((file) => existsSync(file))
  ? undefined
  : 'LibreOffice Calc is not installed';

/**
 * Opens a workbook in LibreOffice and gives every sheet by its name, each cell as it is shown. Throws when
 * LibreOffice cannot open it.
 */
export function readSheets(workbook: Uint8Array): Record<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'bieu2-calc-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, workbook);
    // Comma, double quotes, UTF-8, from the first row, cells as shown, every sheet into a file of its own.
    const to = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, file], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    return Object.fromEntries(
      readdirSync(out).map((name) => [
        name.slice('book-'.length, -'.csv'.length),
        parseCsv(readFileSync(join(out, name), 'utf8').replace(/(?<!\r)\n/g, '\r\n')).map((row) =>
          row.map((cell) => cell.replaceAll('\r\n', '\n')),
        ),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
