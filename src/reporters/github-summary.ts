import {
  enCount,
  formatNumber,
  type Language,
  severityWords,
  viNumber,
  type Wording,
} from '../diagnostics/wording.ts';
import { formatLocation } from './format-place.ts';
import type { FileCounts } from './overview.ts';
import { markdownText } from './printable.ts';
import { hintLabel, outcomeSentence } from './report-words.ts';
import type { Reporter } from './reporter.ts';

/** In bytes. GitHub refuses a step's summary above 1 MiB; the rest is for sentences and other commands of the step. */
const maxBytes = { files: 200_000, findings: 740_000 };
/** How many unread files are listed; the outcome has their number. */
const maxUnread = 100;

const filesHeader: Wording = {
  vi: '| Tệp | Đơn vị | Lỗi | Cảnh báo |\n| --- | --- | ---: | ---: |\n',
  en: '| File | Unit | Errors | Warnings |\n| --- | --- | ---: | ---: |\n',
};
const findingsHeader: Wording = {
  vi: '| Mức | Vị trí | Quy tắc | Nội dung |\n| --- | --- | --- | --- |\n',
  en: '| Severity | Place | Rule | Message |\n| --- | --- | --- | --- |\n',
};
const moreFiles = (count: number): Wording => ({
  vi: `\nCòn ${viNumber(count)} biểu nữa có vấn đề.\n`,
  en: `\n${enCount(count, 'more form has', 'more forms have')} problems.\n`,
});
const moreFindings = (count: number): Wording => ({
  vi: `\nCòn ${viNumber(count)} vấn đề nữa, không đủ chỗ để liệt kê ở đây.\n`,
  en: `\n${enCount(count, 'more problem is', 'more problems are')} not listed here: the summary is full.\n`,
});

/**
 * The summary of a job, in Markdown, for the file of `GITHUB_STEP_SUMMARY`: the outcome, the files, those with
 * errors first, then all findings as far as they fit, errors before warnings.
 */
export const githubSummary: Reporter = {
  listsFiles: true,
  before: (end, { language }) => {
    const { summary, overview, isEmpty, failures, unread = [] } = end;
    const files = summary.files > 1 ? filesTable(overview.files, language) : '';
    const notRead = [
      ...failures.map(markdownText),
      ...unread.map(({ file, reason }) => `${markdownText(file)}: ${markdownText(reason)}`),
    ];
    const findings = isEmpty ? '' : `\n${findingsHeader[language]}`;
    const items = notRead.slice(0, maxUnread).map((item) => `- ${item}\n`);
    const list = items.length > 0 ? `\n${items.join('')}` : '';
    return `### bieu2\n\n${outcomeSentence(end)[language]}\n${list}${files}${findings}`;
  },
  *file({ file, diagnostics }, { language }) {
    for (const { place, severity, rule, message, hint } of diagnostics) {
      const how = hint === undefined ? '' : `<br>${hintLabel[language]}: ${markdownText(hint)}`;
      const text = tableRow([
        severityWords[severity][language],
        markdownText(formatLocation(file, place, language)),
        markdownText(rule),
        markdownText(message) + how,
      ]);
      yield { severity, text };
    }
  },
  close: ({ leftOut = 0 }, { language }) => (leftOut === 0 ? '' : moreFindings(leftOut)[language]),
  namesFromRoot: true,
  limit: { max: maxBytes.findings, sizeOf: ({ text }) => Buffer.byteLength(text) },
};

function filesTable(files: readonly FileCounts[], language: Language): string {
  const faulty = files.filter(({ errors, warnings }) => errors + warnings > 0);
  let rows = '';
  let bytes = 0;
  let listed = 0;
  for (const { file, unit, errors, warnings } of faulty) {
    const counts = [errors, warnings].map((count) => formatNumber(count, language));
    const row = tableRow([markdownText(file), markdownText(unit), ...counts]);
    bytes += Buffer.byteLength(row);
    if (bytes > maxBytes.files) break;
    rows += row;
    listed += 1;
  }
  const rest = faulty.length - listed;
  return rows === '' ? '' : `\n${filesHeader[language]}${rows}${rest > 0 ? moreFiles(rest)[language] : ''}`;
}

const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
