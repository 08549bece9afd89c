import { readFileSync } from 'node:fs';
import { countFindings, countsInWords } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { enCount, viNumber } from '../../diagnostics/format-number.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Form } from '../../form/form.ts';
import type { RenderFormat } from '../../render-formats.ts';
import { reporters } from '../../reporters/index.ts';
import { shellWord } from '../../reporters/printable.ts';
import { fileText } from '../../reporters/report-text.ts';
import { type CheckOptions, checkFile } from '../check/check-file.ts';
import { checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import { writeTarget } from '../files/atomic-file.ts';
import { notReplacing, targetState } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import type { Io } from '../io/io.ts';
import { quoteName, wrote } from '../io/quote-name.ts';
import type { FileResult, FileWork } from '../run/job.ts';
import type { FindingsStyle } from '../run/show-findings.ts';
import { userErrorOf } from '../user-error.ts';
import type { RenderFlags } from './command.ts';
import { type FormWriter, loadWriter } from './load-writer.ts';
import { type RenderOutput, renderOutputs } from './render-outputs.ts';
import type { RenderTarget } from './render-targets.ts';

/** How `render` treats each file; plain data. */
export interface RenderSettings {
  readonly flags: RenderFlags;
  /** By `--template`, by the configuration, or what comes with bieu2. */
  readonly template: string;
  readonly formats: readonly RenderFormat[];
  /** How findings are reported. */
  readonly report: FindingsStyle;
}

/** A file to render, with the target for each format. */
export interface RenderInput extends Input {
  readonly targets: readonly RenderTarget[];
}

/** What became of one file. */
export interface RenderedFile extends FileResult {
  /** Where findings keep it from being written: as the reporter words them. */
  readonly findings?: string;
  /** Why there is no document of it then. */
  readonly notWritten?: string;
  /** A line for each document that was written. */
  readonly written: readonly string[];
  /** What could not be written. */
  readonly failures: readonly Wording[];
  /** What the form has and a document lacks, since the template does not print it. */
  readonly unprinted: readonly Wording[];
  /** What a document cannot show. */
  readonly unshown: readonly Wording[];
  /** What goes to standard output. */
  readonly stream?: Uint8Array;
}

/**
 * Gives what checks and renders one file.
 *
 * @param plan where it is known already @param isDue whether a file is to be rendered or its findings reported
 * @throws UserError for what keeps everything from being rendered
 */
export async function fileRenderer(
  settings: RenderSettings,
  context: Context,
  plan?: CheckOptions,
  isDue: (report: FileReport) => boolean = () => true,
): Promise<FileWork<RenderInput, RenderedFile>> {
  const options = plan ?? (await checkPlan(settings.flags, context, true)).options;
  const { io } = context;
  const { flags, formats, template, report: reporting } = settings;
  const { draft = false, force = false, pdfEngine } = flags;
  const writers = await Promise.all(formats.map((format) => loadWriter(format, template, pdfEngine, io)));
  const loadReporter = reporters[reporting.format];

  return async (input) => {
    const checked = await checkFile(input, io, options);
    if (!checked) return undefined;
    const { form, report } = checked;
    if (!isDue(report))
      return { errors: 0, warnings: 0, written: [], failures: [], unprinted: [], unshown: [] };
    const counts = countFindings(report);
    if (form === undefined || (!draft && counts.errors > 0)) {
      const findings = fileText(await loadReporter(), report, reporting.style);
      const notWritten = context.say(notWrittenWording(report.file, counts.errors, form !== undefined));
      return { ...counts, findings, notWritten, written: [], failures: [], unprinted: [], unshown: [] };
    }
    const written: string[] = [];
    const failures: Wording[] = [];
    const unshown: Wording[] = [];
    const warn = (warning: Wording) => void unshown.push(warning);
    let stream: Uint8Array | undefined;
    for (const [index, writer] of writers.entries()) {
      const target = input.targets[index];
      if (!target) continue;
      try {
        const bytes = await writeForm(form, target, writer, { draft, force, warn }, io);
        if (target.path === undefined) stream = bytes;
        written.push(writtenLine(report, target, counts, context));
      } catch (error) {
        failures.push(userErrorOf(error).wording);
      }
    }
    const unprinted = writers.flatMap((writer) => writer.unprinted?.(form, { draft }) ?? []);
    return { ...counts, written, failures, unprinted, unshown, ...(stream && { stream }) };
  };
}

/** Gives the document back, too. */
async function writeForm(
  form: Form,
  { name, path }: RenderTarget,
  { format, write }: FormWriter,
  {
    draft,
    force,
    warn,
  }: { readonly draft: boolean; readonly force: boolean; readonly warn: (warning: Wording) => void },
  io: Io,
): Promise<Uint8Array> {
  const before = path === undefined ? undefined : targetState(path, name);
  if (path !== undefined && before !== undefined && before !== 'nothing' && !force)
    await refuseForeign(path, name, renderOutputs[format].stateOf);
  const bytes = await write(form, { draft }, warn);
  if (path === undefined) return bytes;
  await writeTarget({ path, name, before }, bytes, io);
  return bytes;
}

/** A document that somebody worked on, or that is not from bieu2, is replaced on demand only. */
async function refuseForeign(path: string, name: string, loadState: RenderOutput['stateOf']) {
  const stateOf = await loadState();
  const state = stateOf(readFileSync(path));
  if (state === 'unedited') return;
  throw notReplacing({
    name,
    reason:
      state === 'edited'
        ? { vi: 'tệp đã được sửa sau khi xuất', en: 'it was edited after it was rendered' }
        : { vi: 'tệp không do bieu2 tạo', en: 'it was not made by bieu2' },
  });
}

function writtenLine(
  { file }: FileReport,
  { name }: RenderTarget,
  { errors, warnings }: Pick<RenderedFile, 'errors' | 'warnings'>,
  { say }: Context,
): string {
  const counts = say(countsInWords({ errors, warnings }));
  const look = say({ vi: 'xem', en: 'see' });
  return say(wrote(name)) + (counts === '' ? '' : ` (${counts}; ${look}: bieu2 validate ${shellWord(file)})`);
}

/** @param isReadable a draft of it can be rendered */
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
