import { compileSchema, SlowSchema } from '../../compile-schema.ts';
import type { Language, Wording } from '../../diagnostics/wording.ts';
import { formatPlace } from '../../reporters/format-place.ts';
import { printable } from '../../reporters/printable.ts';
import { rules } from '../../rules/index.ts';
import { type IdleKeyword, idleKeywords } from '../../schema-keywords.ts';
import { parseText } from '../../source/parse-text.ts';
import { diagnose, type SchemaCheck, type ValidateOptions } from '../../validate.ts';
import type { Context } from '../context.ts';
import { readNamed } from '../files/read-input.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import type { CheckOptions } from './check-file.ts';
import { loadConfig, type Settings } from './load-config.ts';
import { ruleSeverities } from './rule-severities.ts';

/** What the command line says about checking; the same for all commands that check. */
export interface CheckFlags {
  /** A file, or false with `--no-config`. */
  readonly config?: string | boolean;
  readonly rule?: readonly string[];
  readonly schema?: string;
  readonly stdinFilename?: string;
}

/** The same out of all options of a command: what a thread needs to check in the same way. */
export const checkFlagsOf = ({ config, rule, schema, stdinFilename }: CheckFlags): CheckFlags => ({
  ...(config !== undefined && { config }),
  ...(rule !== undefined && { rule }),
  ...(schema !== undefined && { schema }),
  ...(stdinFilename !== undefined && { stdinFilename }),
});

/** How forms are to be checked, by the command line and the configuration together. */
export interface CheckPlan {
  /** In the language that was chosen. */
  readonly context: Context;
  readonly settings: Settings | undefined;
  readonly options: CheckOptions;
}

/**
 * The command line comes first, the configuration second, defaults last.
 *
 * @param isStrict errors stay errors, whatever is configured: for what can work with a complete form only
 * @throws UserError for options or a configuration that cannot be followed
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
    ...(schema === undefined ? {} : { schema: await readSchema(schema, io, chosen.say) }),
    ...(flags.stdinFilename === undefined ? {} : { stdinFilename: flags.stdinFilename }),
    ...(settings && {
      isExcluded: settings.isExcluded,
      forFile: (input): Partial<ValidateOptions> => {
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

/**
 * Reads and compiles the office's own JSON Schema.
 *
 * @throws UserError when it cannot be read, or is not a schema
 */
async function readSchema(name: string, io: Io, say: Context['say']): Promise<SchemaCheck> {
  const text = readNamed(name, io.cwd)
    .toString()
    .replace(/^\uFEFF/, '');
  const source = parseText(text, 'schema.json');
  const [problem] = source.problems;
  if (problem) {
    const reasonIn = (language: Language) => {
      const { place, message } = diagnose(problem, source, { language });
      return `${formatPlace(place, language)} ${message}`;
    };
    throw notASchema(name, { vi: reasonIn('vi'), en: reasonIn('en') });
  }
  try {
    const schema: unknown = JSON.parse(text);
    const check = await compileSchema(schema);
    for (const idle of idleKeywords(schema)) io.stderr.write(`${say(withoutEffect(name, idle))}\n`);
    return guarded(check, name);
  } catch (error) {
    throw notASchema(name, schemaReason(error instanceof Error ? error.message : String(error)));
  }
}

const notASchema = (name: string, { vi, en }: Wording) =>
  new UserError({
    vi: `${quoteName(name)} không phải là JSON Schema dùng được: ${vi}`,
    en: `${quoteName(name)} is not a valid JSON Schema: ${en}`,
  });

/** ajv's reason; in Vietnamese what it names: places in the schema, or a reference. */
function schemaReason(message: string): Wording {
  const places = [...new Set([...message.matchAll(/\bdata(\/[^\s,]*)/g)].map(([, place]) => place))];
  const [, reference] = /^can't resolve reference (\S+)/.exec(message) ?? [];
  const [, draft, supported] = /^(\S+) is not supported, only (.*) and /.exec(message) ?? [];
  const vi = draft
    ? `không hỗ trợ ${draft}, chỉ hỗ trợ ${supported}, 2020-12`
    : reference
      ? `không tìm thấy “${reference}” mà “$ref” trỏ tới`
      : places.length > 0
        ? `sai ở ${places.join(', ')}`
        : 'nội dung không đúng quy định của JSON Schema';
  return { vi, en: message };
}

/** That a schema leads back to itself (`{"$ref": "#"}`), or takes too long, shows only when a form is checked. */
const guarded =
  (check: SchemaCheck, name: string): SchemaCheck =>
  (value) => {
    try {
      return check(value);
    } catch (error) {
      if (error instanceof SlowSchema) throw slowSchema(name, error);
      if (!(error instanceof RangeError)) throw error;
      throw new UserError({
        vi: `${quoteName(name)} không phải là JSON Schema dùng được: “$ref” trong đó trỏ vòng tròn.`,
        en: `${quoteName(name)} is not a valid JSON Schema: a “$ref” in it leads back to itself.`,
      });
    }
  };

function slowSchema(name: string, { pattern }: SlowSchema): UserError {
  if (pattern === undefined) {
    return new UserError({
      vi: `Không kiểm tra được theo ${quoteName(name)}: mất quá nhiều thời gian. Hãy rút gọn lược đồ.`,
      en: `Cannot check with ${quoteName(name)}: it takes too long. Simplify the schema.`,
    });
  }
  return new UserError({
    vi: `Không kiểm tra được theo ${quoteName(name)}: mẫu ${quoteName(pattern)} mất quá nhiều thời gian. Hãy viết lại mẫu, không lặp trong phần đã lặp.`,
    en: `Cannot check with ${quoteName(name)}: the pattern ${quoteName(pattern)} takes too long. Rewrite it without repetitions inside of repetitions.`,
  });
}

const withoutEffect = (name: string, { keyword, pointer, nearest }: IdleKeyword): Wording => ({
  vi: `Lưu ý: từ khóa “${printable(keyword)}” trong ${quoteName(name)} (${printable(pointer)}) không có tác dụng${nearest === undefined ? '' : `; có phải “${nearest}”?`}`,
  en: `Note: the keyword “${printable(keyword)}” in ${quoteName(name)} (${printable(pointer)}) has no effect${nearest === undefined ? '' : `; did you mean “${nearest}”?`}`,
});
