import type { RuleInfo } from '../diagnostics/diagnostic.ts';
import type { Language } from '../diagnostics/wording.ts';
import { wrapWords } from '../reporters/wrap-words.ts';
import { severityWords } from './severity-words.ts';

/** Below this many columns a summary goes under its rule instead of beside it. */
const narrowest = 24;

/** The rules as a table with aligned columns, each summary wrapped within its own. */
export function ruleTable(rules: readonly RuleInfo[], language: Language, width: number): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const severityWidth = Math.max(...Object.values(severityWords).map((word) => word[language].length));
  const indent = idWidth + severityWidth + 4;
  const isNarrow = width - indent < narrowest;
  const lines = rules.flatMap(({ id, severity, summary }) => {
    const start = `${id.padEnd(idWidth)}  ${severityWords[severity][language].padEnd(severityWidth)}  `;
    if (isNarrow) {
      return [start.trimEnd(), ...wrapWords(summary[language], width - 2).map((line) => `  ${line}`)];
    }
    return wrapWords(summary[language], width - indent).map(
      (line, index) => (index === 0 ? start : ' '.repeat(indent)) + line,
    );
  });
  return `${lines.join('\n')}\n`;
}
