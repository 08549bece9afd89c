import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import * as api from '../src/index.ts';
import { goodForm } from './cli/run-main.ts';

/** The exports that a README lists: its table's rows that begin with a name in backquotes. */
function listedIn(readme: string): string[] {
  const text = readFileSync(new URL(`../${readme}`, import.meta.url), 'utf8');
  const table = text.slice(text.lastIndexOf('```ts'));
  return [...table.matchAll(/^\| `(\w+)/gm)].map(([, name = '']) => name);
}

test.each(['README.md', 'README.vi.md'])('%s lists what is exported', (readme) => {
  // What comes beside a function in its row.
  const beside = ['renderFormats'];
  expect(listedIn(readme).sort()).toEqual(
    Object.keys(api)
      .filter((name) => !beside.includes(name))
      .sort(),
  );
});

it('compares forms', () => {
  const formOf = (text: string) => {
    const { form } = api.validateForm(api.parseForm(text, 'form.yaml'), { language: 'en' });
    if (!form) throw new Error('no form');
    return form;
  };
  const options: api.CompareOptions = { withWord: false };
  const differences: api.Difference[] = api.compareForms(
    formOf(goodForm),
    formOf(goodForm.replace('complexity: 4', 'complexity: 5')),
    options,
  );
  expect(differences).toMatchObject([
    {
      kind: 'changed',
      subject: 'task',
      changes: [{ kind: 'raised', from: { level: 4 }, to: { level: 5 } }],
    },
  ]);
});
