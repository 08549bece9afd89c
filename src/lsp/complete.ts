import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { Path } from '../diagnostics/finding.ts';
import { decodeForm } from '../form/decode-form.ts';
import type { Form } from '../form/form.ts';
import { isJson } from '../source/is-json.ts';
import type { Analysis } from './analysis.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { fieldMeaning } from './field-meanings.ts';
import { keyTexts } from './key-texts.ts';
import { nextValues } from './next-values.ts';
import { valuesFor } from './value-texts.ts';

export interface CompletionSetting {
  /** The JSON Schema of forms. */
  readonly schema: unknown;
  /** The client fills in places within what it inserts. */
  readonly takesSnippets: boolean;
  /** The form as it was when it could last be read. */
  readonly lastForm: Form | undefined;
}

/** What may be written at an offset of a form in YAML: keys that are missing, items, numbers, codes, levels. */
export function complete(
  analysis: Analysis,
  offset: number,
  { schema, takesSnippets, lastForm }: CompletionSetting,
): CompletionItem[] {
  const { source, options, rangeOf } = analysis;
  const { text = '' } = source;
  const cursor = isJson(source.file) ? undefined : cursorAt(text, offset);
  if (!cursor) return [];
  const next = nextValues(formAround(analysis, cursor) ?? lastForm, listOf(cursor), cursor.index);
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const item = (
    label: string,
    newText: string,
    kind: CompletionItemKind,
    meaningOf: Path | undefined,
    order: number,
  ): CompletionItem => {
    const meaning = meaningOf && fieldMeaning(schema, meaningOf, options.language);
    const isSnippet = kind === CompletionItemKind.Snippet && takesSnippets;
    const written = newText.replaceAll('\n', lineBreak);
    return {
      label,
      kind,
      ...(meaning !== undefined && { documentation: meaning }),
      sortText: String(order).padStart(3, '0'),
      filterText: label,
      // Indented as it has to stand: the client leaves it so.
      insertTextMode: InsertTextMode.asIs,
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range: rangeOf(cursor.span),
        newText: kind === CompletionItemKind.Snippet && !isSnippet ? written.replace(/\$\d/g, '') : written,
      },
    };
  };
  if (cursor.kind === 'value') {
    return valuesFor(cursor.path, next, options.language).map(({ value, detail }, order) => ({
      ...item(value, value, CompletionItemKind.Value, undefined, order),
      ...(detail !== undefined && { detail }),
    }));
  }
  return keyTexts(cursor, next, options.language).map(({ label, text: newText, key }, order) =>
    item(
      label,
      newText,
      key === undefined ? CompletionItemKind.Snippet : CompletionItemKind.Property,
      key === undefined ? undefined : [...cursor.path, key],
      order,
    ),
  );
}

/** The form without what is being typed, which seldom parses. */
function formAround({ source, parse, inspection }: Analysis, { span }: Cursor): Form | undefined {
  if (inspection.form) return inspection.form;
  const text = source.text ?? '';
  return decodeForm(parse(text.slice(0, span[0]) + text.slice(span[1]))).form;
}

/** The list in which the item stands that is being written. */
const listOf = ({ kind, path }: Cursor): Path =>
  kind === 'item' ? path : path.slice(0, kind === 'key' ? -1 : -2);
