import type { Rule } from './rule.ts';

/** What a further JSON Schema of the office's own demands (`--schema`); found by `compileSchema`. */
export const officeSchema: Rule = {
  id: 'office-schema',
  severity: 'error',
  summary: {
    vi: 'Đúng lược đồ riêng của cơ quan (--schema)',
    en: "The office's own schema holds (--schema)",
  },
  explanation: {
    vi: 'Cơ quan có thể đặt thêm yêu cầu bằng một lược đồ JSON riêng: “bieu2 validate --schema co-quan.json”. Lược đồ được kiểm tra trên giá trị của tệp biểu, sau định dạng chung; lỗi được chỉ đúng chỗ như mọi lỗi khác.\n\nTừ khóa “errorMessage” trong lược đồ thay cho câu báo lỗi chung.',
    en: 'An office can ask for more with a JSON Schema of its own: “bieu2 validate --schema office.json”. It is held against the value of the form file, beside the common format; its findings have places like all others.\n\nThe keyword “errorMessage” in the schema replaces the general sentence.',
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
        en: `the key “${key}” is missing, says the office's schema`,
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
    other: {
      text: ({ reason }) => ({
        vi: `không đúng lược đồ của cơ quan: ${reason}`,
        en: `the office's schema does not hold: ${reason}`,
      }),
    },
  },
};
