import { enCount, enNumber, viNumber } from '../diagnostics/format-number.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { defineRule } from './rule.ts';

/** What the keywords of JSON Schema that set a limit require. */
const limits: Readonly<Record<string, (limit: unknown) => Wording>> = {
  minLength: (limit) => ({
    vi: `phải có ít nhất ${viNumber(limit)} ký tự`,
    en: `at least ${enCount(limit, 'character')}`,
  }),
  maxLength: (limit) => ({
    vi: `chỉ được có tối đa ${viNumber(limit)} ký tự`,
    en: `at most ${enCount(limit, 'character')}`,
  }),
  minItems: (limit) => ({
    vi: `phải có ít nhất ${viNumber(limit)} mục`,
    en: `at least ${enCount(limit, 'item')}`,
  }),
  maxItems: (limit) => ({
    vi: `chỉ được có tối đa ${viNumber(limit)} mục`,
    en: `at most ${enCount(limit, 'item')}`,
  }),
  minProperties: (limit) => ({
    vi: `phải có ít nhất ${viNumber(limit)} khóa`,
    en: `at least ${enCount(limit, 'key')}`,
  }),
  maxProperties: (limit) => ({
    vi: `chỉ được có tối đa ${viNumber(limit)} khóa`,
    en: `at most ${enCount(limit, 'key')}`,
  }),
  minimum: (limit) => ({
    vi: `phải từ ${viNumber(limit)} trở lên`,
    en: `${enNumber(limit)} or more`,
  }),
  maximum: (limit) => ({
    vi: `phải từ ${viNumber(limit)} trở xuống`,
    en: `${enNumber(limit)} or less`,
  }),
  exclusiveMinimum: (limit) => ({
    vi: `phải lớn hơn ${viNumber(limit)}`,
    en: `more than ${enNumber(limit)}`,
  }),
  exclusiveMaximum: (limit) => ({
    vi: `phải nhỏ hơn ${viNumber(limit)}`,
    en: `less than ${enNumber(limit)}`,
  }),
  multipleOf: (limit) => ({
    vi: `phải là bội số của ${viNumber(limit)}`,
    en: `a multiple of ${enNumber(limit)}`,
  }),
  contains: (limit) => ({
    vi: `phải có ít nhất ${viNumber(limit)} mục theo yêu cầu riêng`,
    en: `at least ${enCount(limit, 'item')} of the kind it describes`,
  }),
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
    custom: { text: ({ text }) => ({ vi: String(text), en: String(text) }) },
    required: {
      text: ({ key }) => ({
        vi: `thiếu khóa “${key}” theo lược đồ của cơ quan`,
        en: `the office's schema requires the key “${key}”`,
      }),
    },
    additional: {
      text: ({ key }) => ({
        vi: `lược đồ của cơ quan không cho khóa “${key}”`,
        en: `the office's schema does not allow the key “${key}”`,
      }),
    },
    choice: {
      text: ({ allowed }) => ({
        vi: `lược đồ của cơ quan chỉ cho: ${allowed}`,
        en: `the office's schema allows only: ${allowed}`,
      }),
    },
    pattern: {
      text: ({ pattern }) => ({
        vi: `không khớp mẫu ${pattern} của lược đồ cơ quan`,
        en: `does not match the pattern ${pattern} of the office's schema`,
      }),
    },
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
      text: ({ keyword, limit }) => {
        const wanted = limits[String(keyword)]?.(limit);
        return {
          vi: `theo lược đồ của cơ quan, ${wanted?.vi ?? `${keyword}: ${limit}`}`,
          en: `the office's schema requires ${wanted?.en ?? `${keyword}: ${limit}`}`,
        };
      },
    },
    dependency: {
      text: ({ key, needed }) => ({
        vi: `theo lược đồ của cơ quan, có khóa “${key}” thì phải có khóa “${needed}”`,
        en: `the office's schema requires the key “${needed}” together with “${key}”`,
      }),
    },
    'repeated-item': {
      text: ({ first, second }) => ({
        vi: `theo lược đồ của cơ quan, các mục phải khác nhau: mục ${second} giống mục ${first}`,
        en: `the office's schema requires different items: item ${second} is the same as item ${first}`,
      }),
    },
    forbidden: {
      text: () => ({
        vi: 'lược đồ của cơ quan không cho giá trị này',
        en: "the office's schema does not allow this value",
      }),
    },
    'no-branch': {
      text: () => ({
        vi: 'không đúng cách ghi nào mà lược đồ của cơ quan cho phép',
        en: "matches none of the alternatives in the office's schema",
      }),
    },
    'several-branches': {
      text: () => ({
        vi: 'đúng với nhiều cách ghi, mà lược đồ của cơ quan chỉ cho một',
        en: "matches several alternatives in the office's schema, which allows only one",
      }),
    },
  },
});
