import type { Language } from '../diagnostics/wording.ts';
import { XlsxWriter } from '../tables/write-xlsx.ts';
import type { OpenReport } from './report-text.ts';
import { filesSheet, findingRows, findingsSheet, rulesSheet } from './xlsx.ts';

/** A workbook of findings with an overview first, written while files are still being checked. */
export async function openWorkbook(
  language: Language,
  write: (chunk: Uint8Array) => void,
): Promise<OpenReport> {
  const workbook = new XlsxWriter(write);
  await workbook.open(findingsSheet(language));
  return {
    async add(texts) {
      for (const lines of texts) {
        if (typeof lines !== 'string') continue;
        for (const row of findingRows(lines)) await workbook.add(row);
      }
    },
    async close(end) {
      const sheets = [rulesSheet(end.overview.rules, language), filesSheet(end, language)];
      for (const [index, table] of sheets.entries()) {
        await workbook.open(table, index > 0);
        for await (const row of table.rows) await workbook.add(row);
      }
      await workbook.finish();
      return undefined;
    },
  };
}
