import { Chalk, type ChalkInstance } from 'chalk';
import { printable } from '../reporters/printable.ts';
import type { TextStyle } from '../reporters/reporter.ts';
import { namesWords, summaryWords } from './comparison-words.ts';
import { type DescribedDifference, describeDifference } from './describe-difference.ts';
import type { Comparison } from './difference.ts';
import { summarizeComparison } from './summarize-comparison.ts';
import type { DiffSegment } from './word-difference.ts';

export type ComparisonStyle = Pick<TextStyle, 'language' | 'colorLevel'>;

/** For people: one line per difference, below its heading; in texts [-removed-] and {+added+}. */
export function comparisonText(comparison: Comparison, { language, colorLevel }: ComparisonStyle): string {
  const { differences } = comparison;
  const chalk = new Chalk({ level: colorLevel });
  const summary = summaryWords(summarizeComparison(differences), language);
  if (differences.length === 0) return `${chalk.green(`✓ ${summary}`)}\n`;
  let heading = '';
  const lines = differences.map((difference) => {
    const described = describeDifference(difference, language);
    const opening = described.heading === heading ? '' : `\n${chalk.bold(printable(described.heading))}\n`;
    heading = described.heading;
    return `${opening}  ${lineOf(described, chalk)}\n`;
  });
  return `${printable(namesWords(comparison)[language])}\n${lines.join('')}\n${chalk.bold(summary)}\n`;
}

function lineOf({ mark, label, what, text }: DescribedDifference, chalk: ChalkInstance): string {
  const paint = { '+': chalk.green, '-': chalk.red, '~': chalk.yellow }[mark];
  const words = text.map((segment) => segmentText(segment, mark, chalk)).join('');
  return `${paint(mark)} ${printable(label)} ${chalk.bold(printable(what))}: “${words}”`;
}

function segmentText(
  { kind, text }: DiffSegment,
  mark: DescribedDifference['mark'],
  chalk: ChalkInstance,
): string {
  const shown = printable(text);
  if (kind === 'same') return shown;
  // Parts added or removed as a whole have their mark before the line.
  if (mark !== '~') return kind === 'added' ? chalk.green(shown) : chalk.red(shown);
  return kind === 'added' ? chalk.green(`{+${shown}+}`) : chalk.red(`[-${shown}-]`);
}
