import { describe, expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { variants } from './variants.ts';

describe('a layout that offices use is read as the form it is', () => {
  it.each(Object.entries(variants))('%s', (_name, { bytes, form }) => {
    const source = readWordForm(bytes, 'form.docx');
    expect(source.problems).toEqual([]);
    expect(source.value).toEqual(form);
  });
});
