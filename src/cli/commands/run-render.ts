import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import type { Form } from '../../form/form.ts';
import { reporters } from '../../reporters/index.ts';
import { reportText } from '../../reporters/report-text.ts';
import { rules } from '../../rules/index.ts';
import { checkFiles } from '../check-files.ts';
import { type CheckFlags, checkPlan } from '../check-options.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { fileError, systemCode } from '../file-error.ts';
import type { Output } from '../io.ts';
import { type FormWriter, loadWriter, type PdfEngine } from '../load-writer.ts';
import { quoteName } from '../quote-name.ts';
import { formatsOf } from '../render-formats-of.ts';
import { type RenderOutput, renderOutputs } from '../render-outputs.ts';
import { type RenderTarget, renderTargets } from '../render-targets.ts';
import { isFileName } from '../template-names.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import { writeAtomic } from '../write-atomic.ts';

/** The options of `render` as the command line gives them. */
export interface RenderFlags extends Omit<CheckFlags, 'rule'> {
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
}

const onlyRound: RenderRound = { isDue: () => true, isNews: () => true, meet: () => {} };

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
  const { watchRender } = await import('./watch-render.ts');
  return watchRender(names, flags, callContext);
}

/** Renders once. @throws UserError for what keeps everything from being rendered */
export async function renderAll(
  names: readonly string[],
  flags: RenderFlags,
  callContext: Context,
  { isDue, isNews, meet }: RenderRound,
): Promise<Outcome> {
  const { context, settings, options } = await checkPlan(flags, callContext, true);
  const { io, complain } = context;
  const template = flags.template ?? settings?.template ?? 'bieu-so-2';
  const formats = formatsOf(flags);
  const writers = await Promise.all(
    formats.map((format) => loadWriter(format, template, flags.pdfEngine, io)),
  );
  const { files, passedOver, failures } = await checkFiles(names, io, options);
  const inputs = files.map(({ input }) => input);
  const others = [flags.schema ?? settings?.schema, template].filter(isFile);
  meet(
    inputs.flatMap(({ path }) => path ?? []),
    others.map((file) => resolve(io.cwd, file)),
  );
  const targets = formats.map((format) => renderTargets(inputs, flags, io.cwd, renderOutputs[format].kind));
  const toStream = targets.flat().filter(({ path }) => path === undefined);
  if (toStream.length > 1) throw severalForStream();
  for (const failure of failures.filter(isNews)) complain(failure);

  // People read on standard output, unless a document goes there.
  const output = toStream.length > 0 ? io.stderr : io.stdout;
  const faulty: FileReport[] = [];
  let failed = failures.length > 0;
  for (const [index, { form, report }] of files.entries()) {
    if (!isDue(report)) continue;
    if (form === undefined || (!flags.draft && hasErrors(report))) {
      faulty.push(report);
      continue;
    }
    for (const [which, writer] of writers.entries()) {
      const target = targets[which]?.[index];
      if (!target) continue;
      try {
        await writeForm(form, target, writer, flags, context);
        output.write(`${writtenLine(report, target, context)}\n`);
        // Between two documents Ctrl-C is let through.
        await setImmediate();
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        complain(error);
        failed = true;
      }
    }
  }
  if (faulty.length > 0) await tellFindings(faulty, passedOver, output, context);
  return { findings: faulty.length > 0, failed };
}

const isFile = (name: string | undefined): name is string => name !== undefined && isFileName(name);

async function writeForm(
  form: Form,
  { name, path }: RenderTarget,
  { format, write }: FormWriter,
  { draft = false, force = false }: RenderFlags,
  { io }: Context,
) {
  const output = renderOutputs[format];
  if (path === undefined && io.stdout.isTTY && !output.isText) throw terminalOutput();
  if (path !== undefined && !force) await refuseForeign(path, name, output.stateOf);
  const bytes = await write(form, { draft });
  if (path === undefined) {
    io.stdout.write(bytes);
    return;
  }
  io.holdInterrupts();
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw fileError('write', dirname(name), error);
  }
  await writeAtomic(path, name, bytes);
}

/** A document that somebody worked on, or that is not from bieu2, is replaced on demand only. */
async function refuseForeign(path: string, name: string, loadState: RenderOutput['stateOf']) {
  let old: Uint8Array;
  try {
    old = readFileSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw fileError('write', name, error);
  }
  const stateOf = await loadState();
  const state = stateOf(old);
  if (state === 'unedited') return;
  throw new UserError(
    state === 'edited'
      ? {
          vi: `Không ghi đè ${quoteName(name)}: tệp đã được sửa sau khi xuất. Hãy chọn tên khác bằng -o, hoặc thêm --force để thay thế.`,
          en: `Not replacing ${quoteName(name)}: it was edited after it was rendered. Choose another name with -o, or add --force to replace it.`,
        }
      : {
          vi: `Không ghi đè ${quoteName(name)}: tệp không do bieu2 tạo. Hãy chọn tên khác bằng -o, hoặc thêm --force để thay thế.`,
          en: `Not replacing ${quoteName(name)}: it was not made by bieu2. Choose another name with -o, or add --force to replace it.`,
        },
  );
}

function writtenLine({ file, diagnostics }: FileReport, { name }: RenderTarget, { say }: Context): string {
  const where = name === '-' ? say({ vi: 'đầu ra chuẩn', en: 'standard output' }) : quoteName(name);
  const written = say({ vi: `Đã ghi ${where}`, en: `Wrote ${where}` });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [
    errors > 0 && say({ vi: `${errors} lỗi`, en: errors === 1 ? '1 error' : `${errors} errors` }),
    warnings > 0 &&
      say({ vi: `${warnings} cảnh báo`, en: warnings === 1 ? '1 warning' : `${warnings} warnings` }),
  ].filter((part) => part !== false);
  if (counts.length === 0) return written;
  const look = say({ vi: 'xem', en: 'see' });
  return `${written} (${counts.join(', ')}; ${look}: bieu2 validate ${file})`;
}

async function tellFindings(
  files: readonly FileReport[],
  passedOver: number,
  output: Output,
  { styleFor }: Context,
) {
  const reporter = await reporters[output.isTTY ? 'pretty' : 'line']();
  const report = { toolVersion: version, files, passedOver, rules };
  output.write(reportText(reporter, report, styleFor(output)));
}

const hasErrors = (report: FileReport) => report.diagnostics.some(({ severity }) => severity === 'error');

function refuseTwoOutputs({ output, outDir }: RenderFlags) {
  if (output === undefined || outDir === undefined) return;
  throw new UserError({
    vi: 'Không dùng “--output” cùng với “--out-dir”. Hãy chọn một.',
    en: '“--output” and “--out-dir” do not go together. Choose one.',
  });
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
