import { enNumber, type Language, viNumber, type Wording } from '../diagnostics/wording.ts';
import { markdownText } from '../reporters/printable.ts';
import { summaryWords } from './comparison-words.ts';
import { type DescribedDifference, describeDifference } from './describe-difference.ts';
import type { Comparison } from './difference.ts';
import { summarizeComparison } from './summarize-comparison.ts';
import type { DiffSegment } from './word-difference.ts';

/** GitHub accepts comments of up to 65,536 characters. */
export const maxLength = 60_000;

const tableHead: Wording = {
  vi: '| | Thay đổi | Nội dung |\n| --- | --- | --- |\n',
  en: '| | Change | Text |\n| --- | --- | --- |\n',
};
const leftOut = (count: number): Wording => ({
  vi: `\nCòn ${viNumber(count)} thay đổi nữa, không đủ chỗ để liệt kê ở đây.\n`,
  en: `\n${enNumber(count)} more did not fit in here.\n`,
});

/** Markdown for a review comment on GitHub or GitLab: a table for each place; text of the form is escaped. */
export function comparisonMarkdown(
  { before, after, differences }: Comparison,
  { language, title }: { readonly language: Language; readonly title?: string },
): string {
  const summary = summaryWords(summarizeComparison(differences), language);
  const names = `${markdownText(before)} → ${markdownText(after)}`;
  let text = `### ${title === undefined ? names : `${markdownText(title)} (${names})`}\n\n${summary}\n`;
  let heading = '';
  for (const [index, difference] of differences.entries()) {
    const described = describeDifference(difference, language);
    const opening =
      described.heading === heading
        ? ''
        : `\n**${markdownText(described.heading)}**\n\n${tableHead[language]}`;
    heading = described.heading;
    const row = opening + rowOf(described);
    if (text.length + row.length > maxLength) return text + leftOut(differences.length - index)[language];
    text += row;
  }
  return text;
}

function rowOf({ label, what, text }: DescribedDifference): string {
  return `| ${[markdownText(label), markdownText(what), text.map(segmentText).join('')].join(' | ')} |\n`;
}

function segmentText({ kind, text }: DiffSegment): string {
  const shown = markdownText(text);
  if (kind === 'same') return shown;
  return kind === 'added' ? `<ins>${shown}</ins>` : `<del>${shown}</del>`;
}
