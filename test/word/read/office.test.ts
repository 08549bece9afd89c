import { readdirSync, readFileSync } from 'node:fs';
import validateOpenXml from '@ooxml-tools/validate';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/diagnostics/plain-value.ts';
import { decodeForm } from '../../../src/form/decode-form.ts';
import { renderForm } from '../../../src/render.ts';
import { parseText } from '../../../src/source/parse-text.ts';
import { convertLegacy } from '../../../src/vietnamese/legacy-encodings.ts';
import { annotateWordForm } from '../../../src/word/annotate/annotate-word-form.ts';
import { readWordForm, type WordSource } from '../../../src/word/read/read-word-form.ts';
import { convertWithLibreOffice, libreOfficeIsMissing } from '../libreoffice.ts';
import { shippedTemplate } from '../template/shipped-template.ts';
import { smallForm, taskRowOf } from './small-form.ts';
import { variants } from './variants.ts';
import { escapeXml } from './word-xml.ts';

/** The letters beyond ASCII; their capitals are the same codes in a font of capitals. */
const small = [...'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'];
const codes = Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0xa0 + index));
/** The letter as TCVN3 writes it, shown in Latin-1. */
const tcvn3Of = (letter: string) => codes.find((code) => convertLegacy(code, 'tcvn3') === letter) ?? '?';

const { bytes: reference } = variants.reference ?? { bytes: new Uint8Array() };
const annotations = [
  { place: { kind: 'table', table: 1, row: 43 }, text: 'Chưa có mức độ phức tạp.\nĐánh dấu một ô.' },
  { place: { kind: 'document' }, text: 'Cả tệp' },
] as const;

describe('the Open XML SDK finds nothing new in a copy with comments', () => {
  const files = readdirSync(new URL('../../fixtures/word/', import.meta.url)).filter((name) =>
    /^(?:hand-reference|python|pandoc|libreoffice-odt).*\.docx$/.test(name),
  );
  it.each(files)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/word/${name}`, import.meta.url)));
    const before = await validateOpenXml(bytes, 'docx');
    expect(await validateOpenXml(annotateWordForm(bytes, annotations), 'docx')).toEqual(before);
  });
});

/** LibreOffice writes page numbers out. */
const kept = ({ leftovers }: WordSource) => leftovers.map(({ text }) => text.replace(/^\d+\t/, ''));

/** Examples that can be rendered, as Word documents. */
async function renderedExamples(): Promise<Record<string, Uint8Array>> {
  const folder = new URL('../../../examples/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.yaml$/.test(name),
  );
  const rendered: Record<string, Uint8Array> = {};
  for (const name of names.sort()) {
    const { form } = decodeForm(parseText(readFileSync(new URL(name, folder)), name));
    if (form?.unit && form.groups.length >= 3) {
      const bytes = await renderForm(form, { template: shippedTemplate, draft: true });
      rendered[name.replace(/[/\\]/g, '-').replace(/yaml$/, 'docx')] = bytes;
    }
  }
  return rendered;
}

describe.skipIf(libreOfficeIsMissing !== undefined)('after LibreOffice has saved it again', () => {
  let examples: Record<string, Uint8Array>;
  beforeAll(async () => {
    examples = await renderedExamples();
  });

  it('a copy with comments has them', async () => {
    const [again] = await convertWithLibreOffice(
      { 'form.docx': annotateWordForm(reference, annotations) },
      'docx',
    );
    const parts = unzipSync(again ?? new Uint8Array());
    const comments = new TextDecoder().decode(parts['word/comments.xml']);
    expect(comments.match(/w:author="bieu2"/g)).toHaveLength(2);
    expect(comments).toContain('Đánh dấu một ô.');
    expect(readWordForm(again ?? new Uint8Array(), 'a').value).toEqual(readWordForm(reference, 'a').value);
  }, 60_000);

  it.each(['docx', 'odt', 'doc'] as const)(
    'every example is read the same, by way of .%s',
    async (format) => {
      const there = await convertWithLibreOffice(examples, format);
      const renamed = Object.keys(examples).map((name, index) => [
        name.replace(/docx$/, format),
        there[index] ?? new Uint8Array(),
      ]);
      const again =
        format === 'docx' ? there : await convertWithLibreOffice(Object.fromEntries(renamed), 'docx');
      expect(again.length).toBeGreaterThan(10);
      for (const [index, [name, bytes]] of Object.entries(examples).entries()) {
        const [read, expected] = [
          readWordForm(again[index] ?? new Uint8Array(), name),
          readWordForm(bytes, name),
        ];
        expect(expected.value).toBeDefined();
        expect(read.value).toEqual(expected.value);
        expect(kept(read)).toEqual(kept(expected));
      }
    },
    120_000,
  );

  it.each(['doc', 'rtf', 'odt'] as const)(
    'every letter of TCVN3 is read, by way of .%s',
    async (format) => {
      const inFont = (font: string) =>
        `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/></w:rPr><w:t xml:space="preserve">${escapeXml(small.map((letter) => `a${tcvn3Of(letter)}b`).join(' '))}</w:t></w:r></w:p>`;
      const form = smallForm(
        taskRowOf(inFont('.VnTime')),
        taskRowOf(inFont('.VnTimeH')).replace('2.1', '2.2'),
      );
      const [there = form] = await convertWithLibreOffice({ 'form.docx': form }, format);
      const [again = there] = await convertWithLibreOffice({ [`form.${format}`]: there }, 'docx');
      const { value } = readWordForm(again, 'form.docx', { fromEncoding: 'tcvn3' });
      const expected = small.map((letter) => `a${letter}b`).join(' ');
      expect(small).toHaveLength(67);
      expect(valueAt(value, ['groups', 'II', 'tasks', 0, 'text'])).toBe(expected);
      expect(valueAt(value, ['groups', 'II', 'tasks', 1, 'text'])).toBe(expected.toUpperCase());
    },
    120_000,
  );
});
