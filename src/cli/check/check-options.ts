import { rules } from '../../rules/index.ts';
import type { ValidateOptions } from '../../validate.ts';
import type { Context } from '../context.ts';
import type { Io } from '../io/io.ts';
import type { ValidateFlags } from '../validate/command.ts';
import type { CheckOptions } from './check-file.ts';
import { loadConfig, type Settings } from './load-config.ts';
import { ruleSeverities } from './rule-severities.ts';

/** The options of checking, shared by all commands that check. */
export type CheckFlags = Pick<ValidateFlags, 'config' | 'rule' | 'schema' | 'stdinFilename'>;

/** How to check forms, from the command line and the configuration. */
export interface CheckPlan {
  /** In the chosen language. */
  readonly context: Context;
  readonly settings: Settings | undefined;
  readonly options: CheckOptions;
}

/** Loads the full parsers, too. */
const loadSchema = async (name: string, io: Io, say: Context['say']) =>
  (await import('./read-schema.ts')).readSchema(name, io, say);

/**
 * The command line overrides the configuration, which overrides the defaults.
 *
 * @param isStrict errors stay errors, whatever is configured: for commands that need a correct form
 * @throws UserError for invalid options or an invalid configuration
 */
export async function checkPlan(flags: CheckFlags, context: Context, isStrict = false): Promise<CheckPlan> {
  const { io } = context;
  const ids = rules.map(({ id }) => id);
  const severities = ruleSeverities(flags.rule ?? [], ids);
  const settings = await loadConfig(flags.config, io);
  const chosen = context.preferring(settings?.language);
  const schema = flags.schema ?? settings?.schema;
  const options: CheckOptions = {
    language: chosen.language,
    severities,
    keepsErrors: isStrict,
    ...(schema === undefined ? {} : { schema: await loadSchema(schema, io, chosen.say) }),
    ...(flags.stdinFilename === undefined ? {} : { stdinFilename: flags.stdinFilename }),
    ...(settings && {
      isExcluded: settings.isExcluded,
      forFile: (input): ValidateOptions => {
        const own = settings.forFile(input);
        const all = { ...own.severities, ...severities };
        return { ...own, severities: isStrict ? withoutLowered(all) : all };
      },
    }),
  };
  return { context: chosen, settings, options };
}

const errorRules = new Set(rules.filter(({ severity }) => severity === 'error').map(({ id }) => id));

const withoutLowered = <Level>(severities: Readonly<Record<string, Level>>): Record<string, Level> =>
  Object.fromEntries(Object.entries(severities).filter(([id]) => !errorRules.has(id)));
