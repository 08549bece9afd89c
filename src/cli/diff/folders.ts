import { relative, resolve, sep } from 'node:path';
import { compareForms } from '../../compare/compare-forms.ts';
import type { ComparisonStyle } from '../../compare/comparison-writers.ts';
import {
  type FolderWriterOf,
  folderJson,
  folderMarkdown,
  folderText,
} from '../../compare/folders/folder-writers.ts';
import { pairUnits, type UnitForm, type UnitPair } from '../../compare/folders/pair-units.ts';
import {
  countChanges,
  isComparable,
  rankOfStatus,
  unitComparison,
} from '../../compare/folders/unit-comparison.ts';
import { unitNameOf } from '../../summary/form-facts.ts';
import { version } from '../../version.ts';
import { unitsInOrder } from '../../vietnamese/fold-text.ts';
import { readUnchecked } from '../check/read-unchecked.ts';
import type { Context, Outcome } from '../context.ts';
import { refuseInputs, type Target } from '../files/file-target.ts';
import { findForms } from '../files/find-forms.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { nameOnDisk, realPath, withSlashes } from '../files/paths.ts';
import { printOrWrite, type WriteNow } from '../files/write-target.ts';
import { nameList } from '../io/quote-name.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { type UserError, userError } from '../user-error.ts';
import type { DiffFormat } from './command.ts';

/** Where a comparison goes, and how it looks there. */
export interface DiffOutput {
  readonly format: DiffFormat;
  readonly target: Target | undefined;
  readonly style: ComparisonStyle;
  readonly shown: (text: string) => string;
}

const writers: Readonly<Record<DiffFormat, FolderWriterOf>> = {
  text: folderText,
  json: folderJson,
  md: folderMarkdown,
};

/**
 * Compares the forms of two folders, unit by unit: once to count the changes, and the changed ones again for the
 * details, since these are not kept.
 */
export async function diffFolders(
  before: string,
  after: string,
  { format, target, style, shown }: DiffOutput,
  context: Context,
): Promise<Outcome> {
  const { io } = context;
  refuseNested(before, after, io.cwd);
  const forms = await folderForms(context);
  const old = await forms.unitsOf(before);
  const fresh = forms.isInterrupted() ? [] : await forms.unitsOf(after);
  if (forms.isInterrupted() || old.length === 0 || fresh.length === 0) return forms.end(false);
  if (target) refuseInputs([target], forms.inputs());

  const pairs = pairUnits(old, fresh);
  const found = pairs.filter((pair) => !isComparable(pair)).map((pair) => unitComparison(pair));
  for await (const [pair, result] of forms.compare(pairs.filter(isComparable))) {
    const compared = result && { counts: countChanges(result.differences), isPartial: result.errors > 0 };
    found.push(unitComparison(pair, compared));
  }
  if (forms.isInterrupted()) return forms.end(false);

  const units = unitsInOrder(found, rankOfStatus);
  const writer = writers[format]({ toolVersion: version, before, after, units }, style);
  const fill = async (write: WriteNow) => {
    write(shown(writer.head()));
    const changed = units.filter(({ status }) => status === 'changed');
    for await (const [unit, result] of forms.compare(changed)) {
      write(shown(writer.unit(unit, result?.differences)));
      if (io.stdout.failure !== undefined) forms.stop();
    }
    if (forms.isInterrupted() && target) throw unfinished();
    for (const unit of units)
      if (unit.status !== 'changed') write(writer.unit(unit, unit.status === 'same' ? [] : undefined));
    write(shown(writer.end()));
  };
  await forms.attempt(() => printOrWrite(fill, target, context));
  for (const unit of units) {
    const list = nameList([...unit.before, ...unit.after].map(({ file }) => file));
    if (unit.status === 'ambiguous') forms.fail(ambiguous({ list, unit: unit.name }));
  }
  return forms.end(units.some(({ status }) => status !== 'same'));
}

/** A form, and the newer one to compare it with, if known. */
export interface DiffInput extends Input {
  readonly after?: Input;
}

/**
 * Makes a function that reads the unit of a form, or compares two forms. Its errors count the forms that have parts which
 * are not structured like a form and are not compared.
 */
export const fileComparer =
  async (_settings: undefined, context: Context) =>
  async ({ after, ...before }: DiffInput) => {
    const old = await readUnchecked(before, context);
    if (!old) return undefined;
    const unit = unitNameOf(old.form.unit?.value);
    const parentUnit = unitNameOf(old.form.parentUnit?.value);
    const fresh = after && (await readUnchecked(after, context));
    const withWord = old.isWord || fresh?.isWord === true;
    return {
      unit,
      parentUnit,
      differences: fresh ? compareForms(old.form, fresh.form, { withWord }) : [],
      errors: old.errors + (fresh?.errors ?? 0),
      warnings: 0,
    };
  };

/** The forms of two folders, read in several runs that end as one. */
async function folderForms(context: Context) {
  const { io } = context;
  const here = await fileComparer(undefined, context);
  const inputs = new Map<UnitForm, Input>();
  const runs: RunRecord[] = [];
  const each = (items: readonly DiffInput[], failures: readonly UserError[] = []) => {
    const run = new RunRecord(items, failures, context);
    runs.push(run);
    return eachFile(items, { job: 'diff', settings: undefined, here }, run);
  };
  return {
    inputs: () => [...inputs.values()],
    isInterrupted: () => runs.some((run) => run.isInterrupted),

    async unitsOf(folder: string): Promise<UnitForm[]> {
      const found = await findForms([folder], undefined, io, {});
      const root = resolve(io.cwd, nameOnDisk(folder, io.cwd));
      const forms: UnitForm[] = found.failures.flatMap(({ file }) =>
        file === undefined ? [] : { file, place: withSlashes(relative(root, resolve(io.cwd, file))) },
      );
      for await (const { item, result, hasFailed } of each(found.inputs, found.failures)) {
        if (!result && !hasFailed) continue;
        const units = result && { unit: result.unit, parentUnit: result.parentUnit };
        const form = { file: item.name, place: withSlashes(item.place), ...units };
        inputs.set(form, item);
        forms.push(form);
      }
      const run = runs.at(-1);
      if (run?.hasNoForm && forms.length === 0) run.fail('', noForm([folder], found.inputs.length));
      return forms;
    },

    /** The differences of each pair, in order; undefined for one that can no longer be read. */
    async *compare<Pair extends UnitPair>(pairs: readonly Pair[]) {
      const items = pairs.flatMap((pair): DiffInput[] => {
        const [old, fresh] = [...pair.before, ...pair.after].map((form) => inputs.get(form));
        return old && fresh ? [{ ...old, named: true, after: { ...fresh, named: true } }] : [];
      });
      const rest = pairs.values();
      for await (const { result } of each(items)) {
        const { value } = rest.next();
        if (value) yield [value, result] as const;
      }
    },

    stop: () => runs.at(-1)?.stop(),
    fail: (error: UserError) => runs[0]?.fail('', error),
    attempt: async (work: () => Promise<void>) => runs[0]?.attempt('', work),
    end(findings: boolean): Outcome {
      const ends = runs.map((run) => run.end({ findings, isStrict: true }));
      const [failed, interrupted] = [ends.some((end) => end.failed), ends.some((end) => end.interrupted)];
      return { findings, failed, interrupted };
    },
  };
}

/** @throws UserError for a folder that is compared with itself, or with one in it */
function refuseNested(before: string, after: string, cwd: string) {
  const [old, fresh] = [before, after].map(
    (name) => `${realPath(resolve(cwd, nameOnDisk(name, cwd)))}${sep}`,
  );
  if (!old || !fresh || !(old.startsWith(fresh) || fresh.startsWith(old))) return;
  throw old === fresh ? sameFolder({ before, after }) : nested({ before, after });
}

const sameFolder = userError(
  'Không so sánh {before} với {after}: đây là cùng một thư mục. Hãy để biểu cũ và biểu mới trong hai thư mục riêng.',
  'Not comparing {before} with {after}: they are the same folder. Keep the old forms and the new ones in two folders.',
);
const nested = userError(
  'Không so sánh {before} với {after}: một thư mục nằm trong thư mục kia. Hãy để biểu cũ và biểu mới trong hai thư mục riêng.',
  'Not comparing {before} with {after}: one folder is in the other. Keep the old forms and the new ones in two folders.',
);
const unfinished = userError(
  'Chưa so sánh xong nên không ghi tệp nào.',
  'The comparison is incomplete, so no file was written.',
);

const ambiguous = userError(
  'Không so sánh {list}: {unit} có nhiều biểu trong một thư mục. Hãy để lại một biểu, hoặc so sánh từng cặp tệp.',
  'Not comparing {list}: there are several forms of {unit} in one folder. Leave one, or compare the files pair by pair.',
);
