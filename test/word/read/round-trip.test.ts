import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeForm } from '../../../src/form/decode-form.ts';
import type { Form } from '../../../src/form/form.ts';
import { renderForm } from '../../../src/render.ts';
import type { Sheet } from '../../../src/sheet/sheet.ts';
import { sheetOf } from '../../../src/sheet/sheet-of.ts';
import { parseText } from '../../../src/source/parse-text.ts';
import type { Source } from '../../../src/source/source.ts';
import { validateSource } from '../../../src/validate.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { importForm } from '../../../src/word-to-form.ts';
import { shippedTemplate } from '../template/shipped-template.ts';
import { generatedForm } from './generated-form.ts';
import { referenceForm } from './reference-form.ts';

const template = shippedTemplate;

function formOf(source: Source): Form {
  const { form } = decodeForm(source);
  if (!form) throw new Error('no form');
  return form;
}

/** What is printed, with the wording of the template where the form leaves it out; reasons are not printed. */
function printed(source: Source): Sheet {
  const sheet = sheetOf(formOf(source), { draft: false });
  const { preparedBy, approvedBy, notes } = sheet;
  return {
    ...sheet,
    preparedBy: { title: 'Người lập biểu', ...preparedBy },
    approvedBy: { title: 'Trưởng ban', ...approvedBy },
    notes: notes ?? referenceForm().notes ?? [],
  };
}

/** Two slips of one text stand at one place of a Word document, where they are told once. */
const findings = (source: Source) => {
  const { diagnostics } = validateSource(source, { language: 'en' }).report;
  return new Set(diagnostics.map(({ rule, path, message }) => `${rule} ${path.join('/')} ${message}`));
};

const roundTrip = async (source: Source) =>
  readWordForm(await renderForm(formOf(source), { template }), 'form.docx');

it('any valid form is the same after Word', async () => {
  await fc.assert(
    fc.asyncProperty(generatedForm, async (value) => {
      const source = parseText(JSON.stringify(value), 'form.json');
      const word = await roundTrip(source);
      expect(word.problems).toEqual([]);
      expect(word.leftovers).toEqual([]);
      expect(printed(word)).toEqual(printed(source));
    }),
    { numRuns: 60 },
  );
});

it('any Word form gives a form file of the same findings and the same value', async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedForm,
      fc.constantFrom('yaml' as const, 'json' as const),
      async (value, format) => {
        const word = await roundTrip(parseText(JSON.stringify(value), 'form.json'));
        const { text = '' } = importForm(word, { format, language: 'vi' });
        const file = parseText(text, `form.${format}`);
        expect(findings(file)).toEqual(findings(word));
        expect(formOf(file)).toEqual(formOf(word));
        expect(printed(file)).toEqual(printed(word));
      },
    ),
    { numRuns: 40 },
  );
});

it('the examples are the same after Word', async () => {
  const text = readFileSync(new URL('../../../examples/bieu-so-2.yaml', import.meta.url), 'utf8');
  const source = parseText(text, 'form.yaml');
  expect(printed(await roundTrip(source))).toEqual(printed(source));
});

it('slips in two notes are two findings, in the row that has the notes', async () => {
  const notes = ['Công việc  chung.', 'Công việc  khác.'];
  const groups = { I: { tasks: ['Lãnh đạo'] }, II: { tasks: [{ text: 'Chủ trì', complexity: 4 }] } };
  const value = {
    form: 'bieu-so-2',
    version: 1,
    unit: 'Ban A',
    groups: { ...groups, III: groups.II },
    notes,
  };
  const word = await roundTrip(parseText(JSON.stringify(value), 'form.json'));
  const { diagnostics } = validateSource(word, { language: 'en' }).report;
  expect(diagnostics.flatMap(({ rule, place }) => (rule === 'spacing' ? place : []))).toEqual([
    { kind: 'table', table: 1, row: 9 },
    { kind: 'table', table: 1, row: 9 },
  ]);
});
