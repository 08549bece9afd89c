import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rules } from '../rules/index.ts';
import type { Analysis } from './analysis.ts';
import { fieldMeaning } from './field-meanings.ts';
import { pathAt } from './path-at.ts';
import { spanOf } from './to-diagnostic.ts';

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** What is found at an offset, each with its rule's explanation, and what the field there means. */
export function hover(analysis: Analysis, offset: number, schema: unknown): Hover | undefined {
  const { source, options, inspection, rangeOf } = analysis;
  const found = inspection.diagnostics.filter((diagnostic) => {
    const [start, end] = spanOf(diagnostic);
    return start <= offset && offset <= end;
  });
  const node = pathAt(source, offset);
  const meaning = node && fieldMeaning(schema, node.path, options.language);
  const parts = [
    ...(meaning === undefined
      ? []
      : [`**${escapeMarkdown(String(node?.path.at(-1)))}**: ${escapeMarkdown(meaning)}`]),
    ...found.map((diagnostic) => explained(diagnostic, options.language)),
  ];
  const span = node?.span ?? (found[0] && spanOf(found[0]));
  if (parts.length === 0 || !span) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') }, range: rangeOf(span) };
}

function explained({ rule, message, hint }: Diagnostic, language: 'vi' | 'en'): string {
  const explanation = rulesById.get(rule)?.explanation[language] ?? '';
  const paragraphs = explanation.split('\n').map((line) => {
    const [, item = '', text = ''] = /^(- )?(.*)$/.exec(line) ?? [];
    return item + escapeMarkdown(text);
  });
  const said = [message, ...(hint === undefined ? [] : [hint])].map(escapeMarkdown).join('  \n');
  return `**${rule}**: ${said}\n\n${paragraphs.join('\n')}`;
}

/** Texts of a form are shown as they are: they make no links and load no pictures. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&');
