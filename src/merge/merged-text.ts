import type { ToStringOptions } from 'yaml';
import { isMap, valueAt } from '../diagnostics/plain-value.ts';
import type { Language } from '../diagnostics/wording.ts';
import { stringifyJson } from '../reporters/stringify-json.ts';
import { hasValue } from '../source/edit/apply-changes.ts';
import { parseText } from '../source/parse-text.ts';
import { maxEntries, maxSourceSize, maxTokens } from '../source/source-limits.ts';
import { type MergedGroup, type MergedTask, taskOf } from './merge.ts';
import type { Merge } from './merge-forms.ts';
import { MergedDocument } from './merged-document.ts';

export interface MergedTextOptions {
  /** JSON keeps no comments. */
  readonly format: 'yaml' | 'json';
  readonly language: Language;
  /** Rewrites a reference to a schema if the merged form is in another folder than the first. */
  readonly relocate?: (reference: string) => string;
}

/**
 * The merged form as a form file, indented as the first form is.
 *
 * @param merge with `isPossible`
 * @returns undefined if it would be larger than a form file may be; usually detected before the work is done
 */
export function mergedText(
  merge: Merge,
  { format, language, relocate = (reference) => reference }: MergedTextOptions,
): string | undefined {
  const value = mergedValue(merge, relocate);
  if (exceedsLimits(value, format)) return undefined;
  const yamlText = () => {
    const base = merge.inputs[0]?.source.text ?? '';
    const document = new MergedDocument(merge, language).build(value);
    const yaml = relocated(document.toString({ lineWidth: 0, ...indentsOf(base) }), relocate);
    return base.includes('\r\n') ? yaml.replaceAll('\n', '\r\n') : yaml;
  };
  const text = format === 'json' ? stringifyJson(value) : yamlText();
  if (Buffer.byteLength(text) > maxSourceSize) return undefined;
  const source = parseText(text, `form.${format}`);
  if (source.problems.some(({ message }) => message === 'too-many')) return undefined;
  // The text is read back: unless it matches the plan, nothing is written.
  if (!hasValue(source, value)) throw new Error('The merged text is not as planned');
  return text;
}

/** The line by which editors find the schema (`# yaml-language-server: $schema=…`) is above everything. */
const relocated = (yaml: string, relocate: (reference: string) => string): string =>
  yaml.replace(/^(?:(?:[#%].*|---)?\n)*/, (head) =>
    head.replace(
      /^(# *yaml-language-server: *\$schema=)(\S+)/m,
      (_, start: string, reference: string) => start + relocate(reference),
    ),
  );

/** How lists and maps are indented in a text. */
function indentsOf(text: string): ToStringOptions {
  const indent = /^groups:.*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( +)/m.exec(text)?.[1]?.length ?? 2;
  const isAligned = /^( +)(?:positions|areas|tasks):.*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*\1- /m.test(text);
  return { indent, indentSeq: !isAligned };
}

/** Whether a value exceeds the reader's limits, in its shortest notation. */
function exceedsLimits(value: unknown, format: 'yaml' | 'json'): boolean {
  let entries = 0;
  let tokens = 0;
  let bytes = 0;
  const count = (inner: unknown): void => {
    if (!Array.isArray(inner) && !isMap(inner)) {
      tokens += 3;
      bytes += typeof inner === 'string' ? Buffer.byteLength(inner) + 1 : 1;
      return;
    }
    // “- ” or “key: ”, with what is around it: see `maxTokens`.
    const isList = Array.isArray(inner);
    for (const [key, item] of Object.entries(inner)) {
      entries += 1;
      tokens += isList ? 3 : 4;
      bytes += isList ? 2 : key.length + 2;
      count(item);
    }
  };
  count(value);
  // YAML of more entries can be read as long as its tokens are few enough.
  return bytes > maxSourceSize || (entries > maxEntries && (format === 'json' || tokens > maxTokens));
}

/** The merged form as plain values; its numbers are texts, as printed. @param relocate see `MergedTextOptions` */
export function mergedValue(
  { inputs, fields, groups }: Merge,
  relocate = (reference: string) => reference,
): Record<string, unknown> {
  const inputValue = (input: number, path: readonly (string | number)[]) =>
    valueAt(inputs[input]?.source.value, path);
  const taskValue = (task: MergedTask): unknown => {
    const value = inputValue(task.origin.input, taskOf(task).path);
    const numbers = {
      ...(task.number !== undefined && { number: task.number }),
      ...(task.code !== undefined && { code: task.code }),
    };
    if (isMap(value)) return { ...(task.number !== undefined && { number: '' }), ...value, ...numbers };
    return task.number === undefined ? value : { ...numbers, text: value };
  };
  const groupValue = ({ kind, origin, sections, tasks }: MergedGroup) => {
    const title = origin.owner.title?.value;
    const content =
      kind === 'tasks'
        ? tasks.map(taskValue)
        : sections.map((section) => ({
            ...(section.number !== undefined && { number: section.number }),
            title: section.title,
            tasks: section.tasks.map(taskValue),
          }));
    return { ...(title !== undefined && { title }), [kind]: content };
  };
  const schema = inputValue(0, ['$schema']);
  const { parentUnit, unit, signatures, notes } = fields;
  return {
    ...(schema !== undefined && { $schema: typeof schema === 'string' ? relocate(schema) : schema }),
    form: 'bieu-so-2',
    version: 1,
    ...(parentUnit !== undefined && { parentUnit }),
    unit,
    groups: Object.fromEntries(groups.map((group) => [group.key, groupValue(group)])),
    ...(signatures && { signatures }),
    ...(notes && { notes }),
  };
}
