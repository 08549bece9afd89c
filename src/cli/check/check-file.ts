import type { FileReport } from '../../diagnostics/finding.ts';
import type { Form } from '../../form/form.ts';
import { rules } from '../../rules/index.ts';
import type { Source } from '../../source/source.ts';
import { checkSource, type InspectOptions, type ValidateOptions } from '../../validate.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { type ReadOptions, readSource } from '../files/read-source.ts';
import type { Io } from '../io/io.ts';
import type { ValidateFlags } from '../validate/command.ts';
import { loadConfig } from './load-config.ts';
import { ruleSeverities } from './rule-severities.ts';

export interface CheckedFile {
  readonly input: Input;
  readonly source: Source;
  /** Undefined when the file could not be parsed. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

export interface CheckOptions extends InspectOptions, ReadOptions {
  /** Fixes a source before it is checked. */
  readonly beforeCheck?: (source: Source, bytes: Uint8Array, options: InspectOptions) => Promise<Source>;
  /** Which files are skipped unless named. */
  readonly isExcluded?: (input: Input) => boolean;
  /** Settings for one file, which override or extend the others. */
  readonly forFile?: (input: Input) => ValidateOptions;
}

/** Undefined for a file that was found in a folder and is not a form. @throws UserError when it cannot be read */
export async function checkFile(
  input: Input,
  io: Io,
  options: CheckOptions,
): Promise<CheckedFile | undefined> {
  const read = await readSource(input, io, options);
  if (!read) return undefined;
  const { strict = false, beforeCheck, forFile, ...all } = options;
  const own = { ...all, ...forFile?.({ ...input, name: read.name }) };
  const source = (await beforeCheck?.(read.source, read.bytes, own)) ?? read.source;
  return { input, source, ...checkSource(source, { ...own, strict }) };
}

export type CheckFlags = Pick<ValidateFlags, 'config' | 'rule' | 'schema' | 'stdinFilename'>;

/**
 * How to check forms: the command line overrides the configuration, which overrides the defaults.
 *
 * @param isStrict errors stay errors in any configuration: for commands that need a correct form
 * @throws UserError for invalid options or an invalid configuration
 */
export async function checkPlan(flags: CheckFlags, context: Context, isStrict = false) {
  const { io } = context;
  const severities = ruleSeverities(flags.rule ?? []);
  const settings = await loadConfig(flags.config, io);
  const chosen = context.preferring(settings?.language);
  const schema = flags.schema ?? settings?.schema;
  // Loads the full parsers, too.
  const readSchema = schema === undefined ? undefined : (await import('./read-schema.ts')).readSchema;
  const options: CheckOptions = {
    language: chosen.language,
    severities,
    keepsErrors: isStrict,
    ...(schema !== undefined && readSchema && { schema: await readSchema(schema, io, chosen.say) }),
    ...(flags.stdinFilename !== undefined && { stdinFilename: flags.stdinFilename }),
    ...(settings && {
      isExcluded: settings.isExcluded,
      forFile: (input): ValidateOptions => {
        const own = settings.forFile(input);
        const all = { ...own.severities, ...severities };
        return { ...own, severities: isStrict ? withoutLowered(all) : all };
      },
    }),
  };
  return { /** In the chosen language. */ context: chosen, settings, options };
}

const errorRules = new Set(rules.filter(({ severity }) => severity === 'error').map(({ id }) => id));

const withoutLowered = <Level>(severities: Readonly<Record<string, Level>>): Record<string, Level> =>
  Object.fromEntries(Object.entries(severities).filter(([id]) => !errorRules.has(id)));
