import type { Language, Wording } from '../../diagnostics/wording.ts';
import { compileSchema, SlowSchema } from '../../office-schema/compile-schema.ts';
import { type IdleKeyword, idleKeywords } from '../../office-schema/schema-keywords.ts';
import { formatPlace } from '../../reporters/format-place.ts';
import { printable } from '../../reporters/printable.ts';
import { parseText } from '../../source/parse-text.ts';
import type { SchemaCheck } from '../../validate.ts';
import { WordedFinding } from '../../worded-finding.ts';
import type { Context } from '../context.ts';
import { readNamed } from '../files/read-input.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';

/** Reads and compiles the office's own JSON Schema. @throws UserError when it cannot be read, or is not a schema */
export async function readSchema(name: string, io: Io, say: Context['say']): Promise<SchemaCheck> {
  const source = parseText(readNamed(name, io.cwd), 'schema.json');
  const problem = source.value === undefined ? source.problems.at(-1) : undefined;
  if (problem) {
    const reasonIn = (language: Language) => {
      const { place, message } = new WordedFinding(problem, source, { language });
      return `${formatPlace(place, language)} ${message}`;
    };
    throw notASchema({ name, reason: { vi: reasonIn('vi'), en: reasonIn('en') } });
  }
  try {
    const schema: unknown = JSON.parse(source.text ?? '');
    const check = await compileSchema(schema);
    for (const idle of idleKeywords(schema)) io.stderr.write(`${say(withoutEffect(name, idle))}\n`);
    return guarded(check, name);
  } catch (error) {
    if (error instanceof RangeError) throw notASchema({ name, reason: leadsBack });
    const reason = schemaReason(error instanceof Error ? error.message : String(error));
    throw notASchema({ name, reason });
  }
}

const notASchema = userError(
  '{name} không phải là JSON Schema dùng được: {reason}',
  '{name} is not a valid JSON Schema: {reason}',
);

const leadsBack = {
  vi: '“$ref” trong đó trỏ vòng tròn.',
  en: 'a “$ref” in it leads back to itself.',
};

/** ajv's reason, without repetitions; in Vietnamese only the places in the schema or the reference that it names. */
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
  return { vi, en: [...new Set(message.split(', '))].join(', ') };
}

/** A schema that refers to itself (`{"$ref": "#"}`) or takes too long may fail only when a form is checked. */
const guarded =
  (check: SchemaCheck, name: string): SchemaCheck =>
  (value) => {
    try {
      return check(value);
    } catch (error) {
      if (error instanceof SlowSchema) {
        const { pattern } = error;
        throw pattern === undefined ? slowSchema({ name }) : slowPattern({ name, pattern });
      }
      if (!(error instanceof RangeError)) throw error;
      throw notASchema({ name, reason: leadsBack });
    }
  };

const slowSchema = userError(
  'Không kiểm tra được theo {name}: mất quá nhiều thời gian. Hãy rút gọn lược đồ.',
  'Cannot check with {name}: it takes too long. Simplify the schema.',
);
const slowPattern = userError(
  'Không kiểm tra được theo {name}: mẫu {pattern} mất quá nhiều thời gian. Hãy viết lại mẫu, không lặp trong phần đã lặp.',
  'Cannot check with {name}: the pattern {pattern} takes too long. Rewrite it without repetitions inside of repetitions.',
);

const withoutEffect = (name: string, { keyword, pointer, nearest }: IdleKeyword): Wording => ({
  vi: `Lưu ý: từ khóa “${printable(keyword)}” trong ${quoteName(name)} (${printable(pointer)}) không có tác dụng${nearest === undefined ? '' : `; có phải “${nearest}”?`}`,
  en: `Note: the keyword “${printable(keyword)}” in ${quoteName(name)} (${printable(pointer)}) has no effect${nearest === undefined ? '' : `; did you mean “${nearest}”?`}`,
});
