import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeForm } from '../../src/form/decode-form.ts';
import { rowPaths, sheetOf } from '../../src/sheet/sheet-of.ts';
import { parseText } from '../../src/source/parse-text.ts';

const decoded = (text: string) => {
  const { form } = decodeForm(parseText(new TextEncoder().encode(text), 'a.yaml'));
  if (!form) throw new Error('no form');
  return form;
};

describe('rowPaths', () => {
  it.each(['bieu-so-2.yaml', 'errors/as-filed.yaml', 'errors/numbering.yaml'])(
    'leads each printed row of %s to its source',
    (name) => {
      const form = decoded(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'));
      const { rows } = sheetOf(form, { draft: true });
      const kinds = rowPaths(form).map((path) => {
        if (path.length === 2) return 'group';
        if (path.includes('positions')) return 'duty';
        return path.at(-2) === 'areas' ? 'area' : 'task';
      });
      expect(kinds).toEqual(rows.map(({ kind }) => (kind === 'unrated' ? 'task' : kind)));
    },
  );

  it('follows the printed order, and counts a position without duties', () => {
    const form = decoded(`groups:
  II: { tasks: [b] }
  I: { positions: [{ title: a, tasks: [] }] }
`);
    expect(rowPaths(form)).toEqual([
      ['groups', 'I'],
      ['groups', 'I', 'positions', 0],
      ['groups', 'II'],
      ['groups', 'II', 'tasks', 0],
    ]);
    expect(sheetOf(form, { draft: true }).rows).toHaveLength(4);
  });
});
