import { countFindings, countsInWords } from '../../diagnostics/count-findings.ts';
import { reporters } from '../../reporters/index.ts';
import { printable } from '../../reporters/printable.ts';
import { fileText } from '../../reporters/report-text.ts';
import type { FontEncoding } from '../../vietnamese/legacy-encodings.ts';
import { readWordForm, type WordSource } from '../../word/read/read-word-form.ts';
import { holdsNoForm } from '../../word/template/placeholders.ts';
import { type ImportedForm, importForm } from '../../word-to-form.ts';
import type { Context } from '../context.ts';
import { type NamedFile, targetState } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { isThere } from '../files/paths.ts';
import { readInput } from '../files/read-input.ts';
import { writeTarget } from '../files/write-target.ts';
import { seeFindings, wrote } from '../io/quote-name.ts';
import type { FileResult, FileWork } from '../run/job.ts';
import type { FindingsStyle } from '../run/show-findings.ts';

export interface ImportSettings {
  readonly format: 'yaml' | 'json';
  readonly fromEncoding?: FontEncoding;
  readonly force: boolean;
  readonly report: FindingsStyle;
}

export interface ImportInput extends Input {
  readonly target: NamedFile;
}

/** The result of one file. */
export interface ImportedFile extends FileResult {
  /** The findings that prevent writing, as the reporter formats them. */
  readonly findings?: string;
  /** Not written, since its target exists. */
  readonly isThere?: true;
  /** What was written, and what to look at. */
  readonly note: string;
  /** Something in the document could not be understood. */
  readonly isUnclear: boolean;
  readonly stream?: string;
}

/** Makes a function that reads one Word form and writes its form file. */
export async function fileImporter(
  settings: ImportSettings,
  context: Context,
): Promise<FileWork<ImportInput, ImportedFile>> {
  const { format, force, report: style } = settings;
  return async (input) => {
    const { target } = input;
    const { path, name } = target;
    const before = path === undefined ? undefined : targetState(path, name);
    const source = await readWordInput(input, settings, context);
    if (!input.named && holdsNoForm(source)) return undefined;
    const imported = importForm(source, { format, language: context.language });
    const { text, report } = imported;
    const counts = countFindings(report);
    if (text === undefined) {
      const findings = context.forPeople(fileText(await reporters[style.format](), report, style.style));
      return { ...counts, findings, note: '', isUnclear: false };
    }
    if (path !== undefined) {
      if (!force && isThere(path)) return { ...counts, isThere: true, note: '', isUnclear: false };
      await writeTarget({ path, name, before }, text, context.io);
    }
    return {
      ...counts,
      note: context.forPeople(noteOn(imported, target, input.name, context)),
      isUnclear: source.problems.length > 0,
      ...(target.path === undefined && { stream: text }),
    };
  };
}

/** @throws UserError when it cannot be read */
export async function readWordInput(
  input: Input,
  { fromEncoding }: Pick<ImportSettings, 'fromEncoding'>,
  { io }: Context,
): Promise<WordSource> {
  const bytes = await readInput(input, io);
  return readWordForm(bytes, input.name, { ...(fromEncoding && { fromEncoding }) });
}

function noteOn(
  { report, unclear }: ImportedForm,
  { name, path }: NamedFile,
  document: string,
  { say }: Context,
): string {
  const { vi, en } = countsInWords(countFindings(report));
  const see = seeFindings(path === undefined ? document : name);
  const state = say({
    vi: vi && ` (biểu có ${vi}${see.vi})`,
    en: en && ` (the form has ${en}${see.en})`,
  });
  const head = `${say(wrote(name))}${state}\n`;
  if (unclear.length === 0) return head;
  const title = say({
    vi: 'Chưa rõ hoặc không thuộc mục nào của biểu:',
    en: 'Not clear, or without a place in a form:',
  });
  return `${head}  ${title}\n${unclear.map((item) => `  - ${printable(item)}\n`).join('')}`;
}
