import type { FontEncoding } from '../../vietnamese/convert-legacy.ts';
import { holdsNoForm } from '../../word/template/holds-no-form.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { withDocx } from '../files/find-forms.ts';
import { findInputs, noForm } from '../files/find-inputs.ts';
import { refuseInputs } from '../files/same-file.ts';
import { type OutputKind, renderTargets, withoutBystanders } from '../render/render-targets.ts';
import { eachFile, type RunFlags, threadsOf } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { findingsEnd, findingsStyle } from '../run/show-findings.ts';
import { fileImporter, type ImportSettings, readWordInput } from './import-file.ts';

/** The options of `import` as the command line gives them. */
export interface ImportFlags extends RunFlags {
  readonly output?: string;
  readonly outDir?: string;
  readonly format?: 'yaml' | 'json';
  readonly fromEncoding?: FontEncoding;
  readonly force?: boolean;
}

/** Reads Word forms and writes form files; one that cannot be read does not stop the others. */
export async function runImport(
  names: readonly string[],
  flags: ImportFlags,
  context: Context,
): Promise<Outcome> {
  const { io } = context;
  const threads = threadsOf(flags);
  const { inputs: found, failures } = await withDocx(await findInputs(names, io.cwd, 'word'), io);
  const inputs = await withoutBystanders(
    found,
    flags,
    async (input) => !holdsNoForm(await readWordInput(input, flags, context)),
  );
  const format = flags.format ?? (/\.json$/i.test(flags.output ?? '') ? 'json' : 'yaml');
  const targets = renderTargets(inputs, flags, io.cwd, kinds[format]);
  refuseInputs(targets, inputs);
  const items = inputs.flatMap((input, index) => {
    const target = targets[index];
    return target ? [{ ...input, target }] : [];
  });
  // People read on standard output, unless a form goes there.
  const people = targets.some(({ path }) => path === undefined) ? io.stderr : io.stdout;
  const report = findingsStyle(people, context);
  const settings: ImportSettings = {
    format,
    report,
    force: flags.force ?? false,
    ...(flags.fromEncoding && { fromEncoding: flags.fromEncoding }),
  };

  const run = new RunRecord(items, failures, context);
  const output = run.progress.beside(people);
  let isUnclear = false;
  const here = await fileImporter(settings, context);
  const work = { job: 'import', settings, here, writes: true, threads } as const;
  for await (const { result, hasFailed } of eachFile(items, work, run)) {
    if (result) {
      if (result.stream !== undefined) io.stdout.write(result.stream);
      output.write(result.note);
      isUnclear ||= result.isUnclear;
      if (result.findings !== undefined) {
        run.count(result);
        output.write(result.findings);
      }
    }
    if (flags.failFast && (hasFailed || result?.findings !== undefined)) run.stop();
  }
  if (run.hasNoForm) run.fail('', noForm(names, run.skipped.length));
  output.write(await findingsEnd(run, report));
  return run.end({ findings: run.files > 0 || isUnclear, failFast: flags.failFast });
}

const demand = {
  vi: 'tên tệp phải có đuôi .yaml, .yml hoặc .json, khớp với --format.',
  en: 'the file name must end in .yaml, .yml or .json, and match --format.',
};
const kinds: Readonly<Record<'yaml' | 'json', OutputKind>> = {
  yaml: { isName: /\.ya?ml$/i, ending: '.yaml', demand },
  json: { isName: /\.json$/i, ending: '.json', demand },
};
