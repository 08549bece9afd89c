import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Path } from '../../src/diagnostics/finding.ts';
import { parsePlainYaml } from '../../src/source/parse-plain-yaml.ts';
import { parseYaml } from '../../src/source/parse-yaml.ts';
import { textSource } from '../../src/source/text-source.ts';

const examples = ['', 'errors/'].flatMap((folder) =>
  readdirSync(`examples/${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`examples/${folder}${name}`, 'utf8')),
);

/** Every construct that the short way takes, close together. */
const dense = `a:
  - b: 1
    c: |
      x

      y
  - d
  -
    e: "q"
  - f:
    - 1.10
    - g
b: |-
  z
c:
d: 's' # k
# l
e: -5
`;

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Whether the short way took the text; if it did, value, places and source texts must be the full parser's. */
function agrees(text: string): boolean {
  const plain = parsePlainYaml(text);
  if (!plain) return false;
  const { tree, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  expect(JSON.stringify(plain.value)).toBe(JSON.stringify(tree?.value));
  const short = textSource('form.yaml', text, plain, []);
  const full = textSource('form.yaml', text, tree, []);
  for (const path of pathsOf(plain.value)) {
    expect(short.scalarText(path)).toBe(full.scalarText(path));
    for (const at of ['key', 'value'] as const) {
      expect(short.locate({ path, at })).toEqual(full.locate({ path, at }));
    }
  }
  return true;
}

test('the reference form takes the short way, with LF and with CRLF', () => {
  const text = readFileSync('examples/bieu-so-2.yaml', 'utf8');
  expect(agrees(text)).toBe(true);
  expect(agrees(text.replaceAll('\n', '\r\n'))).toBe(true);
});

test.each([
  'a: [1, 2]\n',
  'a: &x 1\nb: *x\n',
  'a: !!str 1\n',
  'a: b: c\n',
  'a: "x\\n"\n',
  "a: 'it''s'\n",
  'a: >\n  x\n',
  'a: |2\n    x\n',
  'a: x\n  y\n',
  'a: 1\na: 2\n',
  'a:\tb\n',
  'a: 0x1F\n',
  '---\na: 1\n',
  '"a": 1\n',
  'a: đề án #2\n',
  'a: 1\n  b: 2\n',
  'a: - b\n',
  '? a\n: b\n',
])('%j is left to the full parser', (text) => {
  expect(parsePlainYaml(text)).toBeUndefined();
});

const pieces = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\n      ',
    '\r\n',
    '\r',
    '\t',
    '\u00a0',
    '\u0085',
    '\ufeff',
  ],
  ...[':', ': ', ' #', '# ', '#x', '-', '- ', '\n  - ', '"', "'", '|', '|-', '|+', '>', '\\', ',', '?', '? '],
  ...['[', ']', '{', '}', '&a ', '*a', '!', '%', '@', '`', '...', '---', '\n---\n', '<<: ', 'x: ', '\n# c\n'],
  ...[
    '1.10',
    '012',
    '+1',
    '.5',
    '5.',
    '1e3',
    '0x1F',
    '0o7',
    '.inf',
    '~',
    'null',
    'true',
    'é',
    'e\u0301',
    '😀',
  ],
];

test('agrees with the full parser on mutated forms', { timeout: 60_000 }, () => {
  const edit = fc.record({
    at: fc.noBias(fc.nat(1_000_000)),
    remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    insert: fc.constantFrom('', ...pieces),
  });
  const base = fc.oneof(
    { weight: 2, arbitrary: fc.constant(dense) },
    fc.constantFrom(...examples.map(shorten)),
  );
  let taken = 0;
  fc.assert(
    fc.property(base, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
      const mutated = edits.reduce((before, { at, remove, insert }) => {
        const offset = at % (before.length + 1);
        return before.slice(0, offset) + insert + before.slice(offset + remove);
      }, text);
      if (agrees(mutated)) taken++;
    }),
    { seed: 2, numRuns: 6000 },
  );
  // The property says nothing unless a good part goes the short way.
  expect(taken).toBeGreaterThan(500);
});

/** The first lines are enough to mutate. */
function shorten(text: string): string {
  return text.split('\n').slice(0, 24).join('\n');
}
