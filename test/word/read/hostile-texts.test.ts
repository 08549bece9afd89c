import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { compareForms } from '../../../src/compare/compare-forms.ts';
import { decodeForm } from '../../../src/form/decode-form.ts';
import type { Form } from '../../../src/form/form.ts';
import { renderForm } from '../../../src/render.ts';
import { parseText } from '../../../src/source/parse-text.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { importForm } from '../../../src/word-to-form.ts';
import { convertWithLibreOffice, libreOfficeIsMissing } from '../libreoffice.ts';
import { shippedTemplate } from '../template/shipped-template.ts';
import { zip } from './word-xml.ts';

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
/** What paper alone cannot tell apart: the document says it by its hints. */
const ambiguous = fc.constantFrom(
  ...['...', '…', '(1)', '(việc)', '1.1', '1.1.1. việc', '2.1.1. Việc', '3.1.1.Việc', '- -'],
);
const text = fc.oneof(sign, odd, ambiguous, fc.constantFrom('Việc', 'Báo cáo tháng'));
const level = fc.integer({ min: 1, max: 5 });
const task = fc.record({ text, complexity: level });
/** With a code beside its text, as far as its area or group is the first. */
const coded = fc.record({ text, complexity: level, code: fc.constant('1.1.1') });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const section = fc.record({ title: text, tasks: few(task) });
const content = fc.oneof(
  fc.record({ positions: few(section) }),
  fc.record({ areas: few(section) }),
  fc.record({ areas: fc.record({ title: text, tasks: fc.tuple(coded) }).map((area) => [area]) }),
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

/** What is left: names and titles of who signs that are only dots or a date, and a place that is a date. */
it('a form of hostile texts is the same after Word', async () => {
  await fc.assert(
    fc.asyncProperty(hostileForm, async (value) => {
      expect(await differences(value)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('a position whose first duty begins with a number is not an area beside its tasks', async () => {
  const tasks = [
    { text: '1.1. việc', complexity: 1 },
    { text: 'việc', complexity: 1 },
  ];
  const groups = {
    I: { tasks: ['Chỉ đạo'] },
    II: { tasks: [{ text: 'Gửi', complexity: 2 }] },
    III: { positions: [{ title: 'Trưởng phòng', tasks }] },
  };
  expect(await differences({ form: 'bieu-so-2', version: 1, unit: 'Ban A', groups })).toEqual([]);
});

const base = {
  form: 'bieu-so-2',
  version: 1,
  unit: '(Ban A)',
  groups: {
    I: { positions: [{ title: '1.1', tasks: ['Chỉ đạo'] }] },
    II: { areas: [{ title: 'Mảng', tasks: [{ text: '1.1.1. Việc', complexity: 3 }] }] },
    III: { tasks: [{ text: 'Gửi', complexity: 2 }] },
  },
};
const rendered = () => renderForm(formOf(JSON.stringify(base)), { template: shippedTemplate });

/** The document with changes in its main part. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return zip({ ...parts, 'word/document.xml': strToU8(change(document)) });
}

it('the visible text wins: a hint is void where its row or line was changed, and only there', async () => {
  const bytes = await rendered();
  expect(readWordForm(bytes, 'a').value).toMatchObject({
    unit: '(Ban A)',
    groups: { I: { positions: [{ title: '1.1' }] }, II: { areas: [{ tasks: [{ text: '1.1.1. Việc' }] }] } },
  });
  const changed = edited(bytes, (xml) =>
    xml.replace('1.1.1. Việc', '1.1.1. Họp').replace('(Ban A)', '(Ban B)'),
  );
  expect(readWordForm(changed, 'a').value).toMatchObject({
    unit: 'Ban B',
    groups: {
      I: { positions: [{ title: '1.1' }] },
      II: { areas: [{ tasks: [{ code: '1.1.1', text: 'Họp' }] }] },
    },
  });
  const withoutHints = { ...unzipSync(bytes) };
  delete withoutHints['docProps/custom.xml'];
  expect(readWordForm(zip(withoutHints), 'a').value).toMatchObject({ unit: 'Ban A' });
});

it('most forms need no hints', async () => {
  const plain = {
    ...base,
    unit: 'Ban A',
    groups: { ...base.groups, I: { tasks: ['Chỉ đạo'] }, II: base.groups.III },
  };
  const hints = async (value: unknown) =>
    strFromU8(
      unzipSync(await renderForm(formOf(JSON.stringify(value)), { template: shippedTemplate }))[
        'docProps/custom.xml'
      ] ?? new Uint8Array(),
    ).includes('bieu2.hints');
  expect(await hints(plain)).toBe(false);
  expect(await hints(base)).toBe(true);
});

it.skipIf(libreOfficeIsMissing !== undefined)(
  'hints survive LibreOffice',
  async () => {
    const bytes = await rendered();
    const [again = new Uint8Array()] = await convertWithLibreOffice({ 'form.docx': bytes }, 'docx');
    expect(readWordForm(again, 'a').value).toEqual(readWordForm(bytes, 'a').value);
  },
  60_000,
);
