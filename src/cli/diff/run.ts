import { resolve } from 'node:path';
import { compareForms } from '../../compare/compare-forms.ts';
import { comparisonJson } from '../../compare/comparison-json.ts';
import { comparisonMarkdown } from '../../compare/comparison-markdown.ts';
import { type ComparisonStyle, comparisonText } from '../../compare/comparison-text.ts';
import type { Comparison } from '../../compare/difference.ts';
import type { Language } from '../../diagnostics/wording.ts';
import { decodeForm } from '../../form/decode-form.ts';
import type { Form } from '../../form/form.ts';
import type { Source } from '../../source/source.ts';
import { validateSource } from '../../validate.ts';
import { version } from '../../version.ts';
import type { Context, Outcome } from '../context.ts';
import { namedFiles, outputTarget } from '../files/file-target.ts';
import { isFolder, nameOnDisk } from '../files/paths.ts';
import { printOrWrite } from '../files/write-target.ts';
import { quoteName } from '../io/quote-name.ts';
import { chooseFormat } from '../output-format.ts';
import { showFindings } from '../run/show-findings.ts';
import { userError } from '../user-error.ts';
import { type DiffFlags, type DiffFormat, diffFormats } from './command.ts';
import { readSources } from './read-sources.ts';

const writers: Readonly<Record<DiffFormat, (comparison: Comparison, style: ComparisonStyle) => string>> = {
  text: comparisonText,
  json: comparisonJson,
  md: comparisonMarkdown,
};

/** Compares two forms. As in `diff`, differences are findings, and what cannot be compared is a failure. */
export async function runDiff(
  names: readonly string[],
  flags: DiffFlags,
  context: Context,
): Promise<Outcome> {
  const { io, styleFor, forPeople } = context;
  const format = chooseFormat(flags, { formats: diffFormats, usual: 'text' }, io);
  const target = outputTarget(flags, io, namedFiles(names, io.cwd));
  const [first = '', second = ''] = names;
  const folders = names.filter((name) => isFolder(resolve(io.cwd, nameOnDisk(name, io.cwd))));
  if (folders.length === 2 && names.length === 2 && flags.base === undefined)
    return (await import('./folders.ts')).diffFolders(first, second, format, target, context);
  const [folder] = folders;
  if (folder !== undefined)
    throw flags.base === undefined ? onlyFolders({ folder }) : folderWithBase({ folder });
  const sources = await readSources(names, flags.base, context);
  const [before, after] = sources;
  const [old, fresh] = await Promise.all(sources.map((source) => readForm(source, context)));
  if (!before || !after || !old || !fresh) return { findings: false, failed: true };
  const withWord = before.text === undefined || after.text === undefined;
  const differences = compareForms(old, fresh, { withWord });
  const comparison = { toolVersion: version, before: before.file, after: after.file, differences };
  const style = styleFor(io.stdout);
  const text = writers[format](comparison, target ? { ...style, colorLevel: 0 } : style);
  await printOrWrite(format === 'text' && !target ? forPeople(text) : text, target, context);
  return { findings: differences.length > 0, failed: false };
}

/** Undefined where there is no form, after reporting its findings. Parts that cannot be read are left out, with a note. */
async function readForm(source: Source, context: Context): Promise<Form | undefined> {
  const { io, language, note } = context;
  const { form, findings } = decodeForm(source);
  if (!form) {
    await showFindings([validateSource(source, { language }).report], io.stderr, context);
  } else if (findings.length > 0) {
    note(incomplete(source.file));
  }
  return form;
}

const folderWithBase = userError(
  '“--base” so một tệp với chính nó tại phiên bản trước, còn {folder} là thư mục. Hãy nêu tệp biểu; muốn so cả thư mục thì lấy bản cũ ra một thư mục khác bằng “git worktree add” rồi so hai thư mục.',
  '“--base” compares a file with an earlier version of itself; {folder} is a folder. Name a form; to compare the whole folder, check out the old version into another one with “git worktree add” and compare the two folders.',
);
const onlyFolders = userError(
  '{folder} là thư mục, chỉ so sánh được với một thư mục khác, ví dụ: bieu2 diff nam-truoc nam-nay',
  '{folder} is a folder, which is compared with another folder only, as in: bieu2 diff last-year this-year',
);

const incomplete = (file: string): Record<Language, string> => ({
  vi: `Lưu ý: ${quoteName(file)} có phần không đúng mẫu; phần đó không được so sánh. Xem: bieu2 validate`,
  en: `Note: parts of ${quoteName(file)} do not have the structure of the form and are not compared. See: bieu2 validate`,
});
