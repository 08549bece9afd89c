import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { type FormValue, reference, referenceForm } from './reference-form.ts';
import { variants } from './variants.ts';

const folder = new URL('../../fixtures/word/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const read = (name: string) => readWordForm(bytesOf(name), name);

describe('files that were made by hand are up to date, and read as their layouts say', () => {
  it.each(Object.entries(variants))('hand-%s.docx', (name, { bytes, form }) => {
    expect(unzipSync(bytesOf(`hand-${name}.docx`))).toEqual(unzipSync(bytes));
    expect(read(`hand-${name}.docx`).value).toEqual(form);
  });

  it('there are no others', () => {
    const names = readdirSync(folder).filter((name) => name.startsWith('hand-'));
    expect(names.sort()).toEqual(
      Object.keys(variants)
        .map((name) => `hand-${name}.docx`)
        .sort(),
    );
  });
});

describe('the reference form is read as it is, whichever program saved it', () => {
  it.each(['docx', 'odt', 'doc', 'rtf'])('LibreOffice, by way of .%s', (format) => {
    const source = read(`libreoffice-${format}.docx`);
    expect([source.problems, source.leftovers]).toEqual([[], []]);
    expect(source.value).toEqual(referenceForm());
  });

  it('python-docx', () => {
    const source = read('python-docx.docx');
    expect([source.problems, source.leftovers]).toEqual([[], []]);
    expect(source.value).toEqual(referenceForm());
  });
});

describe('what pandoc writes is read', () => {
  it('out of another Word file', () => {
    const source = read('pandoc-again.docx');
    expect([source.problems, source.leftovers]).toEqual([[], []]);
    expect(source.value).toEqual(oneSpaced(referenceForm()));
  });

  it('out of Markdown, with no merged cells, one paragraph a cell, and no signatures', () => {
    const rows = reference.rows.map((row) => ({
      ...row,
      cells: 8,
      ...(row.text !== undefined && { text: row.text.replaceAll('\n', ' ') }),
    }));
    const { signatures, ...form } = referenceForm(rows);
    const source = read('pandoc.docx');
    expect([source.problems, source.leftovers]).toEqual([[], []]);
    expect(source.value).toEqual(oneSpaced(form));
  });
});

/** pandoc sets one space for several. */
const oneSpaced = (form: FormValue | Omit<FormValue, 'signatures'>): unknown =>
  JSON.parse(JSON.stringify(form).replace(/ {2,}/g, ' '));
