import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules as allRules } from '../src/rules/index.ts';
import { diagnosticsOf, findingLines } from './finding-lines.ts';

const read = (file: string) => readFileSync(new URL(`fixtures/${file}`, import.meta.url));
const filesIn = (folder: string) => readdirSync(new URL(`fixtures/${folder}/`, import.meta.url)).sort();

/** What Word files are found to be is tested with Word files. */
const rules = allRules.filter(({ id }) => !id.startsWith('word-'));

const good = filesIn('ok');
const bad = filesIn('err').filter((file) => !file.endsWith('.out'));
const outOf = (file: string) => file.replace(/\.(?:yaml|json)$/, '.out');

/** The longest rule id that a file's name begins with. */
const ruleOf = (file: string) =>
  rules
    .map(({ id }) => id)
    .filter((id) => new RegExp(`^${id}(?:-|\\.)`).test(file))
    .sort((a, b) => b.length - a.length)[0];

describe('forms without a fault', () => {
  it.each(good)('%s', (file) => {
    expect(findingLines(read(`ok/${file}`), file)).toEqual([]);
  });
});

describe('forms with faults', () => {
  it.each(bad)('%s', async (file) => {
    const found = findingLines(read(`err/${file}`), file);
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot(`fixtures/err/${outOf(file)}`);
  });

  it.each(bad)('%s is named after a rule that finds something in it', (file) => {
    const found = read(`err/${outOf(file)}`)
      .toString()
      .split('\n')
      .map((line) => line.split(' ')[2]);
    expect(found).toContain(ruleOf(file));
  });

  it('stand beside what is found in them, and nothing else does', () => {
    const outs = filesIn('err').filter((file) => file.endsWith('.out'));
    expect(outs).toEqual([...new Set(bad.map(outOf))].sort());
    expect(outs).toHaveLength(bad.length);
  });

  it('are there for every rule', () => {
    const owned = new Set(bad.map(ruleOf));
    expect(rules.map(({ id }) => id).filter((id) => !owned.has(id))).toEqual([]);
  });
});

describe('every message is that of some fixture', () => {
  /** Their messages are tested in `test/rules/text-rules.test.ts` and `test/config/suppressions.test.ts`. */
  const testedByTables = [
    'empty-text',
    'legacy-encoding',
    'control-characters',
    'spacing',
    'code-in-text',
    'placeholder',
    'suppression',
  ];
  /** Too long for a file; see validate.test.ts. */
  const ofLargeFiles = ['too-large', 'too-many', 'long-text'];
  const said = new Set(
    bad.flatMap((file) =>
      diagnosticsOf(read(`err/${file}`), file).map(({ rule, messageId }) => `${rule}/${messageId}`),
    ),
  );

  it.each(rules.filter(({ id }) => !testedByTables.includes(id)))('$id', ({ id, messages }) => {
    const unsaid = Object.keys(messages).filter((message) => !said.has(`${id}/${message}`));
    expect(unsaid.filter((message) => !ofLargeFiles.includes(message))).toEqual([]);
  });
});
