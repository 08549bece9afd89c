import { resolve, sep } from 'node:path';
import {
  type FolderWriterOf,
  folderJson,
  folderMarkdown,
  folderText,
} from '../../compare/folders/folder-writers.ts';
import { pairUnits } from '../../compare/folders/pair-units.ts';
import {
  countChanges,
  type FolderComparison,
  isComparable,
  unitComparison,
  unitsInOrder,
} from '../../compare/folders/unit-comparison.ts';
import { version } from '../../version.ts';
import type { Context, Outcome } from '../context.ts';
import { refuseInputs, type Target } from '../files/file-target.ts';
import { nameOnDisk, realPath } from '../files/paths.ts';
import { printOrWrite, type WriteNow } from '../files/write-target.ts';
import { nameList } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';
import type { DiffFormat } from './command.ts';
import { fileComparer } from './compare-file.ts';
import { FolderForms } from './folder-forms.ts';

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
  format: DiffFormat,
  target: Target | undefined,
  context: Context,
): Promise<Outcome> {
  const { io } = context;
  refuseNested(before, after, io.cwd);
  const forms = new FolderForms(await fileComparer(undefined, context), context);
  const old = await forms.unitsOf(before);
  const fresh = forms.isInterrupted ? [] : await forms.unitsOf(after);
  if (forms.isInterrupted || old.length === 0 || fresh.length === 0) return forms.end(false);
  if (target) refuseInputs([target], forms.inputs);

  const pairs = pairUnits(old, fresh);
  const units = pairs.filter((pair) => !isComparable(pair)).map((pair) => unitComparison(pair));
  for await (const [pair, result] of forms.compare(pairs.filter(isComparable))) {
    const compared = result && { counts: countChanges(result.differences), isPartial: result.errors > 0 };
    units.push(unitComparison(pair, compared));
  }
  if (forms.isInterrupted) return forms.end(false);

  const folders = { toolVersion: version, before, after, units: unitsInOrder(units) };
  await forms.attempt(() => writeComparison(folders, forms, format, target, context));
  for (const unit of folders.units) {
    const list = nameList([...unit.before, ...unit.after].map(({ file }) => file));
    if (unit.status === 'ambiguous') forms.fail(ambiguous({ list, unit: unit.name }));
  }
  return forms.end(units.some(({ status }) => status !== 'same'));
}

async function writeComparison(
  folders: FolderComparison,
  forms: FolderForms,
  format: DiffFormat,
  target: Target | undefined,
  context: Context,
): Promise<void> {
  const { io, styleFor, forPeople } = context;
  const style = styleFor(io.stdout);
  const writer = writers[format](folders, target ? { ...style, colorLevel: 0 } : style);
  const toWrite = (text: string) => (format === 'text' && !target ? forPeople(text) : text);
  const fill = async (write: WriteNow) => {
    write(toWrite(writer.head()));
    const changed = folders.units.filter(({ status }) => status === 'changed');
    for await (const [unit, result] of forms.compare(changed)) {
      write(toWrite(writer.unit(unit, result?.differences)));
      if (io.stdout.failure !== undefined) forms.stop();
    }
    if (forms.isInterrupted && target) throw unfinished();
    for (const unit of folders.units) {
      if (unit.status !== 'changed') write(writer.unit(unit, unit.status === 'same' ? [] : undefined));
    }
    write(toWrite(writer.end()));
  };
  await printOrWrite(fill, target, context);
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
