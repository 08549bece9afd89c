import type { Language, Wording } from '../../diagnostics/wording.ts';
import { referenceLookName } from '../../look/overlay.ts';
import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import { shellWord } from '../../reporters/printable.ts';
import { checkPlan } from '../check/check-file.ts';
import type { Context, Outcome } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { type NamedFile, namedFiles, refuseInputs } from '../files/file-target.ts';
import { findInputs, type Input } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import { wrongEnding } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { findingsEnd, findingsStyle } from '../run/show-findings.ts';
import { isFileName } from '../template/load-template.ts';
import { UserError, userError } from '../user-error.ts';
import type { RenderFlags, renderCommand } from './command.ts';
import { fileRenderer, type RenderedFile, type RenderSettings } from './render-file.ts';
import { formatsOf, renderTargets, withoutBystanders } from './render-targets.ts';
import type { RenderRound } from './watch.ts';

/**
 * Checks files and renders those without errors. As in a compiler, one with errors does not stop the others, and
 * the exit code reports it.
 */
export const runRender: WorkOf<typeof renderCommand> = async (names, flags, callContext) => {
  const render = (round?: RenderRound) => renderAll(names, flags, callContext, round);
  return flags.watch ? (await import('./watch.ts')).watchRender(names, flags, callContext, render) : render();
};

/** Renders once. @throws UserError for what prevents rendering altogether */
async function renderAll(
  names: readonly string[],
  flags: RenderFlags,
  callContext: Context,
  round: RenderRound | undefined,
): Promise<Outcome> {
  const plan = await planRender(names, flags, callContext, round);
  const { context, options, items, failures, settings, people } = plan;
  const { io, say } = context;
  const here = await fileRenderer(settings, context, options, round?.isDue);
  const run = new RunRecord(items, failures, context);
  const [output, stderr] = [run.progress.beside(people), () => run.progress.beside(io.stderr)];
  const notWritten: string[] = [];
  const threads = round ? 1 : flags.jobs;
  const work = { job: 'render', settings, here, writes: true, threads } as const;
  for await (const { item, result, hasFailed } of eachFile(items, work, run)) {
    if (result) {
      if (result.stream) io.stdout.write(result.stream);
      if (!result.stream || io.stdout.failure === undefined)
        for (const line of result.written) output.write(`${line}\n`);
      for (const warning of warningsOf(item.name, result, settings.template))
        stderr().write(`${say(warning)}\n`);
      for (const failure of result.failures) run.fail(item.name, new UserError(failure));
      if (result.findings !== undefined) {
        run.count(result);
        output.write(result.findings);
      }
      if (result.notWritten !== undefined) notWritten.push(result.notWritten);
    }
    if (flags.failFast && (hasFailed || result?.findings || result?.failures.length)) run.stop();
  }
  output.write(await findingsEnd(run, settings.report));
  for (const line of notWritten) output.write(`${line}\n`);
  const { failFast } = flags;
  return run.end({ findings: run.files > 0, places: names, failFast, isNews: round?.isNews });
}

/** Prepares everything that can fail before the first file is read. */
async function planRender(
  names: readonly string[],
  flags: RenderFlags,
  callContext: Context,
  round: RenderRound | undefined,
) {
  const { context, settings, options } = await checkPlan(flags, callContext, true);
  const { io } = context;
  const template = flags.template ?? settings?.template ?? referenceLookName;
  const formats = formatsOf(flags);
  const { inputs: found, failures } = await findInputs(names, io.cwd, 'text', options);
  const others = namedFiles(
    [flags.schema ?? settings?.schema, isFileName(template) ? template : undefined],
    io.cwd,
  );
  round?.use(others.map(({ path }) => path));
  const isForm = async (input: Input) => (await readSource(input, io, {})) !== undefined;
  const inputs = await withoutBystanders(found, flags, isForm);
  const byFormat = formats.map((format) => renderTargets(inputs, flags, io.cwd, [`.${format}`], wrongName));
  const targets = byFormat.flat();
  refuseInputs(targets, [...inputs, ...others]);
  const toStream = targets.some(({ path }) => path === undefined);
  if (toStream) refuseStream(formats, targets, io);
  // Texts for people go to standard output, unless a document goes there.
  const people = toStream ? io.stderr : io.stdout;
  const renderSettings: RenderSettings = { flags, template, formats, report: findingsStyle(people, context) };
  const items = inputs.map((input, index) => ({
    ...input,
    targets: byFormat.flatMap((all) => all[index] ?? []),
  }));
  return { context, options, items, failures, settings: renderSettings, people };
}

const endings = renderFormats.map((name) => `.${name}`);
const wrongName = (output: string) => wrongEnding(output, endings);

function warningsOf(file: string, { unprinted, unshown }: RenderedFile, template: string): Wording[] {
  const name = quoteName(file);
  return [
    ...(unprinted.length > 0 ? [unprintedIn(name, unprinted, template)] : []),
    ...unshown.map(({ vi, en }) => ({ vi: `Cảnh báo: ${name}: ${vi}.`, en: `Warning: ${name}: ${en}.` })),
  ];
}

function unprintedIn(name: string, unprinted: readonly Wording[], template: string): Wording {
  const check = `bieu2 template check ${shellWord(template)}`;
  const list = (language: Language) => [...new Set(unprinted.map((each) => each[language]))].join(', ');
  return {
    vi: `Cảnh báo: mẫu ${quoteName(template)} không in những mục sau của ${name}: ${list('vi')}. Xem: ${check}`,
    en: `Warning: the template ${quoteName(template)} does not print these parts of ${name}: ${list('en')}. See: ${check}`,
  };
}

function refuseStream(formats: readonly RenderFormat[], targets: readonly NamedFile[], io: Context['io']) {
  if (targets.filter(({ path }) => path === undefined).length > 1) throw severalForStream();
  if (io.stdout.isTTY && formats.some((format) => format !== 'html')) throw terminalOutput();
}

const severalForStream = userError(
  'Đầu ra chuẩn chỉ nhận một định dạng. Hãy chọn một trong “--to”, hoặc dùng --out-dir.',
  'Standard output takes one format. Choose one with “--to”, or use --out-dir.',
);
const terminalOutput = userError(
  'Không in tệp Word hay PDF ra màn hình. Hãy ghi ra tệp, như -o bieu-so-2.docx',
  'A Word document or PDF is not for the terminal. Write it to a file, such as -o bieu-so-2.docx',
);
