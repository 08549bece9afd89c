import { enCount, enNumber, joinWords, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { isJson } from '../../source/source.ts';
import { holdsNoForm } from '../../word/template/placeholders.ts';
import type { Context } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { refuseInputs } from '../files/file-target.ts';
import { withDocx } from '../files/find-forms.ts';
import { findInputs, type Input } from '../files/find-inputs.ts';
import { isThere } from '../files/paths.ts';
import { wrongEnding } from '../io/file-error.ts';
import { nameList } from '../io/quote-name.ts';
import { renderTargets, withoutBystanders } from '../render/render-targets.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { findingsEnd, findingsStyle } from '../run/show-findings.ts';
import { userError } from '../user-error.ts';
import type { ImportFlags, importCommand } from './command.ts';
import { fileImporter, type ImportSettings, readWordInput } from './import-file.ts';

/** Reads Word forms and writes form files; an unreadable one does not stop the others. */
export const runImport: WorkOf<typeof importCommand> = async (names, flags, context) => {
  const { io } = context;
  const { items, failures, kept, isMany, settings, people } = await planImport(names, flags, context);
  const run = new RunRecord(items, failures, context);
  const output = run.progress.beside(people);
  const counts = { written: 0, withErrors: 0, kept };
  const unreadable: string[] = [];
  const existing: string[] = [];
  let isUnclear = false;
  const here = await fileImporter(settings, context);
  const work = { job: 'import', settings, here, writes: true, threads: flags.jobs } as const;
  for await (const { item, result, hasFailed } of eachFile(items, work, run)) {
    if (result?.findings !== undefined) {
      run.count(result);
      unreadable.push(item.name);
      output.write(result.findings);
    } else if (result?.isThere) {
      existing.push(item.target.name);
    } else if (result) {
      if (result.stream !== undefined) io.stdout.write(result.stream);
      if (result.stream === undefined || io.stdout.failure === undefined) {
        output.write(result.note);
        counts.written += 1;
      }
      if (result.errors > 0) counts.withErrors += 1;
      isUnclear ||= result.isUnclear;
    }
    if (flags.failFast && (hasFailed || result?.findings !== undefined || result?.isThere)) run.stop();
  }
  output.write(await findingsEnd(run, settings.report));
  if (existing.length > 0)
    run.fail('', notReplacingFiles({ count: existing.length, list: nameList(existing, 3) }));
  const isEmpty = run.hasNoForm && kept === 0;
  const { failFast } = flags;
  const places = isEmpty ? names : undefined;
  const outcome = run.end({ findings: run.files > 0 || isUnclear, places, failFast });
  if (isMany && !isEmpty) {
    const unread = [...run.failures, ...run.unread].flatMap(({ file }) => file ?? []);
    output.write(`${context.say(closing(counts, [...unreadable, ...unread], existing.length))}\n`);
  }
  return outcome;
};

/** Prepares everything that can fail before the first file is read. */
async function planImport(names: readonly string[], flags: ImportFlags, context: Context) {
  const { io } = context;
  const { force = false, fromEncoding } = flags;
  const format = flags.format ?? (isJson(flags.output ?? '') ? 'json' : 'yaml');
  const named = await findInputs(names, io.cwd, 'word');
  const targetsOf = (inputs: readonly Input[]) =>
    renderTargets(inputs, flags, io.cwd, endings[format], wrongName);
  const isDone = (input: Input) => targetsOf([input]).some(({ path }) => path && isThere(path));
  const due = flags.skipExisting ? named.inputs.filter((input) => !isDone(input)) : named.inputs;
  const { inputs: found, failures } = await withDocx({ ...named, inputs: due }, io);
  const isForm = async (input: Input) => !holdsNoForm(await readWordInput(input, flags, context));
  const inputs = await withoutBystanders(found, flags, isForm);
  const targets = targetsOf(inputs);
  refuseInputs(targets, inputs);
  // Texts for people go to standard output, unless a form goes there.
  const people = targets.some(({ path }) => path === undefined) ? io.stderr : io.stdout;
  const settings: ImportSettings = {
    ...{ format, force, report: findingsStyle(people, context) },
    ...(fromEncoding && { fromEncoding }),
  };
  const items = inputs.flatMap((input, index) => {
    const target = targets[index];
    return target ? [{ ...input, target }] : [];
  });
  const kept = named.inputs.length - due.length;
  const isMany = named.inputs.length > 1 || named.inputs.some((input) => !input.named) || kept > 0;
  return { items, failures, kept, isMany, settings, people };
}

const endings = { yaml: ['.yaml', '.yml'], json: ['.json'] } as const;
const wrongName = (output: string) =>
  wrongEnding(output, ['.yaml', '.yml', '.json'], {
    vi: ', khớp với --format.',
    en: ', and match --format.',
  });

const notReplacingFiles = userError(
  'Không ghi đè {count} tệp đã có: {list}. Hãy thêm --skip-existing để giữ nguyên, hoặc --force để thay thế.',
  'Not replacing {count existing file|existing files}: {list}. Add --skip-existing to keep what is there, or --force to replace it.',
);

/** The outcome in one line. @param unread names of what could not be read */
function closing(
  { written, withErrors, kept }: Readonly<Record<'written' | 'withErrors' | 'kept', number>>,
  unread: readonly string[],
  existing: number,
): Wording {
  const list = nameList(unread);
  const lost = unread.length;
  return joinWords([
    { vi: `Đã ghi ${viNumber(written)} biểu`, en: `${enCount(written, 'form')} written` },
    withErrors > 0 && {
      vi: `trong đó ${viNumber(withErrors)} biểu có lỗi`,
      en: `${enNumber(withErrors)} of them with errors`,
    },
    kept > 0 && {
      vi: `giữ nguyên ${viNumber(kept)} tệp đã có`,
      en: `${enCount(kept, 'existing file')} left unchanged`,
    },
    existing > 0 && {
      vi: `${viNumber(existing)} tệp đã có không ghi đè`,
      en: `${enCount(existing, 'existing file')} not replaced`,
    },
    lost > 0 && {
      vi: `${viNumber(lost)} tệp không đọc được: ${list.vi}`,
      en: `${enCount(lost, 'file')} could not be read: ${list.en}`,
    },
  ]);
}
