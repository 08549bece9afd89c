import { readFileSync } from 'node:fs';
import { countFindings, countsInWords } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/finding.ts';
import { enCount, viNumber, type Wording } from '../../diagnostics/wording.ts';
import type { RenderFormat } from '../../render-formats.ts';
import { reporters } from '../../reporters/index.ts';
import { fileText } from '../../reporters/report-text.ts';
import { type CheckOptions, checkFile, checkPlan } from '../check/check-file.ts';
import type { Context } from '../context.ts';
import { type NamedFile, notReplacing, type Target, targetState } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { writeTarget } from '../files/write-target.ts';
import { quoteName, seeFindings, wrote } from '../io/quote-name.ts';
import type { FileResult, FileWork } from '../run/job.ts';
import type { FindingsStyle } from '../run/show-findings.ts';
import { userErrorOf } from '../user-error.ts';
import type { RenderFlags } from './command.ts';
import { loadWriter } from './load-writer.ts';

export interface RenderSettings {
  readonly flags: RenderFlags;
  /** From `--template`, the configuration, or the shipped default. */
  readonly template: string;
  readonly formats: readonly RenderFormat[];
  readonly report: FindingsStyle;
}

export interface RenderInput extends Input {
  readonly targets: readonly NamedFile[];
}

/** The result of one file. */
export interface RenderedFile extends FileResult {
  /** The findings that prevent writing, as the reporter formats them. */
  readonly findings?: string;
  /** The reason in a sentence, in that case. */
  readonly notWritten?: string;
  readonly written: readonly string[];
  readonly failures: readonly Wording[];
  /** What is in the form but not in a document, since the template does not print it. */
  readonly unprinted: readonly Wording[];
  /** What a document cannot show. */
  readonly unshown: readonly Wording[];
  readonly stream?: Uint8Array;
}

/**
 * Makes a function that checks and renders one file.
 *
 * @param plan if already known @param isDue whether to render a file or report its findings
 * @throws UserError for what prevents rendering altogether
 */
export async function fileRenderer(
  settings: RenderSettings,
  context: Context,
  plan?: CheckOptions,
  isDue: (report: FileReport) => boolean = () => true,
): Promise<FileWork<RenderInput, RenderedFile>> {
  const options = plan ?? (await checkPlan(settings.flags, context, true)).options;
  const { io, say, forPeople } = context;
  const { flags, formats, template, report: reporting } = settings;
  const { draft = false, force = false, pdfEngine } = flags;
  const writers = await Promise.all(formats.map((format) => loadWriter(format, template, pdfEngine, io)));
  const loadReporter = reporters[reporting.format];

  return async (input) => {
    const checked = await checkFile(input, io, options);
    if (!checked) return undefined;
    const { form, report } = checked;
    if (!isDue(report)) return { ...nothing, errors: 0, warnings: 0 };
    const counts = countFindings(report);
    if (form === undefined || (!draft && counts.errors > 0)) {
      const findings = forPeople(fileText(await loadReporter(), report, reporting.style));
      const notWritten = say(notWrittenWording(report.file, counts.errors, form !== undefined));
      return { ...nothing, ...counts, findings, notWritten };
    }
    const written: string[] = [];
    const failures: Wording[] = [];
    const unshown: Wording[] = [];
    const warn = (warning: Wording) => void unshown.push(warning);
    let stream: Uint8Array | undefined;
    for (const [index, writer] of writers.entries()) {
      const { name = '-', path } = input.targets[index] ?? {};
      try {
        const target = path === undefined ? undefined : await replaceable(path, name, writer.format, force);
        const bytes = await writer.write(form, { draft }, warn);
        if (target) await writeTarget(target, bytes, io);
        else stream = bytes;
        written.push(say(wrote(name)) + findingsOf(report, counts, context));
      } catch (error) {
        failures.push(userErrorOf(error).wording);
      }
    }
    const unprinted = writers.flatMap((writer) => writer.unprinted?.(form, { draft }) ?? []);
    return { ...counts, written, failures, unprinted, unshown, ...(stream && { stream }) };
  };
}

const nothing = { written: [], failures: [], unprinted: [], unshown: [] };

/** The origin of a file that would be replaced: written by bieu2 and unchanged, edited since, or neither. */
type OutputState = 'unedited' | 'edited' | 'foreign';

/** What finds it out, loaded when the file exists. */
const states: Readonly<Record<RenderFormat, () => Promise<(bytes: Uint8Array) => OutputState>>> = {
  docx: async () => (await import('../../word/package/output-state.ts')).outputState,
  html: async () => (await import('../../html/html-state.ts')).htmlState,
  pdf: async () => (await import('../../pdf/pdf-state.ts')).pdfState,
};

/** A document that somebody edited, or that is not from bieu2, is replaced only on request. @throws UserError */
async function replaceable(
  path: string,
  name: string,
  format: RenderFormat,
  force: boolean,
): Promise<Target> {
  const before = targetState(path, name);
  const target = { path, name, before };
  if (force || before === undefined || before === 'nothing') return target;
  const stateOf = await states[format]();
  const state = stateOf(readFileSync(path));
  if (state === 'unedited') return target;
  throw notReplacing({ name, reason: state === 'edited' ? wasEdited : isForeign });
}

const wasEdited = { vi: 'tệp đã được sửa sau khi xuất', en: 'it was edited after it was rendered' };
const isForeign = { vi: 'tệp không do bieu2 tạo', en: 'it was not made by bieu2' };

function findingsOf({ file }: FileReport, counts: FileResult, { say }: Context): string {
  const text = say(countsInWords(counts));
  return text && ` (${text}${say(seeFindings(file))})`;
}

/** @param isReadable whether a draft can be rendered */
function notWrittenWording(file: string, errors: number, isReadable: boolean): Wording {
  const name = quoteName(file);
  const draft = isReadable
    ? { vi: '; thêm --draft để xuất bản nháp', en: '; --draft renders a draft' }
    : { vi: '', en: '' };
  return {
    vi: `${name}: không ghi, vì biểu có ${viNumber(errors)} lỗi${draft.vi}`,
    en: `${name}: not written, since the form has ${enCount(errors, 'error')}${draft.en}`,
  };
}
