import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Config, FileSettings } from '../../config/config.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Input } from '../files/find-inputs.ts';
import { foldersAbove, isThere } from '../files/paths.ts';
import { readNamed } from '../files/read-input.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

export const configName = 'bieu2.config.yaml';

/** Names that are meant as a configuration but are not read: in the style of other tools, in capitals, with Notepad's `.txt`. */
const misnamed = /^\.?bieu2[._-]?(?:config|rc)(?:\.(?:ya?ml|jsonc?|json5|toml|[cm]?[jt]s))?(?:\.txt)?$/i;

type Where = Pick<Io, 'cwd' | 'env'>;

/** Errors in a configuration file, each with its line. */
export class ConfigError extends UserError {
  readonly path: string;
  readonly text: string;

  constructor(path: string, text: string, wording: Wording) {
    super(wording);
    this.path = path;
    this.text = text;
  }
}

/** A configuration, with file names relative to the current folder. */
export interface Settings extends Pick<Config, 'language' | 'template' | 'schema' | 'baseline'> {
  /** Its name in messages. */
  readonly file: string;
  /** What to check when the command line names nothing. */
  readonly include: readonly string[] | undefined;
  readonly isExcluded: (input: Input) => boolean;
  readonly forFile: (input: Input) => FileSettings;
}

/**
 * The configuration of a run: the file of `--config`, else the nearest `bieu2.config.yaml` in the current
 * folder or above it; undefined where there is none, or with `--no-config`.
 *
 * The search starts at the current folder, not at each form: one run has one configuration, however many folders
 * its forms come from. For where it ends see `findConfig`.
 *
 * @throws UserError with every error in the file
 */
export async function loadConfig(
  option: string | boolean | undefined,
  io: Io,
): Promise<Settings | undefined> {
  if (option === false) return undefined;
  const file = typeof option === 'string' ? resolve(io.cwd, option) : findConfig(io);
  if (file === undefined) return undefined;
  const name = typeof option === 'string' ? option : relative(io.cwd, file) || configName;
  const { decodeConfig } = await import('../../config/decode-config.ts');
  const { parseText } = await import('../../source/parse-text.ts');
  const source = parseText(readNamed(name, io.cwd), name);
  const decoded = decodeConfig(source);
  if ('config' in decoded) return settingsOf(decoded.config, name, dirname(file), io.cwd);
  const lines = (language: keyof Wording) =>
    decoded.problems
      .map(({ line, column, message }) => `\n  ${line}:${column} ${message[language]}`)
      .join('');
  throw new ConfigError(file, source.text ?? '', {
    vi: `Tệp cấu hình ${quoteName(name)} có lỗi:${lines('vi')}`,
    en: `The configuration file ${quoteName(name)} has errors:${lines('en')}`,
  });
}

async function settingsOf(config: Config, file: string, folder: string, cwd: string): Promise<Settings> {
  const { globMatcher } = await import('../../config/glob-matcher.ts');
  const { settingsFor } = await import('../../config/config.ts');
  const { files: { include, exclude = [] } = {}, language, template, schema, baseline } = config;
  const fromHere = (name: string) => (isAbsolute(name) ? name : relative(cwd, join(folder, name)) || '.');
  const placeOf = ({ path, name }: Input) => {
    const place = relative(folder, path ?? resolve(cwd, name)).replaceAll(sep, '/');
    // On Windows there is no relative path to another drive.
    return isAbsolute(place) ? `../${place}` : place;
  };
  const isExcluded = globMatcher(exclude);
  const settings = settingsFor(config);
  // A name without dots and slashes is a template that comes with bieu2.
  const isFile = template !== undefined && /[./\\]/.test(template);
  return {
    file,
    ...(language && { language }),
    ...(template !== undefined && { template: isFile ? fromHere(template) : template }),
    ...(schema !== undefined && { schema: fromHere(schema) }),
    ...(baseline !== undefined && { baseline: fromHere(baseline) }),
    include: include?.map((name) => fromHere(name).replaceAll(sep, '/')),
    isExcluded: (input) => isExcluded(placeOf(input)),
    forFile: (input) => settings(placeOf(input)),
  };
}

/** Where the configuration is looked for, in order; empty with `--no-config`. */
export function configPlaces(option: string | boolean | undefined, where: Where): string[] {
  if (option === false) return [];
  return typeof option === 'string'
    ? [resolve(where.cwd, option)]
    : searchedFolders(where).map((folder) => join(folder, configName));
}

/** The configuration found, perhaps a broken link. @throws UserError for a misnamed one, and one that is not to be trusted */
function findConfig(where: Where): string | undefined {
  const shown = (path: string) => relative(where.cwd, path);
  for (const folder of searchedFolders(where)) {
    const file = join(folder, configName);
    if (isThere(file) && isForeign(file, folder)) throw notTrusted({ name: shown(file) });
    if (isThere(file)) return file;
    const other = namesIn(folder).find((name) => misnamed.test(name));
    if (other !== undefined) throw wrongName({ name: shown(join(folder, other)), configName });
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

/** Whether a file belongs to another user (except the administrator) and is in a folder that everybody may write to. */
function isForeign(file: string, folder: string): boolean {
  const user = process.getuid?.();
  if (user === undefined) return false;
  try {
    const [{ uid }, { mode }] = [statSync(file), statSync(folder)];
    return uid !== user && uid !== 0 && (mode & 0o002) !== 0;
  } catch {
    return false;
  }
}

const wrongName = userError(
  'Tệp {name} không được đọc: tệp cấu hình phải có tên {configName}. Hãy đổi tên, nêu tệp bằng --config, hoặc thêm --no-config.',
  'The file {name} is not read: a configuration is named {configName}. Rename it, name it with --config, or add --no-config.',
);

const notTrusted = userError(
  'Không dùng tệp cấu hình {name}: tệp của người dùng khác, trong thư mục ai cũng ghi được. Nếu tin tệp này, hãy nêu bằng --config; nếu không, thêm --no-config.',
  'Not using the configuration {name}: it belongs to another user, in a folder that everybody may write to. Name it with --config if you trust it, or add --no-config.',
);
