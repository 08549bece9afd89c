import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/office-schema/compile-schema.ts';
import { idleKeywords } from '../../src/office-schema/schema-keywords.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { goodForm, makeWorld } from '../cli/run-main.ts';

const draft2020 = 'https://json-schema.org/draft/2020-12/schema';

/** What a schema for the texts of group II says of the good form, in both languages. */
async function findingsOf(schema: object, at = 'groups/II/tasks/0/text', version?: string) {
  const nested = at
    .split('/')
    .reverse()
    .reduce<object>(
      (inner, key) => (/^\d+$/.test(key) ? { items: inner } : { properties: { [key]: inner } }),
      schema,
    );
  const check = await compileSchema({ ...(version && { $schema: version }), ...nested });
  return (['vi', 'en'] as const).map((language) =>
    validateSource(parseText(goodForm, 'form.yaml'), { language, schema: check })
      .report.diagnostics.filter(({ rule }) => rule === 'office-schema')
      .map(({ message }) => message),
  );
}

const text = 'groups/II/tasks/0/text';
const level = 'groups/II/tasks/0/complexity';
const tasks = 'groups/II/tasks';
const task = 'groups/II/tasks/0';

describe('each keyword of JSON Schema is worded, in both languages', () => {
  it.each<[object, string, string, string, string?]>([
    [
      { minLength: 100 },
      text,
      'theo lược đồ của cơ quan, phải có ít nhất 100 ký tự',
      "the office's schema requires at least 100 characters",
    ],
    [
      { maxLength: 5 },
      text,
      'theo lược đồ của cơ quan, chỉ được có tối đa 5 ký tự',
      "the office's schema requires at most 5 characters",
    ],
    [
      { minItems: 2 },
      tasks,
      'theo lược đồ của cơ quan, phải có ít nhất 2 mục',
      "the office's schema requires at least 2 items",
    ],
    [
      { maxItems: 0 },
      tasks,
      'theo lược đồ của cơ quan, chỉ được có tối đa 0 mục',
      "the office's schema requires at most 0 items",
    ],
    [
      { unevaluatedItems: false },
      tasks,
      'theo lược đồ của cơ quan, chỉ được có tối đa 0 mục',
      "the office's schema requires at most 0 items",
      draft2020,
    ],
    [
      { minProperties: 9 },
      task,
      'theo lược đồ của cơ quan, phải có ít nhất 9 khóa',
      "the office's schema requires at least 9 keys",
    ],
    [
      { maxProperties: 1 },
      task,
      'theo lược đồ của cơ quan, chỉ được có tối đa 1 khóa',
      "the office's schema requires at most 1 key",
    ],
    [
      { minimum: 5 },
      level,
      'theo lược đồ của cơ quan, phải từ 5 trở lên',
      "the office's schema requires 5 or more",
    ],
    [
      { maximum: 3 },
      level,
      'theo lược đồ của cơ quan, phải từ 3 trở xuống',
      "the office's schema requires 3 or less",
    ],
    [
      { exclusiveMinimum: 4 },
      level,
      'theo lược đồ của cơ quan, phải lớn hơn 4',
      "the office's schema requires more than 4",
    ],
    [
      { exclusiveMaximum: 4 },
      level,
      'theo lược đồ của cơ quan, phải nhỏ hơn 4',
      "the office's schema requires less than 4",
    ],
    [
      { multipleOf: 3 },
      level,
      'theo lược đồ của cơ quan, phải là bội số của 3',
      "the office's schema requires a multiple of 3",
    ],
    [
      { contains: { type: 'string' } },
      tasks,
      'theo lược đồ của cơ quan, phải có ít nhất 1 mục theo yêu cầu riêng',
      "the office's schema requires at least 1 item of the kind it describes",
    ],
    [
      { type: ['array', 'integer'] },
      text,
      'theo lược đồ của cơ quan, phải là danh sách hoặc số nguyên',
      "the office's schema requires a list or a whole number",
    ],
    [
      { dependencies: { text: ['code'] } },
      task,
      'theo lược đồ của cơ quan, có khóa “text” thì phải có khóa “code”',
      "the office's schema requires the key “code” together with “text”",
    ],
    [
      { dependentRequired: { text: ['code'] } },
      task,
      'theo lược đồ của cơ quan, có khóa “text” thì phải có khóa “code”',
      "the office's schema requires the key “code” together with “text”",
      draft2020,
    ],
    [
      { propertyNames: { pattern: '^t' } },
      task,
      'lược đồ của cơ quan không cho khóa “complexity”',
      "the office's schema does not allow the key “complexity”",
    ],
    [
      { properties: { text: true }, unevaluatedProperties: false },
      task,
      'lược đồ của cơ quan không cho khóa “complexity”',
      "the office's schema does not allow the key “complexity”",
      draft2020,
    ],
    [
      { not: {} },
      text,
      'lược đồ của cơ quan không cho giá trị này',
      "the office's schema does not allow this value",
    ],
    [
      { properties: { complexity: false } },
      task,
      'lược đồ của cơ quan không cho giá trị này',
      "the office's schema does not allow this value",
    ],
    [
      { oneOf: [{}, {}] },
      text,
      'đúng với nhiều cách ghi, mà lược đồ của cơ quan chỉ cho một',
      "matches several alternatives in the office's schema, which allows only one",
    ],
  ])('%j at %s', async (schema, at, vi, en, version) => {
    expect(await findingsOf(schema, at, version)).toEqual([[vi], [en]]);
  });

  it('alternatives, none of which holds', async () => {
    const [vi, en] = await findingsOf({ anyOf: [{ minLength: 90 }, { maxLength: 1 }] });
    expect(vi).toContain('không đúng cách ghi nào mà lược đồ của cơ quan cho phép');
    expect(en).toContain("matches none of the alternatives in the office's schema");
  });

  it('items that are the same', async () => {
    const check = await compileSchema({ properties: { notes: { uniqueItems: true } } });
    const source = parseText('form: bieu-so-2\nnotes: [A, B, A]\n', 'form.yaml');
    const said = validateSource(source, { language: 'vi', schema: check }).report.diagnostics.map(
      ({ message }) => message,
    );
    expect(said).toContain('theo lược đồ của cơ quan, các mục phải khác nhau: mục 3 giống mục 1');
  });
});

describe('a schema that takes too long', () => {
  const slow = { pattern: '^(a+)+$' };
  const endless = `${'a'.repeat(50)}!`;

  it.each([
    [{ properties: { unit: slow } }, { unit: endless }],
    [{ patternProperties: { [slow.pattern]: false } }, { [endless]: 1 }],
    [{ additionalProperties: { propertyNames: slow } }, { a: { [endless]: 1 } }],
  ])('is given up, with the pattern that is at fault: %j', async (schema, value) => {
    const check = await compileSchema(schema, 500);
    expect(check({ unit: 'aaa' })).toEqual([]);
    for (let time = 0; time < 2; time++) {
      expect(() => check(value)).toThrow('the schema takes too long: pattern ^(a+)+$');
    }
  });

  it('without a pattern', async () => {
    const check = await compileSchema({ properties: { notes: { uniqueItems: true } } }, 500);
    const notes = Array.from({ length: 200_000 }, (_, a) => ({ a }));
    expect(() => check({ notes })).toThrow(/^the schema takes too long$/);
  });
});

describe('drafts of JSON Schema', () => {
  const draft = (name: string) => `http://json-schema.org/${name}/schema#`;

  it('reads draft-06 as draft-07', async () => {
    const [, en] = await findingsOf({ const: { a: 1 } }, text, draft('draft-06'));
    expect(en).toEqual([`the office's schema allows only: {"a":1}`]);
  });

  it('writes lists and maps among the allowed values as JSON, not at length', async () => {
    const [, en] = await findingsOf({ enum: [['a', 2], null, 'x', { long: 'y'.repeat(50) }] });
    expect(en).toEqual([`the office's schema allows only: ["a",2], null, x, {"long":"${'y'.repeat(31)}…`]);
  });

  it.each(['draft-03', 'draft-04', 'draft-99'])('refuses %s, and says what can be used', async (name) => {
    await expect(compileSchema({ $schema: draft(name) })).rejects.toThrow(
      `${draft(name)} is not supported, only draft-06, draft-07, 2019-09 and 2020-12`,
    );
  });
});

it('finds keywords without effect at any depth', () => {
  const schema = {
    properties: {
      title: { maxLenght: 3, 'x-note': 1, description: 'any' },
      format: { enum: [{ nonsense: 1 }] },
    },
    allOf: [{ not: { format: 'date' } }],
    $defs: { 'a/b': { items: [{ requierd: [] }] } },
  };
  expect(idleKeywords(schema)).toEqual([
    { keyword: 'maxLenght', pointer: '/properties/title/maxLenght', nearest: 'maxLength' },
    { keyword: 'format', pointer: '/allOf/0/not/format' },
    { keyword: 'requierd', pointer: '/$defs/a~1b/items/0/requierd', nearest: 'required' },
  ]);
});

it.each([
  [undefined, { contains: {}, minContains: 2 }, ['/minContains']],
  [
    undefined,
    { $dynamicRef: '#x', unevaluatedProperties: false },
    ['/$dynamicRef', '/unevaluatedProperties'],
  ],
  [draft2020, { contains: {}, minContains: 2, unevaluatedProperties: false, $dynamicRef: '#' }, []],
  [draft2020, { additionalItems: false }, ['/additionalItems']],
  [
    'https://json-schema.org/draft/2019-09/schema',
    { prefixItems: [{}], dependentRequired: {} },
    ['/prefixItems'],
  ],
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  [undefined, { properties: { unit: { then: { const: 1 } } } }, ['/properties/unit/then']],
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  [undefined, { if: {}, then: {}, else: {} }, []],
  [draft2020, { maxContains: 1 }, ['/maxContains']],
])('finds keywords of other drafts and without their companion: %s %j', (version, schema, expected) => {
  const found = idleKeywords({ ...(version && { $schema: version }), ...schema });
  expect(found.map(({ pointer }) => pointer)).toEqual(expected);
});

it('says on standard error which keywords have no effect', async () => {
  const { run } = makeWorld({
    'form.yaml': goodForm,
    'office.json': '{"properties":{"unit":{"maxLenght":1}}}',
  });
  const command = ['validate', '--schema', 'office.json', 'form.yaml', '--format', 'line'];
  expect(await run(command)).toMatchObject({
    code: 0,
    err: 'Note: the keyword “maxLenght” in “office.json” (/properties/unit/maxLenght) has no effect; did you mean “maxLength”?\n',
  });
});
