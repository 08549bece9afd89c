import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { Path } from '../diagnostics/finding.ts';
import { decodeForm } from '../form/decode-form.ts';
import type { Form } from '../form/form.ts';
import { isJson } from '../source/json/is-json.ts';
import type { Analysis } from './analysis.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { fieldMeaning } from './field-meanings.ts';
import { jsonCursorAt } from './json-cursor-at.ts';
import { keyTexts } from './key-texts.ts';
import { nextValues } from './next-values.ts';
import { notations } from './notation.ts';
import { valuesFor } from './value-texts.ts';

export interface CompletionSetting {
  /** The JSON Schema of forms. */
  readonly schema: unknown;
  /** The client fills in places within what it inserts. */
  readonly takesSnippets: boolean;
  /** The form as it was when it could last be read. */
  readonly lastForm: Form | undefined;
}

/** What may be written at an offset of a form: keys that are missing, items, numbers, codes, levels. */
export function complete(
  analysis: Analysis,
  offset: number,
  { schema, takesSnippets, lastForm }: CompletionSetting,
): CompletionItem[] {
  const { source, options, rangeOf } = analysis;
  const { text = '' } = source;
  const [cursor, notation] = isJson(source.file)
    ? [jsonCursorAt(text, offset), notations.json]
    : [cursorAt(text, offset), notations.yaml];
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
    const written = newText.replaceAll('\n', lineBreak) + (cursor.needsComma ? ',' : '');
    const isSnippet = takesSnippets && /\$\d/.test(written);
    return {
      label,
      kind,
      ...(meaning !== undefined && { documentation: meaning }),
      sortText: String(order).padStart(3, '0'),
      // Clients hold it against what is typed, its quote included.
      filterText: text[cursor.span[0]] === '"' ? `"${label}"` : label,
      // Indented as it has to stand: the client leaves it so.
      insertTextMode: InsertTextMode.asIs,
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range: rangeOf(cursor.span),
        newText: isSnippet ? written : written.replace(/\$\d/g, ''),
      },
    };
  };
  if (cursor.kind === 'value') {
    return valuesFor(cursor.path, next, options.language).map(({ value, kind, detail }, order) => ({
      ...item(value, notation.value(kind, value), CompletionItemKind.Value, undefined, order),
      ...(detail !== undefined && { detail }),
    }));
  }
  return keyTexts(cursor, next, options.language, notation).map(({ label, text: newText, key }, order) =>
    item(
      label,
      newText,
      key === undefined ? CompletionItemKind.Snippet : CompletionItemKind.Property,
      key === undefined ? undefined : [...cursor.path, key],
      order,
    ),
  );
}

/** The form without what is being typed, which seldom parses; in JSON something has to stand there. */
function formAround({ source, parse, inspection }: Analysis, cursor: Cursor): Form | undefined {
  if (inspection.form) return inspection.form;
  const { file, text = '' } = source;
  const { kind, span, hasColon, needsComma } = cursor;
  const entry = kind === 'key' ? `""${hasColon ? '' : ': null'}` : 'null';
  const standIn = isJson(file) ? entry + (needsComma ? ',' : '') : '';
  return decodeForm(parse(text.slice(0, span[0]) + standIn + text.slice(span[1]))).form;
}

/** The list in which the item stands that is being written. */
const listOf = ({ kind, path }: Cursor): Path =>
  kind === 'item' ? path : path.slice(0, kind === 'key' ? -1 : -2);
