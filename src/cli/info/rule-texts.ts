import { type Language, severityWords, type Wording } from '../../diagnostics/wording.ts';
import { wrapWords } from '../../reporters/display-width.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import type { Rule } from '../../rules/rule.ts';

/** The parts of a rule that its page shows. */
type RulePart = Omit<Rule, 'messages' | 'check' | 'offer'>;

/** In columns. Longer lines are hard to read, however wide the terminal is. */
const widest = 100;

/** The output of `bieu2 explain`: the rule's head, its explanation, a wrong and a right example, its web page. */
export function rulePage(
  rule: RulePart,
  { language, width: terminalWidth, colorLevel, rulesPage }: ReporterOptions,
): string {
  const width = Math.min(terminalWidth, widest);
  const bold = (text: string) => (colorLevel > 0 ? `\u001b[1m${text}\u001b[22m` : text);
  const words = {
    vi: { wrong: 'Sai:', right: 'Đúng:', fix: 'Tự sửa (bieu2 validate --fix):' },
    en: { wrong: 'Wrong:', right: 'Right:', fix: 'Fixed by “bieu2 validate --fix”:' },
  }[language];
  const severity = severityWords[rule.severity][language];
  const example = (title: string, code: string) =>
    `${bold(title)}\n${code.trimEnd().replace(/^(?=.)/gm, '  ')}`;
  const explanation = rule.explanation[language]
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => fill(paragraph, width));
  return `${[
    `${bold(rule.id)} (${severity})\n${fill(rule.summary[language], width)}`,
    ...explanation,
    ...(rule.fix ? [fill(`${words.fix} ${rule.fix.summary[language]}`, width)] : []),
    ...(rule.example
      ? [example(words.wrong, rule.example.bad), example(words.right, rule.example.good)]
      : []),
    ...(rulesPage === undefined ? [] : [`${rulesPage}#${rule.id}`]),
  ].join('\n\n')}\n`;
}

/** Wraps a paragraph; lines that begin with `- ` stay items of a list. */
const fill = (paragraph: string, width: number) =>
  paragraph
    .split(/\n(?=- )/)
    .flatMap((item) => {
      const text = item.replace(/\s*\n\s*/g, ' ');
      if (!text.startsWith('- ')) return wrapWords(text, width);
      return wrapWords(text.slice(2), width - 2).map((line, index) => (index === 0 ? '- ' : '  ') + line);
    })
    .join('\n');

/** With fewer columns a summary goes below its rule instead of beside it. */
const narrowest = 24;

/** The mark of rules whose findings `--fix` can fix, at least in part. */
const fixWords: Wording = { vi: 'tự sửa', en: 'fixable' };

/** The rules as a table with aligned columns and wrapped summaries. */
export function ruleTable(rules: readonly Rule[], language: Language, width: number): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const severityWidth = Math.max(...Object.values(severityWords).map((word) => word[language].length));
  const fixWidth = Math.max(...Object.values(fixWords).map((word) => word.length));
  const indent = idWidth + severityWidth + fixWidth + 6;
  const isNarrow = width - indent < narrowest;
  const lines = rules.flatMap(({ id, severity, summary, fix }) => {
    const fixable = (fix ? fixWords[language] : '').padEnd(fixWidth);
    const start = `${id.padEnd(idWidth)}  ${severityWords[severity][language].padEnd(severityWidth)}  ${fixable}  `;
    if (isNarrow) {
      return [start.trimEnd(), ...wrapWords(summary[language], width - 2).map((line) => `  ${line}`)];
    }
    return wrapWords(summary[language], width - indent).map(
      (line, index) => (index === 0 ? start : ' '.repeat(indent)) + line,
    );
  });
  return `${lines.join('\n')}\n`;
}
