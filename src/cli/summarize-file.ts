import { defaultRuleOptions } from '../rules/rule-options.ts';
import { parsePlain } from '../source/parse-plain.ts';
import type { Source } from '../source/source.ts';
import { type FormFacts, formFacts } from '../units/form-facts.ts';
import { type ValidateOptions, validateSource } from '../validate.ts';
import type { CheckOptions } from './check-files.ts';
import { isMeantAsForm, mayBeForm } from './claims-to-be-form.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';
import type { Input } from './walk.ts';

/** What became of one file: plain data. */
export type SummarizedFile =
  | { readonly kind: 'form'; readonly facts: FormFacts }
  /** The file was read, but there is no form in it; why, in a sentence, at the first place where it fails. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly line?: number; readonly reason: string }
  /** Met in a folder, and no form. */
  | { readonly kind: 'other' };

/**
 * Reads and checks one file for a summary.
 *
 * @throws UserError when the file cannot be read
 */
export async function summarizeFile(input: Input, io: Io, options: CheckOptions): Promise<SummarizedFile> {
  const bytes = await readInput(input, io);
  const name = input.path === undefined ? (options.stdinFilename ?? '-') : input.name;
  const source = await readSource(bytes, name, input);
  if (!source) return { kind: 'other' };
  const own: ValidateOptions = { ...options, ...options.forFile?.({ ...input, name }) };
  const { form, report } = validateSource(source, own);
  if (form) {
    const { leadership } = { ...defaultRuleOptions, ...own.ruleOptions }['task-complexity'];
    return { kind: 'form', facts: formFacts(form, report, leadership) };
  }
  const [first] = report.diagnostics;
  const line = first?.place.kind === 'text' ? first.place.start.line : undefined;
  return {
    kind: 'unreadable',
    file: report.file,
    ...(line !== undefined && { line }),
    reason: first?.message ?? '',
  };
}

/** Undefined for a file met in a folder that is no form, or a document that bieu2 made of one. */
async function readSource(bytes: Uint8Array, name: string, { named }: Input): Promise<Source | undefined> {
  if (/\.docx$/i.test(name)) {
    const { outputState } = await import('../word/output-state.ts');
    if (!named && outputState(bytes) === 'unedited') return undefined;
    const { readWordForm } = await import('../word/reading/read-word-form.ts');
    const source = readWordForm(bytes, name);
    const isOther = source.problems.some(({ message }) => message === 'no-table');
    return named || !isOther ? source : undefined;
  }
  if (!named && !mayBeForm(bytes, name)) return undefined;
  const source = parsePlain(bytes, name) ?? (await import('../source/parse-text.ts')).parseText(bytes, name);
  return named || isMeantAsForm(source, bytes) ? source : undefined;
}
