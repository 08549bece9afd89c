import type { Facts } from '../diagnostics/finding.ts';
import { valueAt } from '../diagnostics/plain-value.ts';
import { defineRule, say, wording } from './rule.ts';

const kinds: Readonly<Record<string, { vi: string; en: string }>> = {
  text: { vi: 'văn bản', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  boolean: { vi: 'giá trị đúng/sai', en: 'true or false' },
  list: { vi: 'danh sách', en: 'a list' },
  map: { vi: 'các cặp “khóa: giá trị”', en: 'a map of keys' },
  nothing: { vi: 'giá trị trống', en: 'nothing' },
};
const found = (facts: Facts) =>
  kinds[String(facts.found)] ?? { vi: String(facts.found), en: String(facts.found) };

/** Found while decoding a form. */
/** What a misplaced key belongs to. */
const ownerNames: typeof kinds = {
  form: { vi: 'cấp ngoài cùng', en: 'the top level' },
  groups: { vi: '“groups”', en: '“groups”' },
  group: { vi: 'nhóm', en: 'a group' },
  section: { vi: 'chức vụ hoặc mảng công việc', en: 'a position or an area' },
  task: { vi: 'công việc', en: 'a task' },
  signatures: { vi: '“signatures”', en: '“signatures”' },
  signatory: { vi: 'người lập biểu hoặc người ký', en: 'a signatory' },
};

export const formShape = defineRule({
  id: 'form-shape',
  severity: 'error',
  summary: {
    vi: 'Các khóa và kiểu giá trị đúng định dạng của biểu',
    en: 'Keys and types of values follow the form format',
  },
  explanation: {
    vi: 'Tệp biểu có các khóa form, version, parentUnit, unit, groups, signatures, notes (và $schema cho trình soạn thảo). Khóa lạ, khóa thiếu và giá trị sai kiểu đều là lỗi, mỗi lỗi được báo một lần tại chỗ của nó; khóa gõ nhầm được gợi ý khóa gần nhất.\n\nYAML đôi khi hiểu khác ý người viết: “- Quản lý về: Tổ chức” thành cặp “khóa: giá trị”, “[CẦN BỔ SUNG]” thành danh sách. Văn bản như vậy phải đặt trong ngoặc kép. Xem toàn bộ định dạng bằng “bieu2 schema form”.',
    en: 'A form file has the keys form, version, parentUnit, unit, groups, signatures, notes (and $schema for editors). Unknown keys, missing keys and values of the wrong type are errors, each reported once in its place; for a misspelt key the nearest known one is suggested.\n\nYAML sometimes reads something other than what was meant: “- Quản lý về: Tổ chức” is a map, “[CẦN BỔ SUNG]” a list. Put such texts in quotes. “bieu2 schema form” prints the whole format.',
  },
  example: {
    bad: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n  ghichu: theo quý\n',
    good: '- text: Quản lý hồ sơ đảng viên (theo quý)\n  complexity: 3\n',
  },
  messages: {
    'not-a-form': {
      text: (facts) =>
        facts.found === 'map'
          ? { vi: 'tệp không có khóa nào của biểu', en: 'the file has none of the keys of a form' }
          : {
              vi: `tệp không phải biểu: cần các khóa “form”, “unit”, “groups”, đang là ${found(facts).vi}`,
              en: `the file is not a form: expected the keys “form”, “unit”, “groups”, found ${found(facts).en}`,
            },
      hint: wording('Tạo biểu mới bằng “bieu2 init”.', 'Start a form with “bieu2 init”.'),
    },
    'missing-key': {
      text: wording('thiếu khóa “{key}”', 'the key “{key}” is missing'),
      hint: ({ key }) => {
        const line = { form: 'form: bieu-so-2', version: 'version: 1' }[String(key)] ?? `${key}: …`;
        return { vi: `Thêm “${line}”.`, en: `Add “${line}”.` };
      },
      // Of the required keys, only the unit can be missing on paper.
      inWord: {
        text: ({ key }) =>
          key === 'unit'
            ? { vi: 'thiếu tên đơn vị báo cáo', en: 'the name of the unit is missing' }
            : { vi: `thiếu “${key}”`, en: `“${key}” is missing` },
        hint: wording(
          'Ghi tên đơn vị sau “Đơn vị báo cáo:” ở đầu biểu.',
          'Write the name of the unit after “Đơn vị báo cáo:” at the top of the form.',
        ),
      },
    },
    'misspelt-key': say(
      'không có khóa “{key}” → Có phải “{nearest}”?',
      'unknown key “{key}” → Did you mean “{nearest}”?',
    ),
    'hidden-space-in-key': say(
      'khóa “{nearest}” có dấu cách hoặc ký tự ẩn bên trong → Xóa và gõ lại “{nearest}:”.',
      'the key “{nearest}” contains a space or an invisible character → Delete it and retype “{nearest}:”.',
    ),
    'curly-quotes-in-key': say(
      'khóa “{nearest}” nằm trong ngoặc kép cong của Word → Bỏ dấu ngoặc kép: “{nearest}:”.',
      'the key “{nearest}” is in curly quotes, as typed by Word → Remove the quotes: “{nearest}:”.',
    ),
    'curly-quotes': say(
      'giá trị của “{key}” nằm trong ngoặc kép cong của Word → Bỏ dấu ngoặc kép: “{key}: {inner}”.',
      'the value of “{key}” is in curly quotes, as typed by Word → Remove the quotes: “{key}: {inner}”.',
    ),
    'unknown-key': say(
      'không có khóa “{key}” → Các khóa dùng được ở đây: {known}.',
      'unknown key “{key}” → Keys allowed here: {known}.',
    ),
    'misplaced-key': {
      text: ({ key, owner }) => ({
        vi: `khóa “${key}” nằm sai cấp: đây là khóa của ${ownerNames[String(owner)]?.vi}`,
        en: `the key “${key}” is at the wrong level: it belongs to ${ownerNames[String(owner)]?.en}`,
      }),
      hint: wording(
        'Thụt dòng này thẳng hàng với các khóa cùng cấp của nó; cấu trúc của biểu được kiểm tra sau khi sửa.',
        'Indent the line like its siblings there; the structure of the form is checked once this is fixed.',
      ),
    },
    'unknown-form': {
      text: ({ written }) => ({
        vi: written ? `không có loại biểu ${written}` : 'khóa “form” để trống',
        en: written ? `unknown form ${written}` : 'the key “form” is empty',
      }),
      hint: wording('Ghi “form: bieu-so-2”.', 'Write “form: bieu-so-2”.'),
    },
    'unknown-version': {
      text: ({ written }) => ({
        vi: written ? `không có phiên bản ${written} của định dạng` : 'khóa “version” để trống',
        en: written ? `unknown version ${written} of the format` : 'the key “version” is empty',
      }),
      hint: wording('Ghi “version: 1”.', 'Write “version: 1”.'),
    },
    'several-contents': {
      ...say(
        'nhóm chỉ được có một trong “positions”, “areas”, “tasks” → Gộp về một loại, hoặc chuyển phần còn lại sang nhóm khác.',
        'a group can have only one of “positions”, “areas”, “tasks” → Keep one kind; move the rest to another group.',
      ),
      inWord: say(
        'nhóm chỉ được chia theo một cách: chức vụ, mảng công việc, hoặc công việc không chia → Đưa công việc đứng riêng vào một mảng, hoặc chuyển phần khác loại sang nhóm khác.',
        'a group consists of positions, of areas or of tasks, not of several kinds → Put tasks without an area into one; move what is of another kind to another group.',
      ),
    },
    'expected-list': {
      text: (facts) => ({
        vi: `“${facts.key}” phải là danh sách, đang là ${found(facts).vi}`,
        en: `“${facts.key}” must be a list, found ${found(facts).en}`,
      }),
      hint: wording(
        'Ghi mỗi mục trên một dòng bắt đầu bằng “- ”.',
        'Write each item on a line that begins with “- ”.',
      ),
    },
    'expected-map': {
      text: (facts) => ({
        vi: `cần các cặp “khóa: giá trị”, đang là ${found(facts).vi}`,
        en: `expected a map of keys, found ${found(facts).en}`,
      }),
      hint: wording(
        'Ghi các khóa thụt vào bên dưới, mỗi khóa một dòng.',
        'Write the keys below, indented, one per line.',
      ),
    },
    'empty-item': say(
      'mục công việc để trống → Ghi công việc vào sau “- ”, hoặc xóa mục này.',
      'the list item is empty → Write the task after “- ”, or remove the item.',
    ),
    'text-is-map': say(
      'cần văn bản, nhưng “{text}: …” bị hiểu là khóa → Đặt cả văn bản trong ngoặc kép: "{text}: …"',
      'expected text, but “{text}: …” is read as a key → Put the whole text in quotes: "{text}: …"',
    ),
    'text-is-list': say(
      'cần văn bản, nhưng [{text}] bị hiểu là danh sách → Đặt cả văn bản trong ngoặc kép, hoặc ghi nội dung thật.',
      'expected text, but [{text}] is read as a list → Put the whole text in quotes, or write the real content.',
    ),
    'text-is-scalar': {
      text: (facts) => ({
        vi: `cần văn bản, đang là ${found(facts).vi}${facts.written ? ` (${facts.written})` : ''}`,
        en: `expected text, found ${found(facts).en}${facts.written ? ` (${facts.written})` : ''}`,
      }),
      hint: ({ written }) =>
        written
          ? { vi: `Đặt trong ngoặc kép: "${written}"`, en: `Put it in quotes: "${written}"` }
          : { vi: 'Ghi văn bản, hoặc bỏ khóa này.', en: 'Write the text, or remove the key.' },
    },
  },
  fix: {
    summary: {
      vi: 'Bỏ dấu cách ẩn trong khóa; bỏ ngoặc kép cong của Word quanh khóa, quanh giá trị của form và version; đặt trong ngoặc kép văn bản mà YAML hiểu thành khóa, danh sách hoặc số; viết version: "1" thành version: 1. Khóa lạ cần người xem lại.',
      en: 'Removes hidden spaces from keys; removes the curly quotes of Word around keys and the values of form and version; puts texts that YAML reads as keys, lists or numbers in quotes; writes version: "1" as version: 1. Unknown keys need a person.',
    },
    changes: ({ message, path, at, facts }, { value }) => {
      switch (message) {
        case 'curly-quotes':
          return [{ kind: 'set', path, value: facts?.key === 'version' ? 1 : String(facts?.inner) }];
        case 'curly-quotes-in-key':
        case 'hidden-space-in-key':
          return [{ kind: 'rename', path, key: String(facts?.nearest) }];
        case 'text-is-map':
          return [at === 'key' ? { kind: 'quote-pair', path, under: 'text' } : { kind: 'quote', path }];
        case 'text-is-list':
        case 'text-is-scalar':
          return [{ kind: 'quote', path }];
        case 'unknown-version':
          return valueAt(value, path) === '1' ? [{ kind: 'set', path, value: 1 }] : [];
        default:
          return [];
      }
    },
  },
  offer: ({ message, path, facts }) =>
    message === 'misspelt-key' ? [{ kind: 'rename', path, key: String(facts?.nearest) }] : [],
});
