import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/word/template/compile/read-template.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { editDocument, editPart, readPart } from '../parts.ts';
import { readGrid } from '../read-grid.ts';
import { templateBytes, templateOf } from './shipped-template.ts';
import { smallSheet } from './small-sheet.ts';

const problemsOf = (bytes: Uint8Array) =>
  readTemplate(bytes).problems?.map(({ id, message }) => `${id}: ${message.en}`);

const row = (tag: string) => new RegExp(`<w:tr>(?:(?!<w:tr>).)*?\\{#${tag}\\}.*?</w:tr>`);

/** The file with the first entry of its central directory edited; `at` is where that begins. */
function withDirectory(bytes: Uint8Array, edit: (view: DataView, at: number) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  edit(new DataView(copy.buffer, copy.byteOffset, copy.length), copy.indexOf('PK\x01\x02', 0, 'latin1'));
  return copy;
}

describe('readTemplate refuses', () => {
  it.each<[string, (xml: string) => string, string[]]>([
    [
      'a table without its prototype rows',
      (xml) => xml.replace(row('task'), '').replace(row('position-next-rated'), ''),
      ['missing-row: the table has no prototype row {#task} (a task with a level)'],
    ],
    [
      'a row twice',
      (xml) => xml.replace(row('area'), '$&$&'),
      ['repeated-row: there are several prototype rows {#area}; there may be one of each kind'],
    ],
    [
      'prototype rows in two tables',
      (xml) => {
        const [unrated = ''] = row('unrated').exec(xml) ?? [];
        const [above = ''] = xml.match(/<w:tbl>.*?<\/w:tblGrid>/) ?? [];
        return xml.replace(unrated, `</w:tbl><w:p/>${above}${unrated}`);
      },
      ['several-tables: this table has prototype rows, too: {#unrated}; all of them must be in one table'],
    ],
    [
      'a row with two tags',
      (xml) => xml.replace('{#task}', '{#task}{#group}'),
      ['several-tags: one row has several tags: {#task} {#group}; a prototype row has one'],
    ],
    [
      'an unknown placeholder',
      (xml) =>
        xml.replace('{group.title}', '{group.title} {group.name}').replace('PHÂN NHÓM', '{tên biểu} PHÂN'),
      [
        'unknown-placeholder: unknown placeholder “{group.name}”',
        'unknown-placeholder: unknown placeholder “{tên biểu}”',
      ],
    ],
    [
      'names that every object has',
      (xml) => xml.replace('>PHÂN', '>{constructor}PHÂN').replace('{area.title}', '{area.title}{toString}'),
      [
        'unknown-placeholder: unknown placeholder “{toString}”',
        'unknown-placeholder: unknown placeholder “{constructor}”',
      ],
    ],
    [
      'a brace that is not closed',
      (xml) => xml.replace('{dateLine}', '{dateLine'),
      ['unknown-placeholder: unknown placeholder “{dateLine”'],
    ],
    [
      'a placeholder of another row, of the sheet in a row, of a row outside',
      (xml) =>
        xml.replace('{area.title}', '{area.title}{task.text}{unit}').replace('>PHÂN', '>{task.number}PHÂN'),
      [
        'misplaced-placeholder: “{task.text}” is not allowed in the prototype row {#area}',
        'misplaced-placeholder: “{unit}” is not allowed in the prototype row {#area}',
        'misplaced-placeholder: “{task.number}” must be in a prototype row of the table',
      ],
    ],
    [
      'rows and a document that would lose content',
      (xml) =>
        xml
          .replace(/\{task\.level2\|X\}(?!.*\{task\.level2\|X\})/, '')
          .replace('{group.title}', '')
          .replace('>{unit}<', '><'),
      [
        'missing-placeholder: the prototype row {#group} lacks {group.title}',
        'missing-placeholder: the prototype row {#task} lacks {task.level2}',
        'missing-placeholder: the document lacks {unit}',
      ],
    ],
    [
      'XML that is none',
      (xml) => xml.replace('</w:body>', ''),
      ['damaged-part: the part word/document.xml is damaged and cannot be read'],
    ],
    [
      'an attribute with a prefix that is not declared',
      (xml) => xml.replace('<w:p>', '<w:p q:a="">'),
      ['damaged-part: the part word/document.xml is damaged and cannot be read'],
    ],
    [
      'a document type',
      (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
      ['damaged-part: the part word/document.xml is damaged and cannot be read'],
    ],
  ])('%s', (_name, edit, expected) => {
    expect(problemsOf(editDocument(templateBytes, edit))).toEqual(expected);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'no-word-file: this is not a Word file (.docx)'],
    ['text', strToU8('form: bieu-so-2'), 'no-word-file: this is not a Word file (.docx)'],
    [
      'an old .doc',
      readFileSync('test/fixtures/word/libreoffice.doc'),
      'no-word-file: this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
    ],
    [
      'half a file',
      templateBytes.subarray(0, 3000),
      'no-word-file: the Word file is damaged and cannot be unpacked',
    ],
    [
      'a part that is longer than it says',
      withDirectory(templateBytes, (view, at) => view.setUint32(at + 24, 100, true)),
      'no-word-file: the Word file is damaged and cannot be unpacked',
    ],
    [
      'a part that is not what its checksum says',
      withDirectory(templateBytes, (view, at) => view.setUint32(at + 16, 1, true)),
      'no-word-file: the Word file is damaged and cannot be unpacked',
    ],
    [
      'an encrypted part',
      withDirectory(templateBytes, (view, at) => view.setUint16(at + 8, 1, true)),
      'no-word-file: this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
    ],
    [
      'another zip file',
      zipSync({ 'a.txt': strToU8('a') }),
      'no-document: the file has no Word document in it',
    ],
    [
      'a part of more than 100 MB',
      zipSync({ 'word/document.xml': new Uint8Array(101 * 1024 * 1024) }, { level: 1 }),
      'no-word-file: the Word file is too large',
    ],
  ])('%s', (_name, bytes, expected) => {
    expect(problemsOf(bytes)).toEqual([expected]);
  });
});

describe('readTemplate takes a template that Word has been at', () => {
  const filled = (bytes: Uint8Array) => fillTemplate(templateOf(bytes), smallSheet);
  const usual = filled(templateBytes);
  const asUsual = (bytes: Uint8Array) => {
    const docx = filled(bytes);
    expect(readGrid(docx)).toEqual(readGrid(usual));
    expect(paragraphsOf(docx)).toEqual(paragraphsOf(usual));
    return docx;
  };

  it('with placeholders scattered over runs, among marks of the spelling check', () => {
    asUsual(
      editDocument(templateBytes, (xml) =>
        xml
          .replace(
            '>{#task}</w:t></w:r>',
            '>{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>#ta</w:t></w:r><w:r><w:t>sk}</w:t></w:r>',
          )
          .replaceAll('{task.text}', '{task.</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r><w:t>text}')
          .replaceAll('{task.level4|X}', '{task.level4</w:t></w:r><w:r><w:t>|</w:t></w:r><w:r><w:t>X}'),
      ),
    );
  });

  it('with bookmarks and ids, which are not repeated with the rows', () => {
    const docx = asUsual(
      editDocument(templateBytes, (xml) =>
        xml
          .replace(
            '<w:document',
            '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
          )
          .replaceAll('<w:p>', '<w:p w14:paraId="1A2B3C4D" w:rsidR="00AB12CD">')
          .replaceAll('<w:tr>', '<w:tr w:rsidR="00AB12CD" w:rsidTr="00AB12CD">')
          .replace('{task.text}', '</w:t></w:r><w:bookmarkStart w:id="7" w:name="a"/><w:r><w:t>{task.text}')
          .replace('{#unrated}', '{#unrated}</w:t></w:r><w:bookmarkEnd w:id="7"/><w:r><w:t>'),
      ),
    );
    // Between the two header rows, which keep their ids, and the row of the signatures.
    const [, , table = ''] = readPart(docx, 'word/document.xml').split('<w:tr ');
    expect(table).toContain('Phân công.');
    expect(table.replace(/^.*?<w:tr>/s, '')).not.toMatch(/paraId|rsid|bookmark/);
  });

  it('with another prefix for its elements', () => {
    const docx = filled(
      editDocument(templateBytes, (xml) =>
        xml
          .replaceAll('<w:', '<x:')
          .replaceAll('</w:', '</x:')
          .replace(
            'xmlns:w=',
            'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w=',
          ),
      ),
    );
    expect(readGrid(docx).map(({ cells }) => cells)).toEqual(readGrid(usual).map(({ cells }) => cells));
  });

  it('with spaces inside the braces, and with words between them', () => {
    const texts = paragraphsOf(
      filled(
        editDocument(templateBytes, (xml) => xml.replace('>{unit}<', '>({ unit }), gọi tắt là {unit}<')),
      ),
    );
    expect(texts[2]).toBe('Đơn vị báo cáo: (BAN TỔ CHỨC HUYỆN ỦY), gọi tắt là BAN TỔ CHỨC HUYỆN ỦY');
  });

  it('with a mark of its own, or the level itself', () => {
    const marks = (edit: (xml: string) => string) =>
      readGrid(filled(editDocument(templateBytes, edit)))[9]?.cells.at(-2)?.text;
    expect(marks((xml) => xml.replaceAll('|X}', '|✓}'))).toBe('✓');
    expect(marks((xml) => xml.replaceAll('|X}', '}'))).toBe('4');
  });

  it('saved as a .dotx, with properties of its own and none of bieu2', () => {
    const dotx = editPart(templateBytes, '[Content_Types].xml', (xml) =>
      xml
        .replace('document.main+xml', 'template.main+xml')
        .replace(/<Override [^>]*custom-properties[^>]*>/, ''),
    );
    const related = editPart(dotx, '_rels/.rels', (xml) =>
      xml.replace(/<Relationship [^>]*custom-properties[^>]*>/, ''),
    );
    const docx = asUsual(related);
    expect(readPart(docx, '[Content_Types].xml')).toContain('document.main+xml');
    expect(readPart(docx, '[Content_Types].xml')).toContain('/docProps/custom.xml');
    expect(readPart(docx, '_rels/.rels')).toContain('docProps/custom.xml');

    const labelled = editPart(templateBytes, 'docProps/custom.xml', (xml) =>
      xml.replace(
        /\/>$/,
        '><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="Mật"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">có</vt:lpwstr></property></Properties>',
      ),
    );
    expect(readPart(asUsual(labelled), 'docProps/custom.xml')).toMatch(
      /pid="4" name="Mật">.*pid="5" name="bieu2.contentHash">/,
    );
  });

  it('with an optional paragraph as the only one of a cell', () => {
    const bytes = editDocument(templateBytes, (xml) =>
      xml
        .replace('{preparedBy.name}', '{#preparedBy.name}{preparedBy.name}')
        .replaceAll(/<w:p>(?:(?!<w:p>).)*?(signatureHint|SignatureHint|SignatureTitle).*?<\/w:p>/g, ''),
    );
    const texts = (name?: string) =>
      paragraphsOf(fillTemplate(templateOf(bytes), { ...smallSheet, preparedBy: name ? { name } : {} }));
    expect(texts('A').slice(-7, -5)).toEqual(['A', 'Trần Thị B']);
    expect(texts().slice(-7, -5)).toEqual(['', 'Trần Thị B']);
  });
});
