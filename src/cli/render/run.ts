import { resolve } from 'node:path';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import type { RenderFormat } from '../../render-formats.ts';
import { readSource } from '../check/check-file.ts';
import { type CheckFlags, checkFlagsOf, checkPlan } from '../check/check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { findInputs, noForm } from '../files/find-inputs.ts';
import { Batch } from '../run/batch.ts';
import { type BatchFlags, batchOptions, tellRest } from '../run/batch-flags.ts';
import { Losses } from '../run/failures.ts';
import { FaultyFiles } from '../run/faulty-files.ts';
import { isFileName } from '../template/template-names.ts';
import { UserError } from '../user-error.ts';
import type { PdfEngine } from './load-writer.ts';
import { makeRenderer, type RenderSettings } from './render-file.ts';
import { formatsOf } from './render-formats-of.ts';
import { renderOutputs } from './render-outputs.ts';
import { type RenderTarget, refuseTwoOutputs, renderTargets, withoutBystanders } from './render-targets.ts';

/** The options of `render` as the command line gives them. */
export interface RenderFlags extends Omit<CheckFlags, 'rule'>, BatchFlags {
  readonly to?: string;
  readonly output?: string;
  readonly outDir?: string;
  readonly template?: string;
  readonly draft?: boolean;
  readonly force?: boolean;
  readonly pdfEngine: PdfEngine;
  readonly watch?: boolean;
}

/** What tells one rendering from all those before it, while files are watched. */
export interface RenderRound {
  /** Whether a file is to be rendered or its findings told. */
  readonly isDue: (report: FileReport) => boolean;
  /** Whether an error is to be told. */
  readonly isNews: (error: UserError) => boolean;
  /** Is given the files of the round, as absolute paths: the forms, and what else they are rendered by. */
  readonly meet: (forms: readonly string[], others: readonly string[]) => void;
  readonly isWatching: boolean;
}

const onlyRound: RenderRound = { isDue: () => true, isNews: () => true, meet: () => {}, isWatching: false };

/**
 * Checks files and renders those without errors. Of several files each stands for itself, as with a compiler:
 * a faulty one does not keep the others from being written, and the exit code tells of it.
 */
export async function runRender(
  names: readonly string[],
  flags: RenderFlags,
  callContext: Context,
): Promise<Outcome> {
  refuseTwoOutputs(flags);
  if (!flags.watch) return renderAll(names, flags, callContext, onlyRound);
  const { watchRender } = await import('./watch.ts');
  return watchRender(names, flags, callContext);
}

/** Renders once. @throws UserError for what keeps everything from being rendered */
export async function renderAll(
  names: readonly string[],
  flags: RenderFlags,
  callContext: Context,
  { isDue, isNews, meet, isWatching }: RenderRound,
): Promise<Outcome> {
  const { context, settings, options } = await checkPlan(flags, callContext, true);
  const { io } = context;
  const template = flags.template ?? settings?.template ?? 'bieu-so-2';
  const formats = formatsOf(flags);
  const { inputs: found, failures } = await findInputs(names, io.cwd, 'text', options);
  const others = [flags.schema ?? settings?.schema, template].filter(isFile);
  meet(
    found.flatMap(({ path }) => path ?? []),
    others.map((file) => resolve(io.cwd, file)),
  );
  const kinds = formats.map((format) => renderOutputs[format].kind);
  const inputs = await withoutBystanders(
    found,
    flags,
    async (input) => (await readSource(input, io, {})) !== undefined,
  );
  const targets = kinds.map((kind) => renderTargets(inputs, flags, io.cwd, kind));
  const toStream = targets.flat().some(({ path }) => path === undefined);
  if (toStream) refuseStream(formats, targets.flat(), io);

  // People read on standard output, unless a document goes there.
  const people = toStream ? io.stderr : io.stdout;
  const report = { format: people.isTTY ? 'pretty' : 'line', style: context.styleFor(people) } as const;
  const renderSettings: RenderSettings = {
    flags: checkFlagsOf(flags),
    template,
    formats,
    report,
    pdfEngine: flags.pdfEngine,
    draft: flags.draft ?? false,
    force: flags.force ?? false,
  };
  const here = await makeRenderer(renderSettings, options, context, isDue);
  const items = inputs.map((input, index) => ({
    ...input,
    targets: targets.flatMap((all) => all[index] ?? []),
  }));
  const work = { job: 'render', settings: renderSettings, writes: true, here } as const;
  const batch = new Batch(items, work, context, { ...batchOptions(flags), ...(isWatching && { jobs: 1 }) });
  const output = batch.progress.beside(people);
  const losses = new Losses(failures.filter(isNews));
  const faulty = new FaultyFiles(report, output);
  let rendered = 0;

  for await (const done of batch.results()) {
    const rendering = 'result' in done ? done.result : undefined;
    batch.progress.advance(rendering ? rendering.errors + rendering.warnings : 0);
    if ('error' in done) {
      if (!(done.error instanceof UserError) || isNews(done.error)) losses.add(done.item.name, done.error);
    } else if (!rendering) {
      faulty.passOver();
    } else {
      rendered += 1;
      if (rendering.stream) io.stdout.write(rendering.stream);
      for (const line of rendering.written) output.write(`${line}\n`);
      for (const failure of rendering.failures) losses.add(done.item.name, new UserError(failure));
      faulty.add(rendering);
    }
    if (flags.failFast && ('error' in done || rendering?.findings || rendering?.failures.length))
      batch.stop();
  }

  await faulty.close();
  if (batch.isInterrupted) for (const failure of batch.interruption) losses.add('', failure);
  else if (rendered + losses.count === 0) {
    const none = noForm(names, faulty.passedOver);
    if (isNews(none)) losses.add('', none);
  }
  if (!batch.isInterrupted) tellRest(batch.rest, flags, context);
  losses.tell(context);
  return { findings: faulty.count > 0, failed: losses.count > 0, interrupted: batch.isInterrupted };
}

const isFile = (name: string | undefined): name is string => name !== undefined && isFileName(name);

function refuseStream(formats: readonly RenderFormat[], targets: readonly RenderTarget[], io: Context['io']) {
  if (targets.filter(({ path }) => path === undefined).length > 1) throw severalForStream();
  if (io.stdout.isTTY && formats.some((format) => !renderOutputs[format].isText)) throw terminalOutput();
}

const severalForStream = () =>
  new UserError({
    vi: 'Đầu ra chuẩn chỉ nhận một định dạng. Hãy chọn một trong “--to”, hoặc dùng --out-dir.',
    en: 'Standard output takes one format. Choose one with “--to”, or use --out-dir.',
  });

const terminalOutput = () =>
  new UserError({
    vi: 'Không in tệp Word hay PDF ra màn hình. Hãy ghi ra tệp, như -o bieu-so-2.docx',
    en: 'A Word document or PDF is not for the terminal. Write it to a file, such as -o bieu-so-2.docx',
  });
