import { relative, resolve, sep } from 'node:path';
import { type FolderWriterOf, folderJson, folderMarkdown, folderText } from '../../compare/folder-writers.ts';
import { pairUnits, type UnitForm, type UnitPair } from '../../compare/pair-units.ts';
import { countChanges, isComparable, unitComparison, unitsInOrder } from '../../compare/unit-comparison.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { findForms } from '../files/find-forms.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { nameOnDisk, realPath, withSlashes } from '../files/paths.ts';
import { type PrintFlags, printOrWrite } from '../files/print-or-write.ts';
import { namedFiles, refuseInputs } from '../files/same-file.ts';
import { nameList, quoteName } from '../io/quote-name.ts';
import type { DiffFormat } from '../output-format.ts';
import { eachFile } from '../run/each-file.ts';
import { RunRecord } from '../run/run-record.ts';
import { UserError } from '../user-error.ts';
import { type DiffInput, fileComparer } from './compare-file.ts';

const writers: Readonly<Record<DiffFormat, FolderWriterOf>> = {
  text: folderText,
  json: folderJson,
  md: folderMarkdown,
};

/**
 * Compares the forms of two folders, unit by unit: once to count what changed, and those that changed once more for the
 * details, since these are not kept.
 */
export async function diffFolders(
  before: string,
  after: string,
  flags: PrintFlags & { readonly format: DiffFormat },
  context: Context,
): Promise<Outcome> {
  const { io, styleFor, forPeople } = context;
  refuseNested(before, after, io.cwd);
  const runs: RunRecord[] = [];
  const here = await fileComparer(undefined, context);
  const each = (items: readonly DiffInput[], failures: readonly UserError[] = []) => {
    const run = new RunRecord(items, failures, context);
    runs.push(run);
    return eachFile(items, { job: 'diff', settings: undefined, here }, run);
  };
  const end = (findings: boolean): Outcome => {
    const outcomes = runs.map((run) => run.end({ findings, isStrict: true }));
    const [failed, interrupted] = [
      outcomes.some((one) => one.failed),
      outcomes.some((one) => one.interrupted),
    ];
    return { findings, failed, interrupted };
  };

  const inputs = new Map<UnitForm, Input>();
  /** The forms of a folder by their units. */
  async function unitsOf(folder: string): Promise<UnitForm[]> {
    const found = await findForms([folder], undefined, io, {});
    const root = resolve(io.cwd, nameOnDisk(folder, io.cwd));
    const forms = found.failures.flatMap(({ file }) =>
      file === undefined ? [] : { file, place: withSlashes(relative(root, resolve(io.cwd, file))) },
    );
    for await (const { item, result, hasFailed } of each(found.inputs, found.failures)) {
      if (!result && !hasFailed) continue;
      const file = item.name;
      const place = withSlashes(item.place);
      const form = { file, place, ...(result && { unit: result.unit, parentUnit: result.parentUnit }) };
      inputs.set(form, item);
      forms.push(form);
    }
    const run = runs.at(-1);
    if (run?.hasNoForm && forms.length === 0) run.fail('', noForm([folder], found.inputs.length));
    return forms;
  }

  /** What is different in each pair, in their order; undefined for one that cannot be read any more. */
  async function* compare<Pair extends UnitPair>(pairs: readonly Pair[]) {
    const items = pairs.flatMap((pair): DiffInput[] => {
      const [old, fresh] = [...pair.before, ...pair.after].map((form) => inputs.get(form));
      return old && fresh ? [{ ...old, named: true, after: { ...fresh, named: true } }] : [];
    });
    const rest = pairs.values();
    for await (const { result } of each(items)) {
      const { value } = rest.next();
      if (value) yield [value, result] as const;
    }
  }

  const isInterrupted = () => runs.some((run) => run.isInterrupted);
  const old = await unitsOf(before);
  const fresh = isInterrupted() ? [] : await unitsOf(after);
  if (isInterrupted() || old.length === 0 || fresh.length === 0) return end(false);
  const { output = '-' } = flags;
  const isPrinted = output === '-';
  refuseInputs(namedFiles(isPrinted ? [] : [output], io.cwd), [...inputs.values()]);
  const pairs = pairUnits(old, fresh);
  const comparable = pairs.filter(isComparable);
  const units = pairs.filter((pair) => !isComparable(pair)).map((pair) => unitComparison(pair));
  for await (const [pair, result] of compare(comparable)) {
    const compared = result && { counts: countChanges(result.differences), isPartial: result.errors > 0 };
    units.push(unitComparison(pair, compared));
  }
  if (isInterrupted()) return end(false);

  const folders = { toolVersion: version, before, after, units: unitsInOrder(units) };
  const style = styleFor(io.stdout);
  const writer = writers[flags.format](folders, isPrinted ? style : { ...style, colorLevel: 0 });
  const toWrite = (text: string) => (isPrinted && flags.format === 'text' ? forPeople(text) : text);
  const writing = printOrWrite(
    async (write) => {
      write(toWrite(writer.head()));
      const changed = folders.units.filter(({ status }) => status === 'changed');
      for await (const [unit, result] of compare(changed)) {
        write(toWrite(writer.unit(unit, result?.differences)));
        if (io.stdout.failure !== undefined) runs.at(-1)?.stop();
      }
      if (isInterrupted() && !isPrinted) throw unfinished();
      for (const unit of folders.units) {
        if (unit.status !== 'changed') write(writer.unit(unit, unit.status === 'same' ? [] : undefined));
      }
      write(toWrite(writer.end()));
    },
    flags,
    context,
  );
  await runs[0]?.attempt('', () => writing);
  for (const unit of folders.units) {
    if (unit.status === 'ambiguous') runs[0]?.fail('', ambiguous(unit.name, [...unit.before, ...unit.after]));
  }
  return end(units.some(({ status }) => status !== 'same'));
}

/** @throws UserError for a folder that is compared with itself, or with one in it */
function refuseNested(before: string, after: string, cwd: string) {
  const [old, fresh] = [before, after].map(
    (name) => `${realPath(resolve(cwd, nameOnDisk(name, cwd)))}${sep}`,
  );
  if (!old || !fresh || !(old.startsWith(fresh) || fresh.startsWith(old))) return;
  throw new UserError({
    vi: `Không so sánh ${quoteName(before)} với ${quoteName(after)}: một thư mục nằm trong thư mục kia. Hãy để biểu cũ và biểu mới trong hai thư mục riêng.`,
    en: `Not comparing ${quoteName(before)} with ${quoteName(after)}: one folder is in the other. Keep the old forms and the new ones in two folders.`,
  });
}

const unfinished = () =>
  new UserError({
    vi: 'Chưa so sánh xong nên không ghi tệp nào.',
    en: 'The comparison is incomplete, so no file was written.',
  });

function ambiguous(unit: string, forms: readonly UnitForm[]): UserError {
  const list = nameList(forms.map(({ file }) => file));
  return new UserError({
    vi: `Không so sánh ${list.vi}: ${quoteName(unit)} có nhiều biểu trong một thư mục. Hãy để lại một biểu, hoặc so sánh từng cặp tệp.`,
    en: `Not comparing ${list.en}: there are several forms of ${quoteName(unit)} in one folder. Leave one, or compare the files pair by pair.`,
  });
}
