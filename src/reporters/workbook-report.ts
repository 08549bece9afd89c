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
      await workbook.addTable(rulesSheet(end.overview.rules, language));
      await workbook.addTable(filesSheet(end, language), true);
      await workbook.finish();
      return undefined;
    },
  };
}
