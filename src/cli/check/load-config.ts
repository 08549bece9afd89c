import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Config, FileSettings } from '../../config/config.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Input } from '../files/find-inputs.ts';
import { readNamed } from '../files/read-input.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { configName, findConfig } from './find-config.ts';

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
