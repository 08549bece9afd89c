import type { Diagnostic, FileReport } from '../diagnostics/diagnostic.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { formatLocation } from './format-location.ts';
import { frameWords } from './frame-words.ts';
import { markdownText } from './markdown-text.ts';
import type { Summary } from './summarize.ts';

/** GitHub refuses a step's summary above 1 MiB; the rest is left to other steps' use and to the closing line. */
const maxBytes = 1_000_000;

const header: Wording = {
  vi: '| Mức | Vị trí | Quy tắc | Nội dung |\n| --- | --- | --- | --- |\n',
  en: '| Severity | Place | Rule | Message |\n| --- | --- | --- | --- |\n',
};
const leftOut = (count: number): Wording => ({
  vi: `\nCòn ${count} vấn đề nữa, không đủ chỗ để liệt kê ở đây.\n`,
  en: `\n${count} more did not fit in here.\n`,
});

/** All findings as a Markdown table, as far as they fit, for the file that `GITHUB_STEP_SUMMARY` names. */
export class GithubSummary {
  readonly #language: Language;
  #rows = '';
  #bytes = 0;
  #leftOut = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  /** @param rows the findings of a file, by `githubRows` */
  add(rows: readonly string[]): void {
    for (const row of rows) {
      this.#bytes += Buffer.byteLength(row);
      if (this.#bytes > maxBytes) this.#leftOut += 1;
      else this.#rows += row;
    }
  }

  text(summary: Summary): string {
    const language = this.#language;
    const title = `### bieu2\n\n${frameWords[language].summary(summary)}\n`;
    const table = this.#rows === '' ? '' : `\n${header[language]}${this.#rows}`;
    return title + table + (this.#leftOut === 0 ? '' : leftOut(this.#leftOut)[language]);
  }
}

/** The findings of a file as rows of the table. */
export const githubRows = ({ file, diagnostics }: FileReport, language: Language): string[] =>
  diagnostics.map((diagnostic) => rowOf(file, diagnostic, language));

function rowOf(
  file: string,
  { place, severity, rule, message, hint }: Diagnostic,
  language: Language,
): string {
  const words = frameWords[language];
  const text =
    hint === undefined
      ? markdownText(message)
      : `${markdownText(message)}<br>${words.hint}: ${markdownText(hint)}`;
  const cells = [
    words.severity[severity],
    markdownText(formatLocation(file, place, language)),
    markdownText(rule),
    text,
  ];
  return `| ${cells.join(' | ')} |\n`;
}
