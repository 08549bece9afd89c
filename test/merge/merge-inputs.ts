import { decodeForm } from '../../src/form/decode-form.ts';
import type { MergeInput } from '../../src/merge/merge.ts';
import type { Merge } from '../../src/merge/merge-forms.ts';
import { mergedText } from '../../src/merge/merged-text.ts';
import { parseText } from '../../src/source/parse-text.ts';

export function inputOf(text: Uint8Array | string, file: string): MergeInput {
  const source = parseText(text, file);
  const { form } = decodeForm(source);
  if (!form) throw new Error(`There is no form in ${file}`);
  return { source, form };
}

export function yamlOf(merge: Merge, language: 'vi' | 'en' = 'en'): string {
  const text = mergedText(merge, { format: 'yaml', language });
  if (text === undefined) throw new Error('It is too large');
  return text;
}
