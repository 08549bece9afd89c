import { resolve } from 'node:path';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import type { Input } from './find-inputs.ts';
import { commitOf, type Git, gitIn } from './git.ts';
import { realPath } from './paths.ts';

/** Which files were changed, and since when. */
export interface ChangedFiles {
  /** The revision as the user knows it. */
  readonly since: string;
  /** Standard input is no file of the repository and always counts. */
  readonly has: (input: Input) => boolean;
}

/**
 * The files that differ from a base, as git sees them: committed since the branch left the base, staged, not staged,
 * and new ones that git does not ignore. Files that are gone are left out; a renamed one counts under its new name.
 *
 * @param base a revision; without one, what the branch is to be merged into: as CI says (GitHub, GitLab), else the
 * main branch of the repository (`origin/HEAD`, `origin/main`, `origin/master`, `main`, `master`), else `HEAD`
 * @throws UserError without git or a repository, and for a base that is not there
 */
export async function changedFiles(base: string | undefined, io: Io): Promise<ChangedFiles> {
  const git = await gitIn(io.cwd, io);
  const found = await findBase(git, base, io.env);
  const names = [
    ...(found ? await changedSince(git, found.commit) : await list(git, 'ls-files', '-z', '--cached')),
    ...(await list(git, 'ls-files', '-z', '--others', '--exclude-standard')),
  ];
  const root = resolve(
    io.cwd,
    (await git('rev-parse', '--show-cdup'))?.toString().replace(/\r?\n$/, '') ?? '',
  );
  const paths = new Set(names.map((name) => realPath(resolve(root, name))));
  return {
    since: found?.name ?? 'HEAD',
    has: ({ path }) => path === undefined || paths.has(realPath(path)),
  };
}

/** Where a branch left what it is merged into; where histories do not meet (a shallow clone), that itself. */
async function changedSince(git: Git, commit: string): Promise<string[]> {
  const fork = (await git('merge-base', commit, 'HEAD'))?.toString().trim() || commit;
  const options = [
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=d',
    '--ignore-submodules',
    '--no-ext-diff',
    '--no-relative',
  ];
  return [
    ...(await list(git, 'diff', ...options, fork, '--')),
    ...(await list(git, 'diff', '--cached', ...options, fork, '--')),
  ];
}

/** Names from the root of the repository; of untracked files, too: `--full-name` and the root as the place to look. */
async function list(git: Git, command: string, ...options: readonly string[]): Promise<string[]> {
  const args = command === 'ls-files' ? [command, '--full-name', ...options, ':/'] : [command, ...options];
  const output = await git(...args);
  if (output === undefined) throw new Error(`git ${args.join(' ')} failed`);
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}

/** The base that was named or is the usual one; undefined where nothing was committed yet. */
async function findBase(
  git: Git,
  base: string | undefined,
  env: Io['env'],
): Promise<{ name: string; commit: string } | undefined> {
  const named = base ?? baseInCi(env);
  if (named !== undefined) {
    const commit = await commitOf(git, named);
    if (commit === undefined) throw base === undefined ? notFetched(named) : noBase(named);
    return { name: named, commit };
  }
  for (const name of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master', 'HEAD']) {
    const commit = await commitOf(git, name);
    if (commit !== undefined) return { name, commit };
  }
  return undefined;
}

function baseInCi({ GITHUB_BASE_REF: github, CI_MERGE_REQUEST_DIFF_BASE_SHA: gitlab }: Io['env']) {
  return github ? `origin/${github}` : gitlab || undefined;
}

const noBase = (base: string) =>
  new UserError({
    vi: `Kho git không có phiên bản ${quoteName(base)}. Hãy kiểm tra tên nhánh, thẻ hoặc mã commit; muốn chỉ kiểm tra một số tệp thì nêu tệp trước: bieu2 validate bieu-so-2.yaml --changed`,
    en: `The git repository has no revision ${quoteName(base)}. Check the name of the branch, tag or commit; to check certain files only, name them first: bieu2 validate bieu-so-2.yaml --changed`,
  });

const notFetched = (base: string) =>
  new UserError({
    vi: `Bản sao kho git không có ${quoteName(base)} để so sánh. Hãy tải đủ lịch sử: “fetch-depth: 0” của actions/checkout trên GitHub, “GIT_DEPTH: 0” trên GitLab.`,
    en: `This clone has no ${quoteName(base)} to compare with. Fetch the whole history: “fetch-depth: 0” of actions/checkout on GitHub, “GIT_DEPTH: 0” on GitLab.`,
  });
