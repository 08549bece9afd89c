import type { Language, Wording } from '../../diagnostics/wording.ts';
import { rules } from '../../rules/index.ts';
import { rowKinds, rowPlaceholders, sheetPlaceholders } from '../../word/template/placeholders.ts';
import { reportFields } from './report-fields.ts';

const severities = { error: { vi: 'lỗi', en: 'error' }, warning: { vi: 'cảnh báo', en: 'warning' } };

/** The generated parts of documents in one language, by their names. */
export function documentParts(language: Language): Readonly<Record<string, string>> {
  return {
    rules: table(
      [
        { vi: 'Quy tắc', en: 'Rule' },
        { vi: 'Mức', en: 'Severity' },
        { vi: 'Nội dung', en: 'What it asks for' },
      ],
      rules.map(({ id, severity, summary }) => [
        `\`${id}\``,
        severities[severity][language],
        summary[language],
      ]),
      language,
    ),
    placeholders: placeholderTable(sheetPlaceholders, language),
    'row placeholders': placeholderTable(rowPlaceholders, language),
    'row tags': table(
      [
        { vi: 'Thẻ', en: 'Tag' },
        { vi: 'Hàng mẫu của', en: 'Pattern of' },
        { vi: 'Phải có', en: 'Must hold' },
      ],
      Object.entries(rowKinds).map(([tag, { meaning, needs }]) => [
        `\`{#${tag}}\``,
        meaning[language],
        needs.map((name) => `\`{${name}}\``).join(' '),
      ]),
      language,
    ),
    'report fields': table(
      [
        { vi: 'Trường', en: 'Field' },
        { vi: 'Kiểu', en: 'Type' },
        { vi: 'Ý nghĩa', en: 'Meaning' },
      ],
      reportFields(language),
      language,
    ),
  };
}

function placeholderTable(
  placeholders: Readonly<Record<string, { readonly meaning: Wording }>>,
  language: Language,
): string {
  return table(
    [
      { vi: 'Chỗ điền', en: 'Placeholder' },
      { vi: 'Ý nghĩa', en: 'What it prints' },
    ],
    Object.entries(placeholders).map(([name, { meaning }]) => [`\`{${name}}\``, meaning[language]]),
    language,
  );
}

function table(head: readonly Wording[], rows: readonly (readonly string[])[], language: Language): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return (
    line(head.map((cell) => cell[language])) +
    line(head.map(() => '---')) +
    rows.map((row) => line(row)).join('')
  );
}
