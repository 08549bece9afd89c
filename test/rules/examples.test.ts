import { describe, expect, it } from 'vitest';
import { completeExample } from '../../src/build/complete-example.ts';
import { rules } from '../../src/rules/index.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { officeSchema } from './office-schema.ts';

function rulesThatFind(snippet: string, id: string): string[] {
  const source = parseText(completeExample(snippet), 'form.yaml');
  const options = { language: 'vi' as const, ...(id === 'office-schema' && { schema: officeSchema }) };
  return [...new Set(validateSource(source, options).report.diagnostics.map(({ rule }) => rule))];
}

describe('the examples on the page of a rule', () => {
  const shown = rules.flatMap(({ id, example }) => (example ? [{ id, ...example }] : []));

  it.each(shown)('$id: the wrong one is found by this rule alone', ({ id, bad }) => {
    expect(rulesThatFind(bad, id)).toEqual([id]);
  });

  it.each(shown)('$id: the right one has no fault at all', ({ id, good }) => {
    expect(rulesThatFind(good, id)).toEqual([]);
  });
});

describe('the wording of the rules', () => {
  it.each(rules)(
    '$id is there in both languages, without a full stop in its summary',
    ({ summary, explanation }) => {
      for (const language of ['vi', 'en'] as const) {
        expect(summary[language]).toMatch(/\S/);
        expect(summary[language]).not.toMatch(/\.$/);
        expect(explanation[language]).toMatch(/[.:…”)]$/);
      }
    },
  );
});
