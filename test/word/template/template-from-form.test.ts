import { readdirSync, readFileSync } from 'node:fs';
import validateOpenXml from '@ooxml-tools/validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeForm } from '../../../src/form/decode-form.ts';
import { shippedLooks } from '../../../src/generated/shipped-looks.ts';
import { shippedTemplate as lookTemplate } from '../../../src/render.ts';
import type { Sheet, SheetRow } from '../../../src/sheet/sheet.ts';
import { sheetOf } from '../../../src/sheet/sheet-of.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { templateFromForm } from '../../../src/word/template/from-form/template-from-form.ts';
import { convertWithLibreOffice, libreOfficeIsMissing } from '../libreoffice.ts';
import { lintDocx } from '../lint-docx.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { editDocument, readPart } from '../parts.ts';
import { readGrid, readTables } from '../read-grid.ts';
import { referenceSheet } from '../reference-sheet.ts';
import { shippedTemplate, templateOf } from './shipped-template.ts';
import { smallSheet } from './small-sheet.ts';

/** A template made from a form. */
function madeFrom(form: Uint8Array) {
  const { bytes, warnings, problems } = templateFromForm(form);
  if (!bytes) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return { bytes, template: templateOf(bytes), lacks: warnings.map(({ message }) => message.en) };
}

/** What is printed of a Word form. */
function sheetIn(docx: Uint8Array): Sheet {
  const { form } = decodeForm(readWordForm(docx, 'form.docx'));
  if (!form) throw new Error('there is no form in the document');
  return sheetOf(form);
}

/** The form once more, by the template that was made from it. */
const again = (docx: Uint8Array) => fillTemplate(madeFrom(docx).template, sheetIn(docx));

const otherSheet: Sheet = {
  unit: 'PHÒNG KHÁC',
  rows: [
    { kind: 'group', number: 'I', title: 'Nhóm một' },
    { kind: 'duty', first: true, number: '1', title: 'Trưởng phòng', text: ['Điều hành'], level: 2 },
    { kind: 'task', number: '1.1', text: ['Việc', 'khác'], level: 1 },
    { kind: 'unrated', number: '1.2', text: ['Họp'] },
  ],
  preparedBy: {},
  approvedBy: {},
  draft: false,
};

/** Every level has been marked, and each kind of row is there. */
const fullSheet: Sheet = { ...smallSheet, rows: smallSheet.rows.slice(0, -1) };

describe.each(Object.keys(shippedLooks))('a form in the look %s', (look) => {
  it.each([
    ['of every kind of row', fullSheet],
    ['of the reference', referenceSheet],
  ])('%s gives a template that prints it as it is', async (_name, sheet) => {
    const template = lookTemplate(look);
    // As it is read: with a space behind codes, titles in capitals where the look has them so.
    const form = fillTemplate(template, sheetIn(fillTemplate(template, sheet)));
    const docx = again(form);
    expect(readGrid(docx)).toEqual(readGrid(form));
    expect(paragraphsOf(docx)).toEqual(paragraphsOf(form));
    expect(lintDocx(docx)).toEqual([]);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
  });
});

describe('templateFromForm', () => {
  const { bytes, template, lacks } = madeFrom(fillTemplate(shippedTemplate, fullSheet));

  it('leaves nothing of the form behind', () => {
    const texts = JSON.stringify(paragraphsOf(fillTemplate(template, otherSheet)));
    const { rows, unit, parentUnit, dateLine, preparedBy, approvedBy, notes = [] } = fullSheet;
    const own = [unit, parentUnit, dateLine, preparedBy.name, approvedBy.name, ...notes];
    for (const text of [...own, ...rows.flatMap((row) => ('text' in row ? row.text : row.title))]) {
      expect(texts).not.toContain(JSON.stringify(text).slice(1, -1));
    }
    expect(texts).toContain('Đơn vị báo cáo: PHÒNG KHÁC');
    expect(readPart(fillTemplate(template, otherSheet), 'docProps/core.xml')).toContain(
      '– PHÒNG KHÁC</dc:title>',
    );
  });

  it('reports what the template does not print', () => {
    expect(lacks).toEqual(['the template does not print the mark of a draft']);
    const bare = editDocument(fillTemplate(shippedTemplate, fullSheet), (xml) =>
      xml.replaceAll(/<w:p>(?:(?!<w:p>).)*?(?:Ghi chú|ngày 24 tháng).*?<\/w:p>/g, '<w:p/>'),
    );
    expect(madeFrom(bare).lacks).toEqual([
      'the template does not print place and date',
      'the template does not print the notes',
      'the template does not print the mark of a draft',
    ]);
  });

  it('makes one placeholder of a title in several paragraphs, which forms without a title keep', () => {
    const signed = { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' };
    const form = editDocument(fillTemplate(shippedTemplate, { ...fullSheet, approvedBy: signed }), (xml) =>
      xml.replace(
        /(<w:p><w:pPr><w:pStyle w:val="SignatureTitle"\/><\/w:pPr><w:r>)<w:t[^>]*>(KT[^<]*)<\/w:t><w:br\/>/,
        '$1<w:t>$2</w:t></w:r></w:p>$1',
      ),
    );
    const titles = (approvedBy: Sheet['approvedBy']) =>
      paragraphsOf(fillTemplate(madeFrom(form).template, { ...otherSheet, approvedBy })).filter((text) =>
        text.endsWith('GIÁM ĐỐC'),
      );
    expect(paragraphsOf(form)).toContain('PHÓ GIÁM ĐỐC');
    expect(titles({ title: 'TỔNG GIÁM ĐỐC' })).toEqual(['TỔNG GIÁM ĐỐC']);
    expect(titles({})).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
  });

  it.each([
    ['within a name', 'BAN TỔ CHỨC HUYỆN ỦY', 'BAN TỔ CHỨC|HUYỆN ỦY'],
    ['between two units', 'HUYỆN ỦY A', 'HUYỆN ỦY A|Đơn vị báo cáo: BAN TỔ CHỨC HUYỆN ỦY'],
  ])('finds units with a line break %s', (_, text, broken) => {
    const form = editDocument(fillTemplate(shippedTemplate, fullSheet), (xml) =>
      xml
        .replace(broken.includes(':') ? /<w:p>(?:(?!<w:p>).)*Đơn vị báo cáo.*?<\/w:p>/ : '', '')
        .replace(`${text}</w:t>`, `${broken.replace('|', '</w:t><w:br/><w:t>')}</w:t>`),
    );
    const made = madeFrom(form);
    expect(made.lacks).toEqual(['the template does not print the mark of a draft']);
    const xml = readPart(fillTemplate(made.template, otherSheet), 'word/document.xml');
    expect(xml).toContain('PHÒNG KHÁC');
    expect(xml).not.toMatch(/BAN TỔ CHỨC|HUYỆN ỦY/);
    expect(xml.match(/<w:br\/>/g) ?? []).toHaveLength(broken.includes(':') ? 1 : 0);
  });

  it('finds a title in several lines of a paragraph', () => {
    const signed = { ...fullSheet, approvedBy: { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' } };
    const { template, lacks } = madeFrom(fillTemplate(shippedTemplate, signed));
    const texts = paragraphsOf(
      fillTemplate(template, { ...otherSheet, approvedBy: { title: 'TRƯỞNG PHÒNG' } }),
    );
    expect(texts.filter((text) => /GIÁM ĐỐC|TRƯỞNG/.test(text))).toEqual(['TRƯỞNG PHÒNG']);
    expect(lacks).toEqual(['the template does not print the mark of a draft']);
  });

  it('counts a table in a text box once, although the file holds it twice for older programs', () => {
    const box = '<w:txbxContent><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:txbxContent>';
    const choices = `<mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback>`;
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const above = `<w:p ${mc}><w:r><mc:AlternateContent>${choices}</mc:AlternateContent></w:r></w:p>`;
    const form = editDocument(fillTemplate(shippedTemplate, fullSheet), (xml) =>
      xml.replace('<w:body>', `$&${above}`),
    );
    expect(sheetIn(again(form))).toEqual(sheetIn(form));
    expect(sheetIn(form).rows).toHaveLength(fullSheet.rows.length);
  });

  it('makes one table out of several, with what is below the rows', () => {
    const task = (index: number): SheetRow => ({
      kind: 'task',
      number: `1.${index + 1}`,
      text: ['Việc'],
      level: 3,
    });
    const rows = [...fullSheet.rows.slice(0, 7), ...Array.from({ length: 1100 }, (_, index) => task(index))];
    const long = fillTemplate(shippedTemplate, { ...fullSheet, rows });
    expect(readTables(long).length).toBeGreaterThan(3);
    const docx = fillTemplate(madeFrom(long).template, otherSheet);
    // That of the signatures is within the other.
    expect(readTables(docx)).toHaveLength(2);
    expect(paragraphsOf(docx).filter((text) => text === '(Ký và ghi rõ họ tên)')).toHaveLength(2);
    expect(lintDocx(docx)).toEqual([]);
  });

  it.each([
    ['a template', bytes],
    ['a document without a form', editDocument(bytes, (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/s, ''))],
    ['text', Buffer.from('form: bieu-so-2')],
  ])('refuses %s', (_name, docx) => {
    expect(templateFromForm(docx).problems?.map(({ id }) => id)).toEqual(['no-form']);
  });
});

describe('the forms of the tests', () => {
  const forms = readdirSync('test/fixtures/word').filter((name) => name.endsWith('.docx'));

  it.each(forms)('%s is the same form when it is printed by its own template', (name) => {
    const form = new Uint8Array(readFileSync(`test/fixtures/word/${name}`));
    const docx = again(form);
    expect(sheetIn(docx)).toEqual(sheetIn(form));
    expect(lintDocx(docx)).toEqual([]);
  });
});

describe.skipIf(libreOfficeIsMissing)('a form that LibreOffice saved', () => {
  let saved: Uint8Array;

  beforeAll(async () => {
    const form = fillTemplate(shippedTemplate, fullSheet);
    [saved = form] = await convertWithLibreOffice({ 'form.docx': form }, 'docx');
  });

  it('gives a template that prints it as it is', () => {
    const docx = again(saved);
    expect(readGrid(docx)).toEqual(readGrid(saved));
    expect(paragraphsOf(docx)).toEqual(paragraphsOf(saved));
    expect(lintDocx(docx)).toEqual([]);
  });
});
