import { readFileSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { expect, it } from 'vitest';
import { Composer, Parser } from 'yaml';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';

/** Inputs that raise each error of the `yaml` package. */
const raising: Readonly<Record<string, readonly string[]>> = {
  ALIAS_PROPS: ['a: &x *y', 'a: !t *y'],
  BAD_ALIAS: ['a: *', 'a: &', 'a: *b:'],
  BAD_DIRECTIVE: ['%FOO\n---\na: 1', '%YAML\n---\na: 1', '%TAG !\n---\na: 1', '%YAML 3\n---\na'],
  BAD_DQ_ESCAPE: ['a: "\\q"', 'a: "\\x1"', 'a: "\\U99999999"'],
  BAD_INDENT: ['a:\n  b: 1\n c: 2', 'a: [b', '- - a\n - b\n- c', 'a: "b\nc"', 'a: |\n    \n  b', 'a: >2\n b'],
  BAD_PROP_ORDER: ['&x - a', '!t ? a', 'a:\n  &x - b'],
  BAD_SCALAR_START: ['a: @b', 'a: `b', '- %b'],
  BLOCK_AS_IMPLICIT_KEY: ['a: b: c', 'a: - b: c', 'a: "b": c'],
  BLOCK_IN_FLOW: ['a: [ - b ]', 'a: [\n  - b\n  ]', 'a: { b:\n    - c }'],
  DUPLICATE_KEY: ['a: 1\na: 2'],
  KEY_OVER_1024_CHARS: [`${'x'.repeat(1100)}: 1`, `[${'x'.repeat(1100)}: 1]`, `? a\n${'y '.repeat(700)}: 1`],
  MISSING_CHAR: [
    'a: [b c: d e]',
    'a: {b c d}',
    '{a: 1',
    "a: 'b",
    'a: "b',
    'a: b\n c\nd',
    'a: "b"c',
    '-a\n- b',
    'a: [b]c: 1',
    '%YAML 1.2\na: 1',
  ],
  MULTILINE_IMPLICIT_KEY: ['a\nb: 1', '"a\nb": 1', '[a,\nb]: 1', 'a: [b\nc: d]'],
  MULTIPLE_ANCHORS: ['a: &x &y b', '- &x &y b'],
  MULTIPLE_DOCS: ['a: 1\n---\nb: 2', '--- a\n--- b'],
  MULTIPLE_TAGS: ['a: !x !y b', '!!str &a !!str b: 1'],
  NON_STRING_KEY: ['[a]: 1', '{a: 1}: b', '? [a]\n: 1'],
  TAB_AS_INDENT: ['a:\n\t- b', '\ta: 1', 'a:\n  b: 1\n\tc: 2'],
  TAG_RESOLVE_FAILED: ['a: !<b', 'a: !x!y b', 'a: !!int x', '- !'],
  UNEXPECTED_TOKEN: [
    'a: ]',
    'a: }',
    '- a\nb: 1',
    'a: |x\n b',
    'a: *b c',
    'a: [a,,b]',
    '[',
    '? - a\n  b',
    'a: b\n- c',
    '--- |x',
  ],
};

/** Errors that need a parser with other settings, or a bug in it. */
const outOfReach = ['BAD_COLLECTION_TYPE', 'IMPOSSIBLE', 'RESOURCE_EXHAUSTION'];

/** Words that Vietnamese does not have; those in quotes and names of directives are the author's. */
const englishWords =
  /\b(?:the|is|are|be|must|cannot|not|of|or|and|with|within|without|keys?|values?|expected|unexpected|maps?|mappings?|implicit|needs?|closing|missing|found|tokens?|same|line|should|start|column|allowed|items?|collections?|sequences?|block|flow|alias|anchor|tags?|characters?|invalid|plain|node|end|single|quoted?|escape|property|properties|required|additional|schema|failed|error|at)\b/i;
const withoutQuoted = (text: string) => text.replace(/“[^”]*”|"[^"\n]*"|'[^'\n]*'|%\w+/g, '');

const sentencesOf = (text: string, file: string, language: 'vi' | 'en' = 'vi') =>
  validateSource(parseText(text, file), { language }).report.diagnostics.map(
    ({ message, hint = '' }) => `${message}. ${hint}`,
  );

const cases = Object.entries(raising).flatMap(([code, texts]) => texts.map((text) => ({ code, text })));

it('every error of the YAML parser has inputs here', () => {
  const types = readFileSync(new URL('../../node_modules/yaml/dist/errors.d.ts', import.meta.url), 'utf8');
  const [, union = ''] = /type ErrorCode = (.*);/.exec(types) ?? [];
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in raising) && !outOfReach.includes(code))).toEqual([]);
});

it.each(
  Object.keys(raising).filter((code) => !['DUPLICATE_KEY', 'NON_STRING_KEY', 'MULTIPLE_DOCS'].includes(code)),
)('%s is raised by one of its inputs', (code) => {
  const codes = raising[code]?.flatMap((text) => {
    const documents = new Composer({ uniqueKeys: false, resolveKnownTags: false, version: '1.2' }).compose(
      new Parser().parse(text),
      true,
      text.length,
    );
    return [...documents].flatMap(({ errors, warnings }) => [...errors, ...warnings].map((one) => one.code));
  });
  expect(codes).toContain(code);
});

it.each(cases)('$code is worded in Vietnamese: $text', ({ text }) => {
  const found = sentencesOf(text, 'form.yaml');
  expect(found).not.toEqual([]);
  for (const sentence of found) expect(withoutQuoted(sentence)).not.toMatch(englishWords);
});

it('every error of the JSON parser is worded in Vietnamese', () => {
  const texts = [
    '{"a": tru}',
    '{"a" 1}',
    '{"a": 1 "b": 2}',
    '{"a": 1,}',
    '{1: 2}',
    '{"a": }',
    '{"a": [1',
    '{"a": 1',
    '{"a": 1} x',
    '// a\n{}',
    '/* a',
    '"a',
    '{"a": 1.}',
    '{} {}',
    '{ /* a',
    '{"a": "\\u12"}',
    '{"a": "\\q"}',
    '{"a": "\u0001"}',
    '{"a": 01}',
    '{"a": +1}',
    "{'a': 1}",
    '',
    '[',
    'nul',
    '{"a": 1, "a": 2}',
    '#',
  ];
  const raised = new Set(
    texts.flatMap((text) => {
      const errors: ParseError[] = [];
      parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
      return errors.map(({ error }) => printParseErrorCode(error));
    }),
  );
  const codes = [...Array(20).keys()]
    .map((code) => printParseErrorCode(code))
    .filter((name) => name !== '<unknown ParseErrorCode>');
  expect(codes.length).toBeGreaterThan(10);
  // The parser reports these two as an invalid symbol and a comment.
  expect(codes.filter((code) => !raised.has(code))).toEqual([
    'InvalidNumberFormat',
    'UnexpectedEndOfComment',
  ]);
  for (const text of texts) {
    const found = sentencesOf(text, 'form.json');
    expect(found, text).not.toEqual([]);
    for (const sentence of found) expect(withoutQuoted(sentence), text).not.toMatch(englishWords);
  }
});
