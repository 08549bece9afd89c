import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareForms } from '../../../src/compare/compare-forms.ts';
import { decodeForm } from '../../../src/form/decode-form.ts';
import type { Form } from '../../../src/form/form.ts';
import { renderForm } from '../../../src/render.ts';
import { parseText } from '../../../src/source/parse-text.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { importForm } from '../../../src/word-to-form.ts';
import { shippedTemplate } from '../template/shipped-template.ts';

function formOf(json: string): Form {
  const { form } = decodeForm(parseText(json, 'form.json'));
  if (!form) throw new Error('no form');
  return form;
}

/** What is another form after it was rendered, imported and read again. */
async function differences(value: unknown) {
  const form = formOf(JSON.stringify(value));
  const word = readWordForm(await renderForm(form, { template: shippedTemplate }), 'form.docx');
  const { text = '' } = importForm(word, { format: 'json', language: 'vi' });
  return compareForms(form, formOf(text));
}

/** Texts that look like something else in a table. */
const sign = fc.constantFrom(
  ...['-', '–', '.', 'x', 'X', '✓', '1', '2', '5', '12', ',', ';', '/', '+', 'a)', 'I', 'V'],
);
const odd = fc.constantFrom(
  ...[
    'Tỉnh A;',
    'A/B',
    '2',
    '1',
    '✓',
    'x',
    '- việc',
    '1.1. việc',
    'a\nb',
    'a\r\nb',
    'Tổng cộng',
    'Tổng số',
    'II',
    'Ghi chú:',
  ],
  ...['Nhóm công việc', 'Công việc cụ thể', 'Nhóm II', '3. Việc', '“việc”', 'việc;', 'việc,', '{việc}', 'TT'],
);
const text = fc.oneof(sign, odd, fc.constantFrom('Việc', 'Báo cáo tháng'));
const level = fc.integer({ min: 1, max: 5 });
const task = fc.record({ text, complexity: level });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const section = fc.record({ title: text, tasks: few(task) });
const content = fc.oneof(
  fc.record({ positions: few(section) }),
  fc.record({ areas: few(section) }),
  fc.record({ tasks: few(task) }),
);
const group = fc.tuple(fc.option(text, { nil: undefined }), content).map(([title, rest]) => ({
  ...(title !== undefined && { title }),
  ...rest,
}));
const hostileForm = fc.record(
  {
    form: fc.constant('bieu-so-2'),
    version: fc.constant(1),
    parentUnit: text,
    unit: text,
    groups: fc.record({ I: group, II: group, III: group }),
    signatures: fc.record({ place: text, date: fc.constant('2026-11-24') }, { requiredKeys: ['date'] }),
    notes: few(text),
  },
  { requiredKeys: ['form', 'version', 'unit', 'groups'] },
);

/**
 * What paper cannot tell apart is left out: brackets around a unit and dots to write over, which reading drops; a
 * position titled like the number of a task; a text that begins like its own code.
 */
it('a form of hostile texts is the same after Word', async () => {
  await fc.assert(
    fc.asyncProperty(hostileForm, async (value) => {
      expect(await differences(value)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
