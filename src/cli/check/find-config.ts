import { readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isThere } from '../files/paths.ts';
import type { Io } from '../io/io.ts';
import { type UserError, userError } from '../user-error.ts';

/** The name of the configuration file. */
export const configName = 'bieu2.config.yaml';

/** Names that are meant as a configuration but are not read: in the style of other tools, in capitals, with Notepad's `.txt`. */
const misnamed = /^\.?bieu2[._-]?(?:config|rc)(?:\.(?:ya?ml|jsonc?|json5|toml|[cm]?[jt]s))?(?:\.txt)?$/i;

type Where = Pick<Io, 'cwd' | 'env'>;

/** Where the configuration is looked for, in order; empty with `--no-config`. */
export function configPlaces(option: string | boolean | undefined, where: Where): string[] {
  if (option === false) return [];
  return typeof option === 'string'
    ? [resolve(where.cwd, option)]
    : searchedFolders(where).map((folder) => join(folder, configName));
}

/**
 * The absolute path of the configuration found, which may be a broken link; undefined where there is none.
 *
 * @throws UserError for a misnamed one, and for one that another user may have put there
 */
export function findConfig(where: Where): string | undefined {
  for (const folder of searchedFolders(where)) {
    const file = join(folder, configName);
    if (isThere(file))
      return isForeign(file, folder) ? refuse(notTrusted({ name: relative(where.cwd, file) })) : file;
    const other = namesIn(folder).find((name) => misnamed.test(name));
    if (other !== undefined)
      refuse(wrongName({ name: relative(where.cwd, join(folder, other)), configName }));
  }
  return undefined;
}

/**
 * From the current folder up to the root of the repository, else to the user's home: folders above may belong to
 * anyone. Outside both, the current folder only.
 */
function searchedFolders({ cwd, env }: Where): string[] {
  const all = foldersAbove(cwd);
  const root = all.findIndex((folder) => isThere(join(folder, '.git')));
  const home = all.indexOf(resolve(env.HOME || env.USERPROFILE || cwd));
  return all.slice(0, Math.max(0, root >= 0 ? root : home) + 1);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const foldersAbove = (folder: string): string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...foldersAbove(dirname(folder))];

/** Whether a file belongs to another user (except the administrator) and is in a folder that everybody may write to. */
function isForeign(file: string, folder: string): boolean {
  const user = process.getuid?.();
  if (user === undefined) return false;
  let stats: readonly [file: Stats, folder: Stats];
  try {
    stats = [statSync(file), statSync(folder)];
  } catch {
    return false;
  }
  const [{ uid }, { mode }] = stats;
  return uid !== user && uid !== 0 && (mode & 0o002) !== 0;
}

function refuse(error: UserError): never {
  throw error;
}

const wrongName = userError(
  'Tệp {name} không được đọc: tệp cấu hình phải có tên {configName}. Hãy đổi tên, nêu tệp bằng --config, hoặc thêm --no-config.',
  'The file {name} is not read: a configuration is named {configName}. Rename it, name it with --config, or add --no-config.',
);

const notTrusted = userError(
  'Không dùng tệp cấu hình {name}: tệp của người dùng khác, trong thư mục ai cũng ghi được. Nếu tin tệp này, hãy nêu bằng --config; nếu không, thêm --no-config.',
  'Not using the configuration {name}: it belongs to another user, in a folder that everybody may write to. Name it with --config if you trust it, or add --no-config.',
);
