import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlainYaml } from '../../src/source/yaml/plain/parse-plain-yaml.ts';
import { scalarPieces, yamlPieces } from '../fuzz/pieces.ts';
import { agreesWithFullParser, plainConstructs } from './agrees-with-full-parser.ts';

const examples = ['', 'errors/'].flatMap((folder) =>
  readdirSync(`examples/${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`examples/${folder}${name}`, 'utf8')),
);

test('the reference form takes the short way, with LF and with CRLF', () => {
  const text = readFileSync('examples/bieu-so-2.yaml', 'utf8');
  expect(agreesWithFullParser(text)).toBe(true);
  expect(agreesWithFullParser(text.replaceAll('\n', '\r\n'))).toBe(true);
});

test.each([
  'a: "x\\n\\x41\\u0111\\U0001F600\\/\\ \\_"\n',
  'a: "x\\\n  y"\n',
  "a: 'it''s'\n",
  "a: 'x\n\n  y '\n",
  'a: x\n  y\n',
  '- x\n  y\n',
  'a: >\n  x\n  y\n\n  z\n',
  'a: >-\n  x\n   y\n  z',
  'a: |2\n    x\n',
  'a: |+\n  x\n\n\nb: 1\n',
  'a: |\n  x\n  \n# y\n',
  'a: [1, "x", y z]\n',
  'a: [b\n  c, d # e\n  ]\n',
  '{a: b\n  c\n\n  d, e: f}\n',
  '{\n  "a": ["b"]\n}\n',
  'a: {b: 1, c: [d, {}]}\n',
  'a:\n  - {\n      b: 1, # c\n    }\n',
  '---\na: 1\n...\n',
  '--- # x\na: 1\n',
  '"a": 1\n\'b\' : 2\n',
  'a: "x" # y\r\nb: c\r\n  d\r\n',
])('%j takes the short way', (text) => {
  expect(agreesWithFullParser(text)).toBe(true);
});

test.each([
  'a: [1, 2\n',
  'a: [1 2: 3]\n',
  'a: {b}\n',
  'a: [\n1]\n',
  '{a: b\n---\n}\n',
  'a: [b\n  c: d]\n',
  'a: [b # c\n  d]\n',
  'a: &x 1\nb: *x\n',
  'a: !!str 1\n',
  'a: b: c\n',
  'a: x\n  y: z\n',
  'a: x\n  # y\n  z\n',
  'a: "\\q"\n',
  'a: "\\UFFFFFFFF"\n',
  'a: "x\ny"\n',
  "a: 'x' y\n",
  'a: |x\n  y\n',
  'a: |\n   \n  y\n',
  'a: >\n',
  'a: 1\na: 2\n',
  'a: 1\n"a": 2\n',
  'a:\tb\n',
  'a: 0x1F\n',
  'a: 1\n---\nb: 1\n',
  'a: 1\n...\nb: 1\n',
  '--- a\n',
  '%YAML 1.2\n---\na: 1\n',
  'a: đề án #2\n',
  'a: 1\n  b: 2\n',
  'a: - b\n',
  '? a\n: b\n',
  '<<: 1\n',
  'a:\n  x\n  - y\n',
])('%j is left to the full parser', (text) => {
  expect(parsePlainYaml(text)).toBeUndefined();
});

const pieces = [
  ...yamlPieces,
  ...scalarPieces,
  "''",
  '\\n',
  ', ',
  '\u00a0',
  '\u0085',
  '\ufeff',
  'e\u0301',
  '😀',
];

test('agrees with the full parser on mutated forms', { timeout: 60_000 }, () => {
  const edit = fc.record({
    at: fc.noBias(fc.nat(1_000_000)),
    remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    insert: fc.constantFrom('', ...pieces),
  });
  const base = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...plainConstructs) },
    fc.constantFrom(...examples.map(shorten)),
  );
  let taken = 0;
  fc.assert(
    fc.property(base, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
      const mutated = edits.reduce((before, { at, remove, insert }) => {
        const offset = at % (before.length + 1);
        return before.slice(0, offset) + insert + before.slice(offset + remove);
      }, text);
      if (agreesWithFullParser(mutated)) taken++;
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
