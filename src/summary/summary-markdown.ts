import type { Language } from '../diagnostics/wording.ts';
import { markdownText } from '../reporters/markdown-text.ts';
import { type Counts, counts, groupsIn } from './cells.ts';
import { outlierWords } from './outlier-words.ts';
import { sharedWords } from './shared-task-words.ts';
import type { Summary } from './summary.ts';
import {
  formatCount,
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  moreItems,
  moreUnits,
  type SummaryText,
  summaryTexts,
  unitName,
} from './summary-words.ts';

export interface SummaryMarkdownOptions {
  readonly language: Language;
  /** Every unit and every outlier, however many. */
  readonly all: boolean;
}

/** GitHub takes comments of 65,536 characters: so many rows of each kind fit in. */
const [shownUnits, shownOutliers, shownTasks] = [50, 20, 20];

/** Markdown for a review comment, on GitHub or GitLab; words of the forms stay words. */
export function summaryMarkdown(summary: Summary, { language, all }: SummaryMarkdownOptions): string {
  const { cells, units, outliers, shared, rules } = summary;
  const say = (word: SummaryText) => summaryTexts[word][language];
  const number = (count: number) => (count === 0 ? '–' : formatCount(count, language));
  const countHeads = [
    say('tasks'),
    ...[1, 2, 3, 4, 5].map((level) => levelName(level, language)),
    say('free'),
    say('unrated'),
    say('missing'),
  ];
  const countCells = ({ tasks, levels, free, unrated, missing }: Counts) =>
    [tasks, ...levels, free, unrated, missing].map(number);
  const shown = <Item>(items: readonly Item[], limit: number) => items.slice(0, all ? undefined : limit);
  const rest = (count: number, words: (count: number, language: Language) => string) =>
    count > 0 ? `\n${words(count, language)}\n` : '';

  const total = `**${say('total')}**`;
  const parts = [
    `### ${say('title')}\n\n${headline(summary, counts(cells).tasks, language)}\n`,
    table(
      [say('group'), ...countHeads],
      [
        ...groupsIn(cells).map((group) => [
          groupName(group, language),
          ...countCells(counts(cells, [group])),
        ]),
        [total, ...countCells(counts(cells))],
      ],
    ),
    ...lackedGroups(summary, language).map((text) => `${text}\n`),
  ];
  if (units.length > 1) {
    const listed = shown(units, shownUnits);
    parts.push(
      `#### ${say('units')}\n\n`,
      table(
        [say('unit'), ...countHeads, say('errors')],
        listed.map((unit) => [
          markdownText(unitName(unit, language)),
          ...countCells(counts(unit.cells)),
          number(unit.errors),
        ]),
      ),
      rest(units.length - listed.length, moreUnits),
    );
  }
  if (outliers.length > 0) {
    const listed = shown(outliers, shownOutliers);
    const lines = listed.map(
      (outlier) =>
        `- ${markdownText(unitName(outlier.unit, language))}: ${markdownText(outlierWords(outlier, language))}\n`,
    );
    parts.push(
      `#### ${say('outliers')}\n\n${lines.join('')}`,
      rest(outliers.length - listed.length, moreItems),
    );
  }
  if (units.length > 1) {
    parts.push(`#### ${say('shared')}\n\n${sharedWords(shared, language)}\n`);
    const listed = shown(shared.top, shownTasks);
    if (listed.length > 0) {
      parts.push(
        table(
          [say('task'), say('unitCount'), say('levelsGiven')],
          listed.map(({ text, units: count, levels }) => [
            markdownText(text),
            number(count),
            levelList(levels),
          ]),
        ),
      );
    }
  }
  parts.push(
    `#### ${say('rules')}\n\n`,
    rules.length === 0
      ? `${say('noFindings')}\n`
      : table(
          [say('rule'), say('errors'), say('warnings'), say('inForms')],
          rules.map(({ rule, errors, warnings, forms }) => [
            `\`${rule}\``,
            ...[errors, warnings, forms].map(number),
          ]),
        ),
  );
  return joined(parts);
}

/** The first column is text, the others are numbers. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rule = heads.map((_, index) => (index === 0 ? '---' : '--:'));
  return line(heads) + line(rule) + rows.map(line).join('');
}

/** A blank line before each part that needs one. */
const joined = (parts: readonly string[]) =>
  parts
    .filter((part) => part !== '')
    .map((part, index) => (index > 0 && !parts[index - 1]?.endsWith('\n\n') ? `\n${part}` : part))
    .join('')
    .replace(/\n{3,}/g, '\n\n');
