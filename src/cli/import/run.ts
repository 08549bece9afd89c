import type { FontEncoding } from '../../vietnamese/convert-legacy.ts';
import { holdsNoForm } from '../../word/template/holds-no-form.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { findInputs } from '../files/find-inputs.ts';
import {
  type OutputKind,
  refuseTwoOutputs,
  renderTargets,
  withoutBystanders,
} from '../render/render-targets.ts';
import { Batch } from '../run/batch.ts';
import { type BatchFlags, batchOptions, tellRest } from '../run/batch-flags.ts';
import { Losses } from '../run/failures.ts';
import { FaultyFiles } from '../run/faulty-files.ts';
import { type ImportSettings, makeImporter, readForm } from './import-file.ts';

/** The options of `import` as the command line gives them. */
export interface ImportFlags extends BatchFlags {
  readonly output?: string;
  readonly outDir?: string;
  readonly format?: 'yaml' | 'json';
  readonly fromEncoding?: FontEncoding;
  readonly force?: boolean;
}

/** Reads Word forms and writes form files. Each stands for itself: one that cannot be read keeps none back. */
export async function runImport(
  names: readonly string[],
  flags: ImportFlags,
  context: Context,
): Promise<Outcome> {
  const { io } = context;
  refuseTwoOutputs(flags);
  const { inputs: found, failures } = await findInputs(names, io.cwd, 'word');
  const inputs = await withoutBystanders(
    found,
    flags,
    async (input) => !holdsNoForm(await readForm(input, flags, context)),
  );
  const format = flags.format ?? (/\.json$/i.test(flags.output ?? '') ? 'json' : 'yaml');
  const targets = renderTargets(inputs, flags, io.cwd, kinds[format]);
  const items = inputs.flatMap((input, index) => {
    const target = targets[index];
    return target ? [{ ...input, target }] : [];
  });
  // People read on standard output, unless a form goes there.
  const people = targets.some(({ path }) => path === undefined) ? io.stderr : io.stdout;
  const report = { format: people.isTTY ? 'pretty' : 'line', style: context.styleFor(people) } as const;
  const settings: ImportSettings = {
    format,
    report,
    force: flags.force ?? false,
    ...(flags.fromEncoding && { fromEncoding: flags.fromEncoding }),
  };
  const work = { job: 'import', settings, writes: true, here: makeImporter(settings, context) } as const;
  const batch = new Batch(items, work, context, batchOptions(flags));
  const output = batch.progress.beside(people);
  const losses = new Losses(failures);
  const refused = new FaultyFiles(report, output);
  let isUnclear = false;
  for await (const done of batch.results()) {
    const result = 'result' in done ? done.result : undefined;
    batch.progress.advance(result ? result.errors + result.warnings : 0);
    if ('error' in done) losses.add(done.item.name, done.error);
    if (result) {
      if (result.stream !== undefined) io.stdout.write(result.stream);
      output.write(result.told);
      isUnclear ||= result.isUnclear;
      refused.add(result);
    }
    if (flags.failFast && ('error' in done || result?.findings !== undefined)) batch.stop();
  }
  await refused.close();
  for (const failure of batch.interruption) losses.add('', failure);
  if (!batch.isInterrupted) tellRest(batch.rest, flags, context);
  losses.tell(context);
  return {
    findings: refused.count > 0 || isUnclear,
    failed: losses.count > 0,
    interrupted: batch.isInterrupted,
  };
}

const kinds: Readonly<Record<'yaml' | 'json', OutputKind>> = {
  yaml: {
    isName: /\.ya?ml$/i,
    ending: '.yaml',
    demand: {
      vi: 'tệp biểu YAML phải có đuôi .yaml. Hãy đổi tên, hoặc dùng --format json.',
      en: 'a form file in YAML must be named .yaml. Rename it, or use --format json.',
    },
  },
  json: {
    isName: /\.json$/i,
    ending: '.json',
    demand: {
      vi: 'tệp biểu JSON phải có đuôi .json. Hãy đổi tên, hoặc dùng --format yaml.',
      en: 'a form file in JSON must be named .json. Rename it, or use --format yaml.',
    },
  },
};
