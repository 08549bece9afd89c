import { type Language, severityWords, type Wording } from '../../diagnostics/wording.ts';
import { wrapWords } from '../../reporters/display-width.ts';
import type { Rule } from '../../rules/rule.ts';

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
