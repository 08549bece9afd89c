import type { Language, Wording } from '../../diagnostics/wording.ts';
import { rowKinds, rowPlaceholders, sheetPlaceholders } from '../../word/template/placeholders.ts';
import { commandsIn, helpOf } from './cli-page.ts';
import { markdownTable } from './markdown-table.ts';
import { reportFields } from './report-fields.ts';

/** The generated parts of documents in one language, by name. */
export async function documentParts(language: Language): Promise<Readonly<Record<string, string>>> {
  return {
    commands: markdownTable(
      [
        { vi: 'Lệnh', en: 'Command' },
        { vi: 'Tác dụng', en: 'What it does' },
      ],
      commandsIn(await helpOf([], language)).map(({ usage, summary }) => [`\`bieu2 ${usage}\``, summary]),
      language,
    ),
    placeholders: placeholderTable(sheetPlaceholders, language),
    'row placeholders': placeholderTable(rowPlaceholders, language),
    'row tags': markdownTable(
      [
        { vi: 'Thẻ', en: 'Tag' },
        { vi: 'Hàng mẫu của', en: 'Prototype of' },
        { vi: 'Phải có', en: 'Must contain' },
      ],
      Object.entries(rowKinds).map(([tag, { meaning, needs }]) => [
        `\`{#${tag}}\``,
        meaning[language],
        needs.map((name) => `\`{${name}}\``).join(' '),
      ]),
      language,
    ),
    'report fields': markdownTable(
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

const placeholderTable = (
  placeholders: Readonly<Record<string, { readonly meaning: Wording }>>,
  language: Language,
): string =>
  markdownTable(
    [
      { vi: 'Chỗ điền', en: 'Placeholder' },
      { vi: 'Ý nghĩa', en: 'What it prints' },
    ],
    Object.entries(placeholders).map(([name, { meaning }]) => [`\`{${name}}\``, meaning[language]]),
    language,
  );
