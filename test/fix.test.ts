import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findFixes, fixSource } from '../src/fix.ts';
import { rules } from '../src/rules/index.ts';
import { parseText } from '../src/source/parse-text.ts';
import { inspectSource, validateSource } from '../src/validate.ts';

const options = { language: 'en' } as const;
const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

const fix = (text: string, file = 'form.yaml'): string =>
  fixSource(parseText(text, file), options).source.text ?? '';

/** A whole form around the tasks of area 1 of group II, indented by two. */
const formWith = (tasks: string) =>
  `form: bieu-so-2 # biểu\nversion: 1\nunit: A\ngroups:\n  I:\n    tasks: [Lãnh đạo]\n  II:\n    areas:\n    - title: B\n      tasks:\n${tasks.replace(/^(?=.)/gm, '      ')}  III:\n    tasks:\n    - text: C\n      complexity: 2\n`;

/** Fixes the tasks of an area, with the line endings of Unix and of Windows, which stay. */
function expectFixed(before: string, after: string) {
  expect(fix(formWith(before))).toBe(formWith(after));
  const windows = (text: string) => formWith(text).replaceAll('\n', '\r\n');
  expect(fix(windows(before))).toBe(windows(after));
}

test.each([
  ['a code moves', 'text: 1.1.1.Chủ trì', 'code: 1.1.1\n  text: Chủ trì'],
  [
    'a code moves out of quotes that it made needless, and a comment stays',
    'text: "1.1.1. Chủ trì" # xem lại',
    'code: 1.1.1\n  text: "Chủ trì" # xem lại',
  ],
  [
    'a code moves out of a literal block',
    'text: |\n    1.1.1. Chủ trì:\n    - một',
    'code: 1.1.1\n  text: |\n    Chủ trì:\n    - một',
  ],
  ['a code that is there already goes', 'code: 1.1.1\n  text: 1.1.1. Ab', 'code: 1.1.1\n  text: Ab'],
  ['another code stays', 'code: 1.1.1\n  text: 1.1.2. Ab', 'code: 1.1.1\n  text: 1.1.2. Ab'],
  ['a number that is printed goes', 'text: 1.1. Ab', 'text: Ab'],
  ['another number stays', 'text: 1.7. Ab', 'text: 1.7. Ab'],
  ['blanks', 'text: An,bình  và dân -xã hội', 'text: An, bình và dân - xã hội'],
  ['a blank that calls for quotes', 'text: Về:tổ chức', 'text: "Về: tổ chức"'],
  ['blanks in single quotes', "text: 'Của ''ai'' x,bình'", "text: 'Của ''ai'' x, bình'"],
  ['Eth', 'text: Ðảng bộ', 'text: Đảng bộ'],
  ['an unquoted colon', 'text: Về: tổ "A" # b', 'text: \'Về: tổ "A"\' # b'],
  ['an unquoted colon in a text of two lines', 'text: Việc\n    về: tổ', 'text: "Việc\n    về: tổ"'],
  ['a leading dash', 'text: - Chuyển', 'text: "- Chuyển"'],
  ['an asterisk', 'text: *Ghi chú', 'text: "*Ghi chú"'],
  ['an ampersand', 'text: &Anh chị', 'text: "&Anh chị"'],
  ['a colon at the end', 'text: Về:', 'text: "Về:"'],
  ['quotes in a text with a colon stay for people', 'text: "A" về: "B"', 'text: "A" về: "B"'],
  ['a tag', 'text: !Khẩn họp', 'text: "!Khẩn họp"'],
  ['text behind a bracket', 'text: [A] b', 'text: "[A] b"'],
  ['a colon without a blank', 'text:A', 'text: A'],
  ['a text without its key', 'Quản lý', 'text: Quản lý'],
  ['a text read as a map', 'Quản lý về: Tổ chức', 'text: "Quản lý về: Tổ chức"'],
  ['a text read as a list', 'text: [CẦN BỔ SUNG]', 'text: "[CẦN BỔ SUNG]"'],
  ['a text read as a number', 'text: 2026', 'text: "2026"'],
  ['a zero-width space', 'text: Quản\u200b lý', 'text: Quản lý'],
  ['a full stop behind a code', 'code: "1.1.1."\n  text: A', 'code: "1.1.1"\n  text: A'],
])('in a task: %s', (_, before, after) => {
  const task = (text: string) => `- ${text}\n  complexity: 3\n`;
  expectFixed(task(before), task(after));
});

test.each([
  [
    'what is left of a text gets the quotes that it needs',
    '- text: 1.1.1. “A” - [b]\n  complexity: 3\n- text: 1.1.2. [Dự kiến] họp\n  complexity: 3\n',
    '- code: 1.1.1\n  text: “A” - [b]\n  complexity: 3\n- text: 1.1.2. [Dự kiến] họp\n  complexity: 3\n',
  ],
  [
    'a run of numbers is counted anew, in its quotes',
    '- number: 1.2 # một\n  text: A\n  complexity: 3\n- number: "1.3"\n  text: B\n  complexity: 3\n- number: \'1.4\'\n  text: C\n  complexity: 3\n',
    '- number: 1.1 # một\n  text: A\n  complexity: 3\n- number: "1.2"\n  text: B\n  complexity: 3\n- number: \'1.3\'\n  text: C\n  complexity: 3\n',
  ],
  [
    'missing numbers are added',
    '- number: 1.1\n  text: A\n  complexity: 3\n- text: B\n  complexity: 3\n',
    '- number: 1.1\n  text: A\n  complexity: 3\n- number: 1.2\n  text: B\n  complexity: 3\n',
  ],
  ['a level in quotes', '- text: A\n  complexity: "3" # b\n', '- text: A\n  complexity: 3 # b\n'],
  ['a level in a list', '- text: A\n  complexity: [3]\n', '- text: A\n  complexity: 3\n'],
  ['several levels stay', '- text: A\n  complexity: [3, 4]\n', '- text: A\n  complexity: [3, 4]\n'],
  [
    'decomposed letters',
    '- text: Quản lý\n  complexity: 3\n'.normalize('NFD'),
    '- text: Quản lý\n  complexity: 3\n',
  ],
  [
    'a reserved character',
    '- text: "A"\n  complexity: 3\n- text: @b\n  complexity: 3\n',
    '- text: "A"\n  complexity: 3\n- text: "@b"\n  complexity: 3\n',
  ],
  [
    'what stands at an anchor, for every alias',
    '- text: &a Quản  lý, hồ sơ\n  complexity: 3\n- text: *a\n  complexity: "4"\n- &t { text: "D,e", complexity: "2" }\n- *t\n',
    '- text: &a Quản lý, hồ sơ\n  complexity: 3\n- text: *a\n  complexity: 4\n- &t { text: "D, e", complexity: 2 }\n- *t\n',
  ],
  [
    'a task in braces',
    '- { text: 1.1.1. Ab, complexity: "3" }\n',
    '- { code: 1.1.1, text: Ab, complexity: 3 }\n',
  ],
  ['a hidden blank in a key', '- text: A\n  complexity\u00a0: 3\n', '- text: A\n  complexity: 3\n'],
  [
    'codes of another area',
    '- code: 4.1.1\n  text: A\n  complexity: 3\n- code: 4.1.2\n  text: B\n  complexity: 3\n',
    '- code: 1.1.1\n  text: A\n  complexity: 3\n- code: 1.1.2\n  text: B\n  complexity: 3\n',
  ],
  [
    'codes of more than one area stay',
    '- code: 1.1.1\n  text: A\n  complexity: 3\n- code: 4.1.2\n  text: B\n  complexity: 3\n',
    '- code: 1.1.1\n  text: A\n  complexity: 3\n- code: 4.1.2\n  text: B\n  complexity: 3\n',
  ],
  ['a level is never chosen', '- text: A\n', '- text: A\n'],
  [
    'a number that an alias shares stays: it is right at one place at most',
    '- &t\n  number: 1\n  text: A\n  complexity: 3\n- *t\n',
    '- &t\n  number: 1\n  text: A\n  complexity: 3\n- *t\n',
  ],
  [
    'a code in a text that an alias shares stays',
    '- &t { text: 1.1.1. Ab, complexity: 3 }\n- *t\n',
    '- &t { text: 1.1.1. Ab, complexity: 3 }\n- *t\n',
  ],
  [
    'a code that would be an error in “code” stays; other fixes of its task are made',
    '- code: 1.1.1\n  text: A\n  complexity: 3\n- text: 4.1.2. Theo  dõi\n  complexity: "3"\n',
    '- code: 1.1.1\n  text: A\n  complexity: 3\n- text: 4.1.2. Theo dõi\n  complexity: 3\n',
  ],
])('%s', (_, before, after) => expectFixed(before, after));

test.each([
  ['"ii": { "title": "A,b" }', '"II": { "title": "A, b" }'],
  ['"text": "1.1.1. Ab\\ncd"', '"code": "1.1.1", "text": "Ab\\ncd"'],
  ['"number": 1.7, "text": "Ab"', '"number": 1.1, "text": "Ab"'],
  ['"complexity": "3"', '"complexity": 3'],
  ['"text": 7', '"text": "7"'],
])('JSON: %s', (before, after) => {
  const form = (part: string) =>
    part.startsWith('"ii"') || part.startsWith('"II"')
      ? `{ "form": "bieu-so-2", "groups": { ${part} } }`
      : `{"groups": {"II": {"areas": [{"tasks": [{ ${part} }]}]}}, "unit": "A"}`;
  expect(fix(form(before), 'form.json')).toBe(form(after));
});

test('tabs that indent become spaces where that can be read in one way only', () => {
  const body = (indent: string) =>
    formWith('')
      .replace(/^ +/gm, (spaces) => indent.repeat(spaces.length / 2))
      .replace('A\n', 'A\n# \t\n');
  const tabbed = body('\t').replace('      tasks:\n', '').replace('\t\t\ttasks:\n', '\t\t\ttasks: [D]\n');
  expect(fix(tabbed)).toBe(tabbed.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length)));
  // With a width of 4 the last key belongs to “groups”, with 8 to “II”.
  const unsure = 'form: bieu-so-2\ngroups:\n    II:\n        b: 1\n\ta: 2\n';
  expect(fix(unsure)).toBe(unsure);
});

test('an area that is numbered anew takes its tasks and codes along', () => {
  const area = (number: number) =>
    formWith(
      `- number: ${number}.1\n  code: ${number}.1.1\n  text: A\n  complexity: 3\n- number: ${number}.2\n  code: ${number}.1.2\n  text: D\n  complexity: 3\n`,
    ).replace('- title: B', `- number: ${number}\n      title: B`);
  expect(fix(area(4))).toBe(area(1));
});

describe('fixes of generated faults', () => {
  const slips = [
    '1.1.1. ',
    'Ð',
    'а',
    ' ,',
    ',',
    '  ',
    ': ',
    ' -',
    '\u200b',
    '"',
    "'",
    '\\',
    '#',
    '[',
    'ế'.normalize('NFD'),
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...slips), fc.constantFrom('việc', 'Quản lý ', 'hồ sơ', 'A ')), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => `x${parts.join('')}`.trim());
  const style = fc.constantFrom<(text: string) => string>(
    (content) => content,
    (content) => JSON.stringify(content),
    (content) => `'${content.replaceAll("'", "''")}'`,
    (content) => `|\n    ${content}`,
    (content) => `>-\n    ${content}\n    ${content}`,
  );
  const task = fc
    .tuple(text, style, fc.constantFrom('3', '"3"', '[4]'), fc.constantFrom('', '  number: 1.4\n'))
    .map(
      ([content, write, level, number]) =>
        `- text: ${write(content)}\n${number}  complexity: ${level} # mức\n`,
    );
  const form = fc.array(task, { minLength: 1, maxLength: 4 }).map((tasks) => formWith(tasks.join('')));

  it('come to an end, leave nothing that they could mend, and lose no comment', () => {
    fc.assert(
      fc.property(form, (before) => {
        const after = fix(before);
        expect(fix(after)).toBe(after);
        const source = parseText(after, 'form.yaml');
        expect(findFixes({ source, inspection: inspectSource(source, options) })).toEqual([]);
        const comments = (content: string) => content.match(/ # (?:mức|biểu)$/gm);
        expect(comments(after)).toEqual(comments(before));
      }),
      { numRuns: 150 },
    );
  });

  it('bring up no fault of shape or syntax, and change no letter of what was read well', () => {
    fc.assert(
      fc.property(form, (before) => {
        const source = parseText(before, 'form.yaml');
        fc.pre(source.value !== undefined);
        const after = parseText(fix(before), 'form.yaml');
        const letters = (value: unknown) =>
          JSON.stringify(value)
            .normalize('NFC')
            .replaceAll('Ð', 'Đ')
            .replaceAll('а', 'a')
            .replace(/"(?:code|number)":(?:"[^"]*"|[\d.]+),?|1\.1\.1\.|[^\p{L}]/gu, '');
        expect(letters(after.value)).toBe(letters(source.value));
        const { diagnostics } = validateSource(after, options).report;
        expect(diagnostics.filter(({ rule }) => ['syntax', 'form-shape'].includes(rule))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('the examples have nothing left to mend after one run', () => {
  const folder = new URL('../examples/errors/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const before = readFileSync(new URL(name, folder), 'utf8');
    const after = fix(before);
    expect(fix(after), name).toBe(after);
  }
});

describe('fixes of generated forms with numbers, codes and aliases', () => {
  const maybe = (lines: fc.Arbitrary<string>) => fc.option(lines, { nil: '' });
  const number = fc.constantFrom('1', '1.1', '1.2', '1.3', '2.1', '2.2', 'A', '"1.1."');
  const code = fc.constantFrom('1.1.1', '1.1.2', '1.2.1', '2.1.1', '4.1.1', '4.1.2', '"1.1.1."');
  const text = fc
    .tuple(
      maybe(code.map((head) => `${head.replaceAll('"', '')} `)),
      fc.constantFrom('Theo dõi', 'Soạn  thảo', 'Họp ,ghi', 'về: tổ chức', '[CẦN BỔ SUNG]', '2026'),
    )
    .map((parts) => parts.join(''));
  const task = fc
    .record({
      number: maybe(number.map((one) => `  number: ${one}\n`)),
      code: maybe(code.map((one) => `  code: ${one}\n`)),
      text: fc.oneof(
        { weight: 4, arbitrary: text },
        text.map((one) => JSON.stringify(one)),
      ),
      level: fc.constantFrom('  complexity: 3\n', '  complexity: "3"\n', '  complexity: [2]\n', ''),
    })
    .map((parts) => `\n${parts.number}${parts.code}  text: ${parts.text}\n${parts.level}`);
  const item = fc.oneof(
    { weight: 4, arbitrary: task.map((one) => ({ task: one, alias: false })) },
    task.map((one) => ({ task: one, alias: true })),
    text.map((one) => ({ task: ` ${one}\n`, alias: false })),
  );
  const tasks = fc
    .array(item, { minLength: 1, maxLength: 5 })
    .map((items) =>
      items.map((one, at) => (one.alias ? `- &a${at}${one.task}- *a${at}\n` : `-${one.task}`)).join(''),
    );
  const form = fc
    .tuple(tasks, maybe(fc.constantFrom('1', '2', '4').map((one) => `number: ${one}\n      `)))
    .map(([list, area]) => formWith(list).replace('- title: B', `- ${area}title: B`));

  const errorsOf = (content: string) => {
    const { raw } = inspectSource(parseText(content, 'form.yaml'), options);
    return raw.filter(({ rule }) => rulesById.get(rule)?.severity === 'error');
  };

  it('add no error to what could be read, and change nothing the second time', () => {
    fc.assert(
      fc.property(form, (before) => {
        const after = fix(before);
        expect(fix(after)).toBe(after);
        const old = errorsOf(before);
        // Syntax and shape hide what is in them: only there may errors come to light.
        if (old.some(({ rule }) => rule === 'syntax' || rule === 'form-shape')) return;
        const places = new Set(old.map(({ rule, path }) => `${rule} ${path.join('/')}`));
        const added = errorsOf(after).filter(({ rule, path }) => !places.has(`${rule} ${path.join('/')}`));
        expect(added).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
