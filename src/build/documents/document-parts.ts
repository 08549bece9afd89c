import { type Language, type Wording, words } from '../../diagnostics/wording.ts';
import { rowKinds, rowPlaceholders, sheetPlaceholders } from '../../word/template/placeholders.ts';
import { commandsIn, helpOf } from './cli-page.ts';
import { markdownTable } from './markdown-table.ts';
import { reportFields } from './report-fields.ts';

/** The generated parts of documents in one language, by name. */
export async function documentParts(language: Language): Promise<Readonly<Record<string, string>>> {
  return {
    commands: markdownTable(
      [words('Lệnh', 'Command'), words('Tác dụng', 'What it does')],
      commandsIn(await helpOf([], language)).map(({ usage, summary }) => [`\`bieu2 ${usage}\``, summary]),
      language,
    ),
    placeholders: placeholderTable(sheetPlaceholders, language),
    'row placeholders': placeholderTable(rowPlaceholders, language),
    'row tags': markdownTable(
      [words('Thẻ', 'Tag'), words('Hàng mẫu của', 'Prototype of'), words('Phải có', 'Must contain')],
      Object.entries(rowKinds).map(([tag, { meaning, needs }]) => [
        `\`{#${tag}}\``,
        meaning[language],
        needs.map((name) => `\`{${name}}\``).join(' '),
      ]),
      language,
    ),
    'report fields': markdownTable(
      [words('Trường', 'Field'), words('Kiểu', 'Type'), words('Ý nghĩa', 'Meaning')],
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
    [words('Chỗ điền', 'Placeholder'), words('Ý nghĩa', 'What it prints')],
    Object.entries(placeholders).map(([name, { meaning }]) => [`\`{${name}}\``, meaning[language]]),
    language,
  );
