import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formFile } from '../../src/form/form-file.ts';
import { formKeys } from '../../src/form/form-keys.ts';
import { formShape } from '../../src/generated/form-shape.js';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';

/** What may stand anywhere by mistake. */
const slip = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    0,
    1,
    3,
    3.5,
    6,
    -1,
    '',
    ' ',
    '3',
    'Quản lý hồ sơ',
    '1.1',
    '1.1.1',
    '2026-11-24',
    '2026-02-30',
  ],
  ...[[], {}, [3], [3, 4], ['a'], { a: 1 }, { text: 'a' }, { text: 'a', complexity: 3 }, [{ text: 'a' }]],
  ...[{ title: 'a', tasks: ['b'] }, [{ title: 'a', tasks: [{ text: 'b', complexity: 2 }] }]],
);
const text = fc.constantFrom('Quản lý hồ sơ', 'Soạn thảo báo cáo', 'Tiếp nhận văn bản');
const list = (item: fc.Arbitrary<unknown>) => fc.array(item, { minLength: 1, maxLength: 2 });
const optional = { requiredKeys: [] };
const level = fc.integer({ min: 1, max: 5 });

const graded = fc.oneof(fc.record({ text, complexity: level }), fc.record({ text, unrated: text }));
const duty = fc.oneof(text, fc.record({ text, complexity: level }, { requiredKeys: ['text'] }), graded);
const sections = (item: fc.Arbitrary<unknown>) => list(fc.record({ title: text, tasks: list(item) }));
const group = (item: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.record({ title: text, tasks: list(item) }),
    fc.record({ title: text, areas: sections(item) }),
    fc.record({ title: text, positions: sections(item) }),
  );
const signatory = fc.record({ title: text, name: text }, optional);

const rightForm = fc.record(
  {
    $schema: fc.constant('form.schema.json'),
    form: fc.constant('bieu-so-2'),
    version: fc.constant(1),
    parentUnit: text,
    unit: text,
    groups: fc.record(
      { I: group(duty), II: group(graded), III: group(graded), IV: group(graded) },
      { requiredKeys: ['I', 'II', 'III'] },
    ),
    signatures: fc.record(
      { preparedBy: signatory, approvedBy: signatory, place: text, date: fc.constant('2026-11-24') },
      optional,
    ),
    notes: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['form', 'version', 'unit', 'groups'] },
);

/** Keys of the form beside ones that are misspelt or unknown; not `__proto__`, which zod overlooks. */
const anyKey = fc.constantFrom(
  ...[
    ...Object.values(formKeys).flat(),
    'ghi chu',
    'txt',
    'Complexity',
    'tasks ',

    'IV',
    'V',
    'i',
  ],
);

/** Replaces a value by a slip, removes it, or sets a key beside it. */
const edit = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('replace', 'remove', 'set'),
  key: anyKey,
  slip,
});

function* placesIn(node: unknown): Generator<[object, string]> {
  if (typeof node !== 'object' || node === null) return;
  for (const key of Object.keys(node)) {
    yield [node, key];
    yield* placesIn(Reflect.get(node, key));
  }
}

const anyForm = fc.tuple(rightForm, fc.array(edit, { maxLength: 3 })).map(([right, edits]) => {
  const form = structuredClone(right);
  for (const { at, what, key, slip } of edits) {
    const places = [...placesIn(form)];
    const [parent, own] = places[at % places.length] ?? [form, key];
    if (what === 'replace') Reflect.set(parent, own, structuredClone(slip));
    else if (Array.isArray(parent)) parent.splice(Number(own), 1);
    else if (what === 'remove') Reflect.deleteProperty(parent, own);
    else
      Object.defineProperty(parent, key, {
        value: structuredClone(slip),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return form;
});

const exampleOf = (file: string) =>
  parseText(readFileSync(new URL(`../../examples/${file}`, import.meta.url)), file).value;

const errorsIn = (value: unknown) => {
  const source = parseText(JSON.stringify(value), 'form.json');
  const { report } = validateSource(source, { language: 'en' });
  return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
};

describe('the schema that the program runs', () => {
  it.each(['bieu-so-2.yaml', 'bieu-so-2.json'])('accepts %s', (file) => {
    expect(formShape(exampleOf(file))).toBe(true);
  });

  it('judges as the definition does', () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(anyForm, (value) => {
        const isAccepted = formFile.safeParse(value).success;
        verdicts[isAccepted ? 'accepted' : 'refused']++;
        expect(formShape(value)).toBe(isAccepted);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(30);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['an empty map', {}],
    ['a text', 'bieu-so-2'],
  ])('judges %s as the definition does', (_, value) => {
    expect(formShape(value)).toBe(formFile.safeParse(value).success);
  });
});

/**
 * Where the program knows better than the schema, or is kinder. Published is what editors can check; the rules
 * know the whole form.
 */
const stricter = ['numbering', 'code-sequence', 'invalid-date', 'groups-present', 'empty-text'];

describe('the findings of the program', () => {
  it('include an error wherever the schema has one', () => {
    fc.assert(
      fc.property(anyForm, (value) => {
        if (!formShape(value)) expect([value, errorsIn(value)]).not.toEqual([value, []]);
      }),
      { numRuns: 1500 },
    );
  });

  it('include no error in a form that the schema accepts, but those that only a rule can know', () => {
    fc.assert(
      fc.property(anyForm, (value) => {
        if (formShape(value)) expect(errorsIn(value).filter((rule) => !stricter.includes(rule))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the keys of a form file', () => {
  /** The keys of every object of the schema that has a fixed set of them. */
  const schema = JSON.parse(readFileSync(new URL('../../schemas/form.schema.json', import.meta.url), 'utf8'));
  const keySets = (node: unknown): string[][] => {
    if (typeof node !== 'object' || node === null) return [];
    const own =
      'properties' in node && 'additionalProperties' in node && node.additionalProperties === false
        ? [Object.keys(Object(node.properties)).sort()]
        : [];
    return [...own, ...Object.values(node).flatMap(keySets)];
  };
  const names = (sets: readonly (readonly string[])[]) =>
    [...new Set(sets.map((keys) => [...keys].sort().join(' ')))].sort();

  it('are those of the definition', () => {
    const { task, ...others } = formKeys;
    const duty = task.filter((key) => key !== 'number');
    expect(names([...Object.values(others), task, duty])).toEqual(names(keySets(schema)));
  });
});

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/form.schema.json', import.meta.url), 'utf8'));

  it('has a name of its own, and a title and a description in Vietnamese for every key', () => {
    expect(schema.$id).toBe('urn:bieu2:form:1');
    const untold: string[] = [];
    const walk = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, property] of Object.entries(Object('properties' in node ? node.properties : {}))) {
        const { $ref, ...own } = Object(property);
        const named = $ref === undefined ? own : schema.definitions[$ref.replace('#/definitions/', '')];
        if (typeof named.title !== 'string' || typeof named.description !== 'string')
          untold.push(`${path}/${key}`);
      }
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(schema, '');
    expect(untold).toEqual([]);
  });

  const folder = new URL('../fixtures/err/', import.meta.url);
  const faulty = readdirSync(folder).filter((file) => /\.(?:yaml|json)$/.test(file));
  /** What JSON Schema cannot express: order and sums, the calendar, sentences, comments, and text that is no form yet. */
  const beyond = [
    'syntax',
    'numbering',
    'code-sequence',
    'invalid-date',
    'legacy-encoding',
    'control-characters',
    'office-schema',
    'groups-present',
  ];

  it.each(faulty)('refuses %s where the tool does', (file) => {
    const source = parseText(readFileSync(new URL(file, folder)), file);
    if (source.value === undefined) return;
    const { diagnostics } = validateSource(source, { language: 'vi' }).report;
    const errors = diagnostics.filter(({ severity, rule }) => severity === 'error' && !beyond.includes(rule));
    if (errors.length > 0) expect(formShape(source.value)).toBe(false);
  });
});
