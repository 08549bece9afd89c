import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { formatLocation } from './format-location.ts';
import { frameWords } from './frame-words.ts';
import { markdownText } from './markdown-text.ts';
import type { Reporter } from './reporter.ts';
import { summarize } from './summarize.ts';

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

/** All findings as a Markdown table, for the file that `GITHUB_STEP_SUMMARY` names. */
export const githubSummary: Reporter = (report, { language }) => {
  const rows = report.files.flatMap(({ file, diagnostics }) =>
    diagnostics.map((diagnostic) => rowOf(file, diagnostic, language)),
  );
  const title = `### bieu2\n\n${frameWords[language].summary(summarize(report))}\n`;
  if (rows.length === 0) return title;

  const encoder = new TextEncoder();
  let bytes = 0;
  const fitting = rows.findIndex((row) => {
    bytes += encoder.encode(row).length;
    return bytes > maxBytes;
  });
  const shown = fitting === -1 ? rows : rows.slice(0, fitting);
  const rest = rows.length - shown.length;
  return `${title}\n${header[language]}${shown.join('')}${rest === 0 ? '' : leftOut(rest)[language]}`;
};

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
