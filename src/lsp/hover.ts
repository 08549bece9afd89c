import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Diagnostic, Path, Range } from '../diagnostics/finding.ts';
import { valueAt } from '../diagnostics/plain-value.ts';
import type { Source } from '../source/source.ts';
import { trimmedSpan } from '../source/text-lines.ts';
import { rulesById } from '../worded-finding.ts';
import type { Analysis } from './analysis.ts';
import { fieldMeaning } from './field-meanings.ts';
import { spanOf } from './to-diagnostic.ts';

/** The findings at an offset, each with its rule's explanation, and the description of the field there. */
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

/** Escapes texts of a form, so that they cannot make links or load pictures. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&');

/** The key or scalar at an offset of the text; undefined between them, or if the text could not be parsed. */
function pathAt(source: Source, offset: number): { readonly path: Path; readonly span: Range } | undefined {
  let path: Path = [];
  for (;;) {
    const value = valueAt(source.value, path);
    if (typeof value !== 'object' || value === null) {
      const span = source.find?.(path)?.value;
      return span && { path, span: trimmedSpan(source.text ?? '', span) };
    }
    const inner = stepsOf(value).map((step): Path => [...path, step]);
    const key = inner.find((one) => covers(source.find?.(one)?.key, offset));
    if (key) return { path: key, span: source.find?.(key)?.key ?? [offset, offset] };
    const next = inner.find((one) => covers(source.find?.(one)?.value, offset));
    if (!next) return undefined;
    path = next;
  }
}

const stepsOf = (value: object): (string | number)[] =>
  Array.isArray(value) ? [...value.keys()] : Object.keys(value);

const covers = (span: Range | undefined, offset: number) =>
  span !== undefined && span[0] <= offset && offset <= span[1];
