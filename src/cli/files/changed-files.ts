import { dirname, resolve } from 'node:path';
import type { Io } from '../io/io.ts';
import { userError } from '../user-error.ts';
import type { Input } from './find-inputs.ts';
import { commitOf, type Git, gitIn } from './git.ts';
import { realPath } from './paths.ts';
import { readNamed } from './read-input.ts';

/**
 * The files that git reports as different from a base: committed since the branch left the base, staged, not staged,
 * and new ones that git does not ignore. Deleted files are left out; a renamed one counts under its new name. Where a
 * submodule differs, all its files count.
 *
 * The base is the given revision; else the base of the pull or merge request (GitHub, GitLab); else, where CI
 * runs for a push to the default branch, the commit before the push; else the default branch.
 *
 * @throws UserError without git or a repository, and for a base that is missing or cannot be determined
 */
export async function changedFiles(base: string | undefined, io: Io) {
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
  // A folder is a submodule, or another repository inside this one.
  const isIn = (path: string | undefined): boolean =>
    paths.has(path) || (path !== undefined && dirname(path) !== path && isIn(dirname(path)));
  return {
    /** The revision as named to the user. */
    since: found?.name ?? 'HEAD',
    /** Standard input always counts. */
    has: ({ path }: Input): boolean => path === undefined || isIn(realPath(path)),
  };
}

async function changedSince(git: Git, commit: string): Promise<string[]> {
  const fork = (await forkOf(git, commit)) ?? commit;
  const options =
    '--name-only -z --no-renames --diff-filter=d --ignore-submodules=none --no-ext-diff --no-relative'.split(
      ' ',
    );
  return [
    ...(await list(git, 'diff', ...options, fork, '--')),
    ...(await list(git, 'diff', '--cached', ...options, fork, '--')),
  ];
}

/** The merge base of HEAD and a commit; undefined where they have none, as in a shallow clone. */
async function forkOf(git: Git, commit: string): Promise<string | undefined> {
  return (await git('merge-base', commit, 'HEAD'))?.toString().trim() || undefined;
}

/** Paths from the root of the repository; for untracked files this takes `--full-name` and the root as the path. */
async function list(git: Git, command: string, ...options: readonly string[]): Promise<string[]> {
  const args = command === 'ls-files' ? [command, '--full-name', ...options, ':/'] : [command, ...options];
  const output = await git(...args);
  if (output === undefined) throw new Error(`git ${args.join(' ')} failed`);
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}

/** Undefined before the first commit. */
async function findBase(
  git: Git,
  base: string | undefined,
  env: Io['env'],
): Promise<{ name: string; commit: string } | undefined> {
  if (base !== undefined) {
    const commit = await commitOf(git, base);
    if (commit === undefined) throw noBase({ base });
    return { name: base, commit };
  }
  const ci = ciOf(env);
  const head = await commitOf(git, 'HEAD');
  if (ci.base !== undefined) {
    const commit = await commitOf(git, ci.base);
    if (commit === undefined)
      throw /^0+$/.test(ci.base) ? noCommitBefore() : notFetched({ base: ci.base, how: fetchAll });
    if ((await forkOf(git, commit)) === head) throw nothingBeyond({ base: ci.base });
    return { name: ci.base, commit };
  }
  if (head === undefined) return undefined;
  // The default branch compared with itself would always be clean.
  const mayBeDefault = ci.mayBeDefault || (await isShallow(git));
  const names =
    ci.defaultBranch === undefined
      ? ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']
      : [`origin/${ci.defaultBranch}`, ci.defaultBranch];
  for (const name of names) {
    const commit = await commitOf(git, name);
    if (commit !== undefined && !(mayBeDefault && (await forkOf(git, commit)) === head)) {
      return { name, commit };
    }
  }
  throw unknownBase({ how: fetchAll });
}

/** Most shallow clones are made by CI, even if its variables are unknown. */
const isShallow = async (git: Git) =>
  (await git('rev-parse', '--is-shallow-repository'))?.toString().trim() === 'true';

/** What the CI environment says about the commits to compare. */
interface Ci {
  /** The base of a pull or merge request; of a push to the default branch, the commit before it. */
  readonly base?: string;
  readonly defaultBranch?: string;
  /** Whether the run may be for the default branch, or for a tag on it, with the commit before unknown. */
  readonly mayBeDefault?: boolean;
}

/** Set by GitHub, GitLab and most others; Azure Pipelines; Jenkins; TeamCity. */
const ciVariables = ['CI', 'TF_BUILD', 'JENKINS_URL', 'TEAMCITY_VERSION'];

function ciOf(env: Io['env']): Ci {
  if (env.GITHUB_BASE_REF) return { base: `origin/${env.GITHUB_BASE_REF}` };
  if (env.CI_MERGE_REQUEST_DIFF_BASE_SHA) return { base: env.CI_MERGE_REQUEST_DIFF_BASE_SHA };
  if (env.GITHUB_ACTIONS || env.GITHUB_EVENT_PATH) {
    const { before, repository } = githubEvent(env.GITHUB_EVENT_PATH);
    const branch = env.GITHUB_REF_TYPE === 'tag' ? undefined : env.GITHUB_REF_NAME;
    return pushTo(repository?.default_branch, branch, before);
  }
  if (env.CI_DEFAULT_BRANCH) {
    return pushTo(env.CI_DEFAULT_BRANCH, env.CI_COMMIT_BRANCH, env.CI_COMMIT_BEFORE_SHA);
  }
  return { mayBeDefault: ciVariables.some((name) => env[name]) };
}

/** @param branch undefined for a tag */
function pushTo(
  defaultBranch: string | undefined,
  branch: string | undefined,
  before: string | undefined,
): Ci {
  if (defaultBranch === undefined) return { mayBeDefault: true };
  return branch === defaultBranch && before
    ? { base: before }
    : { defaultBranch, mayBeDefault: branch === undefined || branch === defaultBranch };
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
function githubEvent(file: string | undefined): {
  readonly before?: string;
  readonly repository?: { readonly default_branch?: string };
} {
  if (!file) return {};
  try {
    return Object(JSON.parse(readNamed(file, '/').toString()));
  } catch {
    return {};
  }
}

const noBase = userError(
  'Kho git không có phiên bản {base}. Hãy kiểm tra tên nhánh, thẻ hoặc mã commit; muốn chỉ kiểm tra một số tệp thì nêu tệp trước: bieu2 validate bieu-so-2.yaml --changed',
  'The git repository has no revision {base}. Check the name of the branch, tag or commit; to check certain files only, name them first: bieu2 validate bieu-so-2.yaml --changed',
);

const fetchAll = {
  vi: '“fetch-depth: 0” của actions/checkout trên GitHub, “GIT_DEPTH: 0” trên GitLab',
  en: '“fetch-depth: 0” of actions/checkout on GitHub, “GIT_DEPTH: 0” on GitLab',
};

const notFetched = userError(
  'Bản sao kho git không có {base} để so sánh. Hãy tải đủ lịch sử ({how}), hoặc nêu phiên bản: --changed=<phiên bản>.',
  'This clone has no {base} to compare with. Fetch the whole history ({how}), or name a revision: --changed=<revision>.',
);

/** CI gives zeros for the commit before a push when the push created the branch, or nobody pushed (a manual or scheduled run). */
const noCommitBefore = userError(
  'Không có phiên bản trước lần đẩy này để so sánh. Hãy nêu phiên bản, ví dụ --changed=HEAD~1 (trong CI cần tải đủ lịch sử: “fetch-depth: 0” hoặc “GIT_DEPTH: 0”), hoặc bỏ --changed để kiểm tra mọi biểu.',
  'There is no commit before this push to compare with. Name a revision, as in --changed=HEAD~1 (CI needs the whole history: “fetch-depth: 0” or “GIT_DEPTH: 0”), or leave --changed out to check every form.',
);
const nothingBeyond = userError(
  'Bản đang kiểm tra đã nằm trọn trong {base} nên không có gì để so sánh. Hãy lấy về nhánh của yêu cầu hợp nhất, nêu phiên bản bằng --changed=<phiên bản>, hoặc bỏ --changed để kiểm tra mọi biểu.',
  'What is checked out is part of {base}, so there is nothing to compare. Check out the branch of the pull or merge request, name a revision with --changed=<revision>, or leave --changed out to check every form.',
);

const unknownBase = userError(
  'Không rõ cần so sánh với phiên bản nào: không thấy nhánh chính trong bản sao kho git này. Hãy nêu phiên bản, ví dụ --changed=origin/develop; trong CI, hãy tải đủ lịch sử: {how}.',
  'Cannot determine what to compare with: this clone has no default branch apart from what is checked. Name a revision, as in --changed=origin/develop; in CI, fetch the whole history: {how}.',
);
