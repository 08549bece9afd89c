import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

/** In bytes of output: file names, or one form. */
const maxBuffer = 64 * 1024 * 1024;

/** git's output, or undefined if it failed. */
export type Git = (...args: readonly string[]) => Promise<Buffer | undefined>;

/** Runs git, with programs that the repository configures switched off. @throws UserError without git or a working tree */
export async function gitIn(folder: string, { env }: Pick<Io, 'env'>): Promise<Git> {
  const own = { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
  const settings = { cwd: folder, env: { ...env, ...own }, encoding: 'buffer', maxBuffer } as const;
  let options = ['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`];
  const call = (args: readonly string[]) =>
    new Promise<{ stdout?: Buffer; complaint: string }>((resolve, reject) => {
      execFile('git', [...options, ...args], settings, (error, stdout, stderr) => {
        if (error && typeof error.code === 'string') reject(error.code === 'ENOENT' ? gitIsMissing() : error);
        else resolve({ ...(!error && { stdout }), complaint: stderr.toString() });
      });
    });
  const { stdout, complaint } = await call(['rev-parse', '--is-inside-work-tree']);
  if (complaint.includes('safe.directory')) throw notTrusted(folder);
  if (stdout?.toString().trim() !== 'true') throw noRepository({ folder });
  options = [...options, ...(await withoutFilters(call))];
  return async (...args) => (await call(args)).stdout;
}

/** Options that disable the repository's filters: programs that git would run on compared files. */
async function withoutFilters(call: (args: readonly string[]) => Promise<{ stdout?: Buffer }>) {
  const programs = String.raw`^filter\..*\.(clean|smudge|process)$`;
  const { stdout } = await call(['config', '-z', '--name-only', '--get-regexp', programs]);
  const keys = stdout?.toString().split('\0').filter(Boolean) ?? [];
  return keys.flatMap((key) => ['-c', `${key}=`, '-c', key.replace(/[^.]*$/, 'required=false')]);
}

/** The id of the commit that a revision names; undefined if there is none. */
export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const id = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  return id?.toString().trim() || undefined;
}

const gitIsMissing = userError(
  'Cần có git để so với các phiên bản trước, mà máy chưa cài. Hãy cài git rồi thử lại.',
  'git is needed to compare with earlier versions, and is not installed. Install it and try again.',
);
const noRepository = userError(
  '{folder} không nằm trong kho git nào. Hãy chạy lệnh trong thư mục của kho.',
  '{folder} is not in a git repository. Run the command in the folder of one.',
);

/** For example in a container whose user is not the one who cloned. */
const notTrusted = (folder: string) =>
  new UserError({
    vi: `git không tin thư mục ${quoteName(folder)} vì thuộc người dùng khác. Nếu đó là kho của bạn, hãy chạy: git config --global --add safe.directory "${folder}"`,
    en: `git does not trust the folder ${quoteName(folder)}, which belongs to another user. If it is your repository, run: git config --global --add safe.directory "${folder}"`,
  });
