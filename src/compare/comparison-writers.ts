import { Chalk, type ChalkInstance } from 'chalk';
import { jsonPointer } from '../diagnostics/plain-value.ts';
import { enNumber, type Language, viNumber, type Wording } from '../diagnostics/wording.ts';
import { markdownText, printable } from '../reporters/printable.ts';
import type { TextStyle } from '../reporters/reporter.ts';
import { stringifyJson } from '../reporters/stringify-json.ts';
import { type DescribedDifference, describeDifference } from './describe-difference.ts';
import type { Comparison, Difference, Part, PartChange } from './difference.ts';
import { namesWords, summarizeComparison, summaryWords } from './summarize-comparison.ts';
import type { DiffSegment } from './word-difference.ts';

export type ComparisonStyle = Pick<TextStyle, 'language' | 'colorLevel'>;

/** For people: one line per difference, below its heading; in texts [-removed-] and {+added+}. */
export function comparisonText(comparison: Comparison, { language, colorLevel }: ComparisonStyle): string {
  const { differences } = comparison;
  const chalk = new Chalk({ level: colorLevel });
  const summary = summaryWords(summarizeComparison(differences))[language];
  if (differences.length === 0) return `${chalk.green(`✓ ${summary}`)}\n`;
  let heading = '';
  const lines = differences.map((difference) => {
    const described = describeDifference(difference, language);
    const opening = described.heading === heading ? '' : `\n${chalk.bold(printable(described.heading))}\n`;
    heading = described.heading;
    return `${opening}  ${textLine(described, chalk)}\n`;
  });
  return `${printable(namesWords(comparison)[language])}\n${lines.join('')}\n${chalk.bold(summary)}\n`;
}

function textLine({ mark, label, what, text }: DescribedDifference, chalk: ChalkInstance): string {
  const paint = { '+': chalk.green, '-': chalk.red, '~': chalk.yellow }[mark];
  const segments = text.map(({ kind, text: segment }) => {
    const shown = printable(segment);
    if (kind === 'same') return shown;
    // Parts added or removed as a whole have their mark before the line.
    if (mark !== '~') return paint(shown);
    return kind === 'added' ? chalk.green(`{+${shown}+}`) : chalk.red(`[-${shown}-]`);
  });
  return `${paint(mark)} ${printable(label)} ${chalk.bold(printable(what))}: “${segments.join('')}”`;
}

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
  const summary = summaryWords(summarizeComparison(differences))[language];
  const names = `${markdownText(before)} → ${markdownText(after)}`;
  let text = `### ${title === undefined ? names : `${markdownText(title)} (${names})`}\n\n${summary}\n`;
  let heading = '';
  for (const [index, difference] of differences.entries()) {
    const described = describeDifference(difference, language);
    const isNew = described.heading !== heading;
    heading = described.heading;
    const opening = isNew ? `\n**${markdownText(heading)}**\n\n${tableHead[language]}` : '';
    const row = opening + markdownRow(described);
    if (text.length + row.length > maxLength) return text + leftOut(differences.length - index)[language];
    text += row;
  }
  return text;
}

const markdownRow = ({ label, what, text }: DescribedDifference) =>
  `| ${markdownText(label)} | ${markdownText(what)} | ${text.map(markdownSegment).join('')} |\n`;

function markdownSegment({ kind, text }: DiffSegment): string {
  const shown = markdownText(text);
  if (kind === 'same') return shown;
  return kind === 'added' ? `<ins>${shown}</ins>` : `<del>${shown}</del>`;
}

/**
 * The comparison for programs, by `schemas/diff.schema.json`. `version` increases when something
 * promised changes, but not for new keys.
 */
export const comparisonJson = ({ toolVersion, before, after, differences }: Comparison): string =>
  stringifyJson({
    version: 1,
    tool: { name: 'bieu2', version: toolVersion },
    before,
    after,
    ...comparisonFigures(differences),
  });

/** The changes in one form, as data. */
export const comparisonFigures = (differences: readonly Difference[]) => ({
  summary: summarizeComparison(differences),
  differences: differences.map((difference) => ({
    kind: difference.kind,
    subject: difference.subject,
    ...('before' in difference && { before: partFigures(difference.before) }),
    ...('after' in difference && { after: partFigures(difference.after) }),
    ...('changes' in difference && { changes: difference.changes.map(changeFigures) }),
  })),
});

const changeFigures = (change: PartChange) => (change.kind === 'moved' ? { kind: change.kind } : change);

const partFigures = ({ path, ...part }: Part) => ({ path: jsonPointer(path), ...part });
