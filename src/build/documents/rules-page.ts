import { type Language, severityWords, type Wording } from '../../diagnostics/wording.ts';
import { mergeRules } from '../../merge/merge-rules.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { inMarkdown, markdownTable } from './markdown-table.ts';

const head: Wording = {
  vi: `# Các quy tắc

[bieu2](../../README.vi.md) · [English](../rules.md)

Trang này được tạo từ các trang của \`bieu2 explain <quy-tắc>\`. Muốn đặt lại mức của một quy tắc, xem
[cấu hình](configuration.md); muốn tắt tại chỗ, xem [sửa biểu](fixing.md).
`,
  en: `# Rules

[bieu2](../README.md) · [Tiếng Việt](vi/rules.md)

This page is generated from the pages of \`bieu2 explain <rule>\`. To change the severity of a rule, see
[configuration](configuration.md); to disable it in one place, see [fixing](fixing.md).
`,
};

const words = {
  merging: { vi: 'Khi hợp nhất', en: 'When merging' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  severity: { vi: 'Mức', en: 'Severity' },
  fixable: { vi: 'Tự sửa', en: 'Fixable' },
  summary: { vi: 'Nội dung', en: 'What it checks' },
  yes: { vi: 'có', en: 'yes' },
  fix: { vi: 'Tự sửa (`--fix`):', en: 'Fixed by `--fix`:' },
  wrong: { vi: 'Sai:', en: 'Wrong:' },
  right: { vi: 'Đúng:', en: 'Right:' },
};

type RulePart = Pick<Rule, 'id' | 'severity' | 'summary' | 'explanation' | 'fix' | 'example'>;

/** `docs/rules.md`: all rules, each with its explanation under its id as the heading. */
export function rulesPage(language: Language): string {
  const ofMerging: readonly RulePart[] = Object.values(mergeRules);
  const table = (list: readonly RulePart[]) =>
    markdownTable(
      [words.rule, words.severity, words.fixable, words.summary],
      list.map(({ id, severity, fix, summary }) => [
        `[\`${id}\`](#${id})`,
        severityWords[severity][language],
        fix ? words.yes[language] : '',
        inMarkdown(summary[language]),
      ]),
      language,
    );
  const sections = (list: readonly RulePart[], level: string) =>
    list.map((rule) => `\n${level} ${rule.id}\n\n${section(rule, language)}`).join('');
  return (
    `${head[language]}\n${table(rules)}${sections(rules, '##')}` +
    `\n## ${words.merging[language]}\n\n${table(ofMerging)}${sections(ofMerging, '###')}`
  );
}

function section({ severity, summary, explanation, fix, example }: RulePart, language: Language): string {
  const paragraphs = explanation[language].trim().split(/\n\s*\n/);
  const code = (title: Wording, yaml: string) =>
    `${title[language]}\n\n\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
  return `${[
    `**${inMarkdown(summary[language])}** (${severityWords[severity][language]})`,
    ...paragraphs.map(inMarkdown),
    ...(fix ? [`${words.fix[language]} ${inMarkdown(fix.summary[language])}`] : []),
    ...(example ? [code(words.wrong, example.bad), code(words.right, example.good)] : []),
  ].join('\n\n')}\n`;
}
