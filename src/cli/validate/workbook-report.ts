import { resolve } from 'node:path';
import type { Language } from '../../diagnostics/wording.ts';
import { filesSheet, findingRows, findingsSheet, rulesSheet } from '../../reporters/xlsx.ts';
import { XlsxWriter } from '../../tables/write-xlsx.ts';
import type { Context } from '../context.ts';
import { AtomicFile } from '../files/atomic-file.ts';
import type { ReportSink, RunReportEnd } from './report-writer.ts';
import type { ReportPiece } from './validate-file.ts';

/** A workbook of findings with an overview first, written while files are still being checked. */
export class WorkbookReport implements ReportSink {
  readonly #language: Language;
  readonly #file: AtomicFile;
  readonly #workbook: XlsxWriter;

  /** @throws UserError when the file cannot be written */
  constructor(file: string, { io, language }: Context) {
    io.holdInterrupts();
    this.#language = language;
    this.#file = new AtomicFile({ path: resolve(io.cwd, file), name: file });
    this.#workbook = new XlsxWriter((chunk) => this.#file.write(chunk));
  }

  async open(): Promise<void> {
    await this.#workbook.open(findingsSheet(this.#language));
  }

  async add(piece: ReportPiece): Promise<void> {
    for (const lines of piece) {
      if (typeof lines !== 'string') continue;
      for (const row of findingRows(lines)) await this.#workbook.add(row);
    }
  }

  async close(end: RunReportEnd): Promise<undefined> {
    const files = filesSheet(end, this.#language);
    for (const [table, isFirst] of [
      [rulesSheet(end.overview.rules, this.#language), false],
      [files, true],
    ] as const) {
      await this.#workbook.open(table, isFirst);
      for await (const row of table.rows) await this.#workbook.add(row);
    }
    await this.#workbook.finish();
    await this.#file.commit();
  }

  abandon(): void {
    this.#file.abandon();
  }
}
