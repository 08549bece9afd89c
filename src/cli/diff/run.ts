import { basename, dirname, resolve } from 'node:path';
import { compareForms } from '../../compare/compare-forms.ts';
import {
  type ComparisonStyle,
  comparisonJson,
  comparisonMarkdown,
  comparisonText,
} from '../../compare/comparison-writers.ts';
import type { Comparison } from '../../compare/difference.ts';
import type { Language } from '../../diagnostics/wording.ts';
import { decodeForm } from '../../form/decode-form.ts';
import type { Form } from '../../form/form.ts';
import { parseText } from '../../source/parse-text.ts';
import type { Source } from '../../source/source.ts';
import { validateSource } from '../../validate.ts';
import { version } from '../../version.ts';
import { readWordForm } from '../../word/read/read-word-form.ts';
import type { Context } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { namedFiles, outputTarget } from '../files/file-target.ts';
import { readNamedForm } from '../files/find-forms.ts';
import { commitOf, type Git, gitIn } from '../files/git.ts';
import { isFolder, nameOnDisk, withSlashes } from '../files/paths.ts';
import { isWordDocument } from '../files/read-source.ts';
import { printOrWrite } from '../files/write-target.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { chooseFormat } from '../options.ts';
import { showFindings } from '../run/show-findings.ts';
import { UserError, userError } from '../user-error.ts';
import { type DiffFormat, type diffCommand, diffFormats } from './command.ts';

const writers: Readonly<Record<DiffFormat, (comparison: Comparison, style: ComparisonStyle) => string>> = {
  text: comparisonText,
  json: comparisonJson,
  md: comparisonMarkdown,
};

/** Compares two forms. As in `diff`, differences are findings, and what cannot be compared is a failure. */
export const runDiff: WorkOf<typeof diffCommand> = async (names, flags, context) => {
  const { io, styleFor, forPeople } = context;
  const format = chooseFormat(flags, diffFormats, 'text', io);
  const target = outputTarget(flags, io, namedFiles(names, io.cwd));
  const style = target ? { ...styleFor(io.stdout), colorLevel: 0 as const } : styleFor(io.stdout);
  const shown = format === 'text' && !target ? forPeople : (text: string) => text;
  const [first = '', second = ''] = names;
  const folders = names.filter((name) => isFolder(resolve(io.cwd, nameOnDisk(name, io.cwd))));
  if (folders.length === 2 && names.length === 2 && flags.base === undefined) {
    const { diffFolders } = await import('./folders.ts');
    return diffFolders(first, second, { format, target, style, shown }, context);
  }
  const [folder] = folders;
  if (folder !== undefined)
    throw flags.base === undefined ? onlyFolders({ folder }) : folderWithBase({ folder });
  const sources = await readSources(names, flags.base, io);
  const [before, after] = sources;
  const [old, fresh] = await Promise.all(sources.map((source) => readForm(source, context)));
  if (!before || !after || !old || !fresh) return { findings: false, failed: true };
  const withWord = before.text === undefined || after.text === undefined;
  const differences = compareForms(old, fresh, { withWord });
  const comparison = { toolVersion: version, before: before.file, after: after.file, differences };
  await printOrWrite(shown(writers[format](comparison, style)), target, context);
  return { findings: differences.length > 0, failed: false };
};

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

/** Two files, or one as of a git revision and as it is now. @throws UserError, also for the wrong number of files */
async function readSources(names: readonly string[], base: string | undefined, io: Io): Promise<Source[]> {
  const [first = '', second = ''] = names;
  if (base !== undefined) {
    if (names.length !== 1 || first === '-') throw oneFile();
    return [await readRevision(first, base, io), await readFile(first, io)];
  }
  if (names.length !== 2) throw twoFiles(names.length);
  if (first === '-' && second === '-') throw oneInput();
  return [await readFile(first, io), await readFile(second, io)];
}

const readFile = async (name: string, io: Io): Promise<Source> =>
  sourceOf(await readNamedForm(name, io), name, withSlashes(name));

/** The file as committed: git finds it by its folder, and converts line endings and large files. */
async function readRevision(name: string, revision: string, io: Io): Promise<Source> {
  const path = resolve(io.cwd, name);
  const git = await gitIn(dirname(path), io);
  const commit = await commitOf(git, revision);
  if (commit === undefined) throw noRevision({ revision });
  const bytes = await git('cat-file', '--filters', `${commit}:./${basename(path)}`);
  if (bytes !== undefined) return sourceOf(bytes, name, `${revision}:${name}`);
  const former = await formerName(git, commit, basename(path));
  const before = former && (await git('cat-file', '--filters', `${commit}:${former}`));
  if (!before) throw notInRevision({ name, revision });
  return sourceOf(before, former, `${revision}:${former}`);
}

/** The path from the repository root that a file in git's folder had in a commit. */
async function formerName(git: Git, commit: string, name: string): Promise<string | undefined> {
  const prefix = (await git('rev-parse', '--show-prefix'))?.toString().replace(/\r?\n$/, '') ?? '';
  const options = '--name-status -z --find-renames --diff-filter=R --no-ext-diff --no-relative'.split(' ');
  const renames = (await git('diff', ...options, commit, '--'))?.toString().split('\0') ?? [];
  // Each entry is a letter with the similarity, the old name and the new one.
  return renames.find((_, index) => index % 3 === 1 && renames[index + 1] === prefix + name);
}

const sourceOf = (bytes: Uint8Array, name: string, shown: string): Source => {
  const source = isWordDocument(bytes, name) ? readWordForm(bytes, name) : parseText(bytes, name);
  return { ...source, file: shown };
};

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
const twoFiles = (count: number) =>
  new UserError({
    vi: `Cần hai tệp, biểu cũ và biểu mới, mà có ${count}. Muốn so một tệp với phiên bản trước của nó thì thêm --base, ví dụ: bieu2 diff --base HEAD bieu-so-2.yaml`,
    en: `Two files are needed, the old form and the new one, but there ${count === 1 ? 'is 1' : `are ${count}`}. To compare a file with an earlier version of itself add --base, as in: bieu2 diff --base HEAD bieu-so-2.yaml`,
  });

const oneFile = userError(
  '“--base” so một tệp với chính nó tại phiên bản trước: hãy nêu đúng một tệp.',
  '“--base” compares a file with an earlier version of itself: name exactly one file.',
);
const oneInput = userError(
  'Chỉ một trong hai biểu có thể đọc từ đầu vào chuẩn.',
  'Only one of the two forms can come from standard input.',
);
const noRevision = userError(
  'Kho git không có phiên bản {revision}. Hãy kiểm tra tên nhánh, thẻ hoặc mã commit.',
  'The git repository has no revision {revision}. Check the name of the branch, tag or commit.',
);
const notInRevision = userError(
  'Phiên bản {revision} không có tệp {name}. Nếu tệp khi đó mang tên khác, hãy lấy ra bằng “git show” rồi so sánh hai tệp.',
  'The revision {revision} has no file {name}. If it had another name then, get it with “git show” and compare the two files.',
);
