import type { Diagnostic, FileReport } from '../diagnostics/diagnostic.ts';
import { enCount, viNumber } from '../diagnostics/format-number.ts';
import { severityWords } from '../diagnostics/severity-words.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { formatLocation } from './format-place.ts';
import { markdownText } from './markdown-text.ts';
import { hintLabel, outcomeSentence } from './report-words.ts';
import type { ReportCounts } from './summarize.ts';

/** GitHub refuses a step's summary above 1 MiB; what is left is for other steps and the closing line. */
const maxBytes = 1_000_000;

const header: Wording = {
  vi: '| Mức | Vị trí | Quy tắc | Nội dung |\n| --- | --- | --- | --- |\n',
  en: '| Severity | Place | Rule | Message |\n| --- | --- | --- | --- |\n',
};
const leftOut = (count: number): Wording => ({
  vi: `\nCòn ${viNumber(count)} vấn đề nữa, không đủ chỗ để liệt kê ở đây.\n`,
  en: `\n${enCount(count, 'more problem is', 'more problems are')} not listed here: the summary is full.\n`,
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
  add(rows: Iterable<string>): void {
    for (const row of rows) {
      this.#bytes += Buffer.byteLength(row);
      if (this.#bytes > maxBytes) this.#leftOut += 1;
      else this.#rows += row;
    }
  }

  text(summary: ReportCounts): string {
    const language = this.#language;
    const title = `### bieu2\n\n${outcomeSentence(summary, language)}\n`;
    const table = this.#rows === '' ? '' : `\n${header[language]}${this.#rows}`;
    return title + table + (this.#leftOut === 0 ? '' : leftOut(this.#leftOut)[language]);
  }
}

/** The findings of a file as rows of the table. */
export function* githubRows({ file, diagnostics }: FileReport, language: Language): Generator<string> {
  for (const diagnostic of diagnostics) yield rowOf(file, diagnostic, language);
}

function rowOf(
  file: string,
  { place, severity, rule, message, hint }: Diagnostic,
  language: Language,
): string {
  const text =
    hint === undefined
      ? markdownText(message)
      : `${markdownText(message)}<br>${hintLabel[language]}: ${markdownText(hint)}`;
  const cells = [
    severityWords[severity][language],
    markdownText(formatLocation(file, place, language)),
    markdownText(rule),
    text,
  ];
  return `| ${cells.join(' | ')} |\n`;
}
