import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it, test } from 'vitest';
import { configSchema } from '../../src/build/schemas.ts';
import { settingsFor } from '../../src/config/config.ts';
import { configFile } from '../../src/config/config-file.ts';
import { decodeConfig } from '../../src/config/decode-config.ts';
import { globMatcher, shellMatcher } from '../../src/config/glob-matcher.ts';
import { parseText } from '../../src/source/parse-text.ts';

const full = `# yaml-language-server: $schema=schemas/config.schema.json
$schema: schemas/config.schema.json
language: vi
rules:
  spacing: off
  unrated-task: error
  syntax: error
  numbering: { severity: warning }
  task-complexity:
    severity: error
    leadership: true
files:
  include: ["forms/**/*.yaml"]
  exclude: [forms/archive]
overrides:
  - files: ["forms/imported/**"]
    reason: Chuyển từ biểu Word
    rules: { numbering: off, task-complexity: { leadership: false } }
template: office.docx
schema: office.schema.json
baseline: baseline.json
`;
const decode = (text: string) => decodeConfig(parseText(text, 'bieu2.config.yaml'));

test.each([
  [full, true],
  ['language: vi', true],
  ['rules: {}', true],
  ['rules: { spacing: { severity: off } }', true],
  ['rules: { form-shape: off }', false],
  ['rules: { form-shape: { severity: warning } }', false],
  ['rules: { spacing: { leadership: true } }', false],
  ['rules: { nothing: off }', false],
  ['rules: { spacing: OFF }', false],
  ['overrides: [{ files: [a], reason: " ", rules: {} }]', false],
  ['overrides: [{ reason: b, rules: {} }]', false],
  ['files: { include: [""] }', false],
  ['files: { exclude: [a, "!b"] }', false],
  ['files: { exclude: ["\\\\!b"] }', true],
  ['overrides: [{ files: ["!a"], reason: b, rules: {} }]', false],
  [`files: { include: [${'a'.repeat(5000)}] }`, false],
  ['template: ""', false],
  ['language: [vi]', false],
])('definition, schema and program agree on %s', (text, isGood) => {
  const { value } = parseText(text, 'bieu2.config.yaml');
  const validate = new Ajv({ strictTypes: false, strictRequired: false }).compile(configSchema());
  expect(configFile.safeParse(structuredClone(value)).success).toBe(isGood);
  expect(validate(value)).toBe(isGood);
  const decoded = decode(text);
  if (isGood) expect(decoded).toEqual({ config: value });
  else expect(decoded).toHaveProperty('problems.0.message.vi');
});

it('has its schema up to date', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(configSchema());
});

it('holds for a file what stands for all, and what stands for it', () => {
  const decoded = decode(full);
  if (!('config' in decoded)) throw new Error('the example is faulty');
  const general = { spacing: 'off', 'unrated-task': 'error', syntax: 'error', 'task-complexity': 'error' };
  expect(settingsFor(decoded.config)('forms/a.yaml')).toEqual({
    severities: { ...general, numbering: 'warning' },
    ruleOptions: { 'task-complexity': { leadership: true } },
  });
  expect(settingsFor(decoded.config)('forms/imported/a.yaml')).toEqual({
    severities: { ...general, numbering: 'off' },
    ruleOptions: { 'task-complexity': { leadership: false } },
  });
});

test.each([
  ['a.yaml', 'a.yaml', true],
  ['a.yaml', './a.yaml', true],
  ['b/a.yaml', 'a.yaml', false],
  ['b/a.yaml', '**/a.yaml', true],
  ['a.yaml', '**/a.yaml', true],
  ['b/a.yaml', 'b', true],
  ['b/a.yaml', 'b/', true],
  ['bc/a.yaml', 'b', false],
  ['b/c/a.yaml', 'b/*', true],
  ['b/a.yaml', '*.yaml', false],
  ['b/a.yaml', 'b/?.yaml', true],
  ['b/a.yaml', 'b/*.{yml,yaml}', true],
  ['b/a.json', 'b/*.{yml,yaml}', false],
  ['b/c/d.yaml', '**/c/**', true],
  ['b/c/d.yaml', 'b/**/d.yaml', true],
  ['aXyaml', 'a.yaml', false],
  ['Biểu số 2 (nháp).yaml', 'Biểu số 2 (*).yaml', true],
  ['a,b}.yaml', 'a,b}.yaml', true],
  ['g/a.yaml', 'g/[ab].yaml', true],
  ['g/c.yaml', 'g/[ab].yaml', false],
  ['g/c.yaml', 'g/[!ab].yaml', true],
  ['a3.yaml', 'a{1..4}.yaml', true],
  ['Biểu (1)/a.yaml', 'Biểu (1)/*.yaml', true],
  ['a|b.yaml', 'a|b.yaml', true],
  ['a', 'a|b.yaml', false],
  ['it+(1).yaml', 'it+(1).yaml', true],
  ['b/.hidden/a.yaml', 'b/**', true],
  ['b/a.yaml', '.', true],
  ['Bie\u0302\u0309u/a.yaml', 'Bi\u1EC3u/*.yaml', true],
  ['Bi\u1EC3u/a.yaml', 'Bie\u0302\u0309u', true],
  ['b/a.yaml', '**', true],
  ['b/a.yaml', '**.yaml', false],
  ['b/c/a.yaml', '{x/y,b/**}/a.yaml', true],
  ['a3.yaml', 'a{1..100000000}.yaml', false],
  ['b[a', 'b[a', true],
  ['b*', 'b\\*', true],
  ['bc', 'b\\*', false],
  // Of which a regular expression would never make an end.
  ['a'.repeat(250), `${'*a'.repeat(12)}*b`, false],
  [`${'a'.repeat(250)}b`, `${'*a'.repeat(12)}*b`, true],
  [`${'a/'.repeat(2000)}c`, `${'**/a/'.repeat(6)}**/b`, false],
  ['a'.repeat(250), `${'{a,?,*}'.repeat(100)}b`, false],
])('%s is named by %s: %s', (path, pattern, expected) => {
  expect(globMatcher([pattern])(path)).toBe(expected);
});

test.each([
  ['a.yaml', '*.yaml', true],
  ['.yaml', '*.yaml', false],
  ['.a', '[!b]a', false],
  ['.a', '.*', true],
  ['.a/b', '**/b', false],
  ['.a/b', '.a/b', true],
  ['b', 'b/**', false],
  ['B/a', 'b/?', false],
])('a shell expands %s by %s: %s', (path, pattern, expected) => {
  expect(shellMatcher(pattern, false)(path)).toBe(expected);
  expect(shellMatcher(pattern.toUpperCase(), true)(path)).toBe(expected || path === 'B/a');
});
