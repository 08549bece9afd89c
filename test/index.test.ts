import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import * as api from '../src/index.ts';
import { goodForm } from './cli/run-main.ts';

const textOf = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** The names that the rows of a document's tables begin with, those of types included. */
const documentedIn = (file: string) =>
  [...textOf(file).matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)[^`]*`/g)].map(([, name = '']) => name),
  );

/** Every name that the API exports, those of types included. */
const exported = [...textOf('src/index.ts').matchAll(/^export (?:type )?\{(.*?)\}/gms)].flatMap(
  ([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim().replace(/^type |^.* as /g, ''))
      .filter((name) => name !== ''),
);

test.each(['docs/api.md', 'docs/vi/api.md'])('%s documents every export, and nothing else', (file) => {
  expect(exported).toEqual(expect.arrayContaining(Object.keys(api)));
  expect(documentedIn(file).sort()).toEqual(exported.toSorted());
});

it('reads and checks in one call, by the content and the name', () => {
  expect(api.validate(goodForm, 'form.yaml')).toMatchObject({ errors: 0 });
  const { errors, report } = api.validate('{', 'form.json', { language: 'en' });
  expect(errors).toBe(report.diagnostics.length);
  expect(report.diagnostics[0]).toMatchObject({ rule: 'syntax' });
  const word = readFileSync(new URL('fixtures/word/hand-reference.docx', import.meta.url));
  const { form, report: ofWord } = api.validate(word, 'upload');
  expect(form?.groups).toHaveLength(3);
  const [first] = ofWord.diagnostics;
  expect(first && api.formatPlace(first.place)).toMatch(/^bảng 1, dòng \d+/);
  expect(first && api.formatPlace(first.place, 'en')).toMatch(/^table 1, row \d+/);
});

it('renders by the shipped template unless told otherwise', async () => {
  const { form } = api.validate(goodForm, 'form.yaml');
  if (!form) throw new Error('no form');
  const shipped = readFileSync(new URL('../templates/bieu-so-2.docx', import.meta.url));
  const { template } = api.readTemplate(shipped);
  if (!template) throw new Error('Unknown template');
  const document = await api.renderForm(form);
  expect(Buffer.from(document).equals(await api.renderForm(form, { template }))).toBe(true);
  expect(Buffer.from(document).equals(await api.renderForm(form, { template: 'ngang' }))).toBe(false);
  const page = await api.renderForm(form, { to: 'html' });
  expect(
    Buffer.from(page).equals(await api.renderForm(form, { to: 'html', look: api.looks['bieu-so-2'] })),
  ).toBe(true);
});

it('needs no options', () => {
  const source = api.parseForm(goodForm, 'form.yaml');
  const { form } = api.validateForm(source);
  if (!form) throw new Error('no form');
  expect(api.fixForm(source).source.text).toBe(goodForm);
  expect(api.compareForms(form, form)).toEqual([]);
  expect(api.sheetOf(form)).toEqual(api.sheetOf(form, { draft: false }));
  const word = readFileSync(new URL('fixtures/word/hand-reference.docx', import.meta.url));
  const wordSource = api.readWordForm(word, 'form.docx');
  expect(api.importForm(wordSource)).toEqual(api.importForm(wordSource, { format: 'yaml', language: 'vi' }));
});

it('takes any of the options of checking, Vietnamese unless it is said', () => {
  const given: api.ValidateOptions = { strict: true };
  const { report } = api.validate('form: x', 'form.yaml', { strict: true, language: 'vi' });
  expect(api.validate('form: x', 'form.yaml', given).report).toEqual(report);
});

it('merges nothing while a form has errors', () => {
  const good = api.validate(goodForm, 'good.yaml');
  const bad = api.validate(goodForm.replace('complexity: 4', 'complexity: 9'), 'bad.yaml');
  const { text, reports } = api.mergeForms([good, bad]);
  expect(text).toBeUndefined();
  expect(reports.map(({ file, diagnostics }) => [file, diagnostics.length])).toEqual([
    ['good.yaml', 0],
    ['bad.yaml', 1],
  ]);
});

it('merges no forms to no text', () => {
  expect(api.mergeForms([])).toEqual({ text: undefined, reports: [] });
});

it('refuses wrong arguments with a TypeError that says what is expected', async () => {
  const { form } = api.validate(goodForm, 'form.yaml');
  if (!form) throw new Error('no form');
  // As JavaScript and parsed JSON may pass it.
  const render = (options: string) => api.renderForm(form, JSON.parse(options));
  const refused = (message: string) => new TypeError(message);
  const looks = 'bieu-so-2, ngang, van-ban-nha-nuoc';
  await expect(render('{ "to": "odt" }')).rejects.toThrow(
    refused('options.to is “odt”: expected one of docx, html, pdf'),
  );
  await expect(render('{ "template": "../x" }')).rejects.toThrow(
    refused(`options.template is “../x”: expected one of ${looks}`),
  );
  await expect(render('{ "to": "html", "look": "toString" }')).rejects.toThrow(
    refused(`options.look is “toString”: expected one of ${looks}`),
  );
  expect(() => api.annotateWordForm(Buffer.from('x'), [])).toThrow(
    refused('bytes are not a Word document that can be read: not-word'),
  );
});

it('compares forms', () => {
  const formOf = (text: string) => {
    const { form } = api.validateForm(api.parseForm(text, 'form.yaml'));
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
