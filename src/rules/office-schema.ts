import { enCount, viNumber, type Wording } from '../diagnostics/wording.ts';
import { defineRule, type Message, say, wording } from './rule.ts';

const atLeast =
  (vi: string, one: string, many?: string): Message['text'] =>
  ({ limit }) => ({
    vi: `phải có ít nhất ${viNumber(limit)} ${vi}`,
    en: `at least ${enCount(limit, one, many)}`,
  });
const atMost =
  (vi: string, one: string): Message['text'] =>
  ({ limit }) => ({
    vi: `chỉ được có tối đa ${viNumber(limit)} ${vi}`,
    en: `at most ${enCount(limit, one)}`,
  });

/** What the keywords of JSON Schema that set a limit require. */
const limits: Readonly<Record<string, Message['text']>> = {
  minLength: atLeast('ký tự', 'character'),
  maxLength: atMost('ký tự', 'character'),
  minItems: atLeast('mục', 'item'),
  maxItems: atMost('mục', 'item'),
  minProperties: atLeast('khóa', 'key'),
  maxProperties: atMost('khóa', 'key'),
  minimum: wording('phải từ {limit} trở lên', '{limit} or more'),
  maximum: wording('phải từ {limit} trở xuống', '{limit} or less'),
  exclusiveMinimum: wording('phải lớn hơn {limit}', 'more than {limit}'),
  exclusiveMaximum: wording('phải nhỏ hơn {limit}', 'less than {limit}'),
  multipleOf: wording('phải là bội số của {limit}', 'a multiple of {limit}'),
  contains: atLeast(
    'mục theo yêu cầu riêng',
    'item of the kind it describes',
    'items of the kind it describes',
  ),
};

const types: Readonly<Record<string, Wording>> = {
  string: { vi: 'văn bản', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'các cặp “khóa: giá trị”', en: 'a map of keys' },
  null: { vi: 'giá trị trống', en: 'nothing' },
};

/** What an additional JSON Schema of the office requires (`--schema`); found by `compileSchema`. */
export const officeSchema = defineRule({
  id: 'office-schema',
  severity: 'error',
  summary: {
    vi: 'Đúng lược đồ riêng của cơ quan (--schema)',
    en: "The form follows the office's own schema (--schema)",
  },
  explanation: {
    vi: 'Cơ quan có thể đặt thêm yêu cầu bằng một lược đồ JSON riêng: “bieu2 validate --schema co-quan.json”. Lược đồ được kiểm tra trên giá trị của tệp biểu, sau định dạng chung; lỗi được chỉ đúng chỗ như mọi lỗi khác.\n\nTừ khóa “errorMessage” trong lược đồ thay cho câu báo lỗi chung.',
    en: 'An office can add requirements with a JSON Schema of its own: “bieu2 validate --schema office.json”. The value of the form file is checked against it in addition to the common format; its findings have places like all others.\n\nThe keyword “errorMessage” in the schema replaces the general message.',
  },
  example: {
    bad: 'notes:\n  - Việc phân nhóm được thực hiện từ cấp phòng.\n',
    good: 'parentUnit: TỈNH ỦY A\n',
  },
  messages: {
    custom: say('{text}', '{text}'),
    required: say(
      'thiếu khóa “{key}” theo lược đồ của cơ quan',
      "the office's schema requires the key “{key}”",
    ),
    additional: say(
      'lược đồ của cơ quan không cho khóa “{key}”',
      "the office's schema does not allow the key “{key}”",
    ),
    choice: say('lược đồ của cơ quan chỉ cho: {allowed}', "the office's schema allows only: {allowed}"),
    pattern: say(
      'không khớp mẫu {pattern} của lược đồ cơ quan',
      "does not match the pattern {pattern} of the office's schema",
    ),
    type: {
      text: ({ types: names }) => {
        const [vi, en] = (['vi', 'en'] as const).map((language) =>
          String(names)
            .split(',')
            .map((name) => types[name]?.[language] ?? name)
            .join(language === 'vi' ? ' hoặc ' : ' or '),
        );
        return { vi: `theo lược đồ của cơ quan, phải là ${vi}`, en: `the office's schema requires ${en}` };
      },
    },
    limit: {
      text: (facts) => {
        const { keyword, limit } = facts;
        const wanted = limits[String(keyword)]?.(facts);
        return {
          vi: `theo lược đồ của cơ quan, ${wanted?.vi ?? `${keyword}: ${limit}`}`,
          en: `the office's schema requires ${wanted?.en ?? `${keyword}: ${limit}`}`,
        };
      },
    },
    dependency: say(
      'theo lược đồ của cơ quan, có khóa “{key}” thì phải có khóa “{needed}”',
      "the office's schema requires the key “{needed}” together with “{key}”",
    ),
    'repeated-item': say(
      'theo lược đồ của cơ quan, các mục phải khác nhau: mục {second} giống mục {first}',
      "the office's schema requires different items: item {second} is the same as item {first}",
    ),
    forbidden: say(
      'lược đồ của cơ quan không cho giá trị này',
      "the office's schema does not allow this value",
    ),
    'no-branch': say(
      'không đúng cách ghi nào mà lược đồ của cơ quan cho phép',
      "matches none of the alternatives in the office's schema",
    ),
    'several-branches': say(
      'đúng với nhiều cách ghi, mà lược đồ của cơ quan chỉ cho một',
      "matches several alternatives in the office's schema, which allows only one",
    ),
  },
});
