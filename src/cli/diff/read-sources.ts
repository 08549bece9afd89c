import { basename, dirname, resolve } from 'node:path';
import { parseText } from '../../source/parse-text.ts';
import type { Source } from '../../source/source.ts';
import { readWordForm } from '../../word/read/read-word-form.ts';
import type { Context } from '../context.ts';
import { readNamedForm } from '../files/find-forms.ts';
import { commitOf, type Git, gitIn } from '../files/git.ts';
import { withSlashes } from '../files/paths.ts';
import { isWordDocument } from '../files/read-source.ts';
import { UserError, userError } from '../user-error.ts';

/**
 * The old and the new form: two files, or one file as of a git revision and as it is now.
 *
 * @throws UserError when the wrong number of files is named, or a file or the revision cannot be read
 */
export async function readSources(
  names: readonly string[],
  base: string | undefined,
  { io }: Context,
): Promise<Source[]> {
  const [first = '', second = ''] = names;
  if (base !== undefined) {
    if (names.length !== 1 || first === '-') throw oneFile();
    return [await readRevision(first, base, io), await readFile(first, io)];
  }
  if (names.length !== 2) throw twoFiles(names.length);
  if (first === '-' && second === '-') throw oneInput();
  return [await readFile(first, io), await readFile(second, io)];
}

const readFile = async (name: string, io: Context['io']): Promise<Source> =>
  sourceOf(await readNamedForm(name, io), name, withSlashes(name));

/** The file as committed: git finds it by its folder, and converts line endings and large files. */
async function readRevision(name: string, revision: string, io: Context['io']): Promise<Source> {
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
  const options = [
    '--name-status',
    '-z',
    '--find-renames',
    '--diff-filter=R',
    '--no-ext-diff',
    '--no-relative',
  ];
  const renames = (await git('diff', ...options, commit, '--'))?.toString().split('\0') ?? [];
  // Each entry is a letter with the similarity, the old name and the new one.
  return renames.find((_, index) => index % 3 === 1 && renames[index + 1] === prefix + name);
}

const sourceOf = (bytes: Uint8Array, name: string, shown: string): Source => {
  const source = isWordDocument(bytes, name) ? readWordForm(bytes, name) : parseText(bytes, name);
  return { ...source, file: shown };
};

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
