import { PassThrough } from 'node:stream';
import { main } from '../cli/main.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { rules } from '../rules/index.ts';
import { rowKinds, rowPlaceholders, sheetPlaceholders } from '../word/template/placeholders.ts';
import { reportFields } from './report-fields.ts';

/** The commands whose help stands in the README; '' is the program itself. */
const commands = [
  '',
  'validate',
  'render',
  'preview',
  'import',
  'diff',
  'summary',
  'export',
  'merge',
  'template',
  'init',
  'rules',
  'explain',
  'schema',
  'lsp',
  'completion',
];

const severities = { error: { vi: 'lỗi', en: 'error' }, warning: { vi: 'cảnh báo', en: 'warning' } };

/**
 * Puts what is generated into a README: what stands between `<!-- generated: name -->` and
 * `<!-- /generated -->` is replaced. Throws for a name that is not known, and when a part is left out.
 *
 * @param readme the whole text, in Markdown
 */
export async function fillReadme(readme: string, language: Language): Promise<string> {
  const parts = await readmeParts(language);
  const left = new Set(Object.keys(parts));
  const filled = readme.replace(
    /(<!-- generated: ([^\n]+) -->\n).*?(<!-- \/generated -->)/gs,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`There is no generated part “${name}”`);
      left.delete(name);
      return `${start}\n${part}\n${end}`;
    },
  );
  if (left.size > 0) throw new Error(`The README lacks: ${[...left].join(', ')}`);
  return filled;
}

async function readmeParts(language: Language): Promise<Record<string, string>> {
  const parts: Record<string, string> = {
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
  for (const command of commands) {
    const name = ['bieu2', command, '--help'].filter((word) => word !== '').join(' ');
    parts[name] = `\`\`\`text\n${(await helpOf(command, language)).trimEnd()}\n\`\`\`\n`;
  }
  return parts;
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

/** What a command prints for `--help`, in a pipe. */
async function helpOf(command: string, language: Language): Promise<string> {
  let help = '';
  const stdout = { write: (chunk: string | Uint8Array) => (help += chunk), columns: 80 };
  await main([...(command === '' ? [] : [command]), '--help', '--lang', language], {
    stdin: new PassThrough(),
    stdout,
    stderr: stdout,
    env: {},
    cwd: '/',
    holdInterrupts: () => {},
    untilInterrupted: () => new Promise(() => {}),
  });
  return help;
}
