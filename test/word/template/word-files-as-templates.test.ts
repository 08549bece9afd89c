import validateOpenXml from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/sheet/sheet.ts';
import { parseXml } from '../../../src/word/package/xml-tree.ts';
import { readTemplate } from '../../../src/word/template/compile/read-template.ts';
import { fillTemplate, unprintedOf } from '../../../src/word/template/fill-template.ts';
import { lintDocx } from '../lint-docx.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { editDocument, editPart, readPart } from '../parts.ts';
import { attribute, below, readGrid } from '../read-grid.ts';
import { referenceSheet } from '../reference-sheet.ts';
import { templateBytes, templateOf } from './shipped-template.ts';
import { smallSheet } from './small-sheet.ts';

const usual = fillTemplate(templateOf(templateBytes), smallSheet);
const types = '[Content_Types].xml';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const withParts = (docx: Uint8Array, added: Record<string, string>) =>
  zipSync({
    ...unzipSync(docx),
    ...Object.fromEntries(Object.entries(added).map(([name, text]) => [name, strToU8(text)])),
  });

const related = (docx: Uint8Array, part: string, ...relations: [type: string, target: string][]) =>
  editPart(docx, part, (xml) =>
    xml.replace(
      '</Relationships>',
      `${relations.map(([type, target], index) => `<Relationship Id="x${index}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`,
    ),
  );

const typed = (docx: Uint8Array, entries: string) =>
  editPart(docx, types, (xml) => xml.replace('</Types>', `${entries}</Types>`));

const warningsOf = (docx: Uint8Array) => readTemplate(docx).warnings?.map(({ id }) => id);

/** Fills a template that is to print what the shipped one does. */
function asUsual(docx: Uint8Array): Uint8Array {
  const filled = fillTemplate(templateOf(docx), smallSheet);
  expect(readGrid(filled)).toEqual(readGrid(usual));
  expect(paragraphsOf(filled)).toEqual(paragraphsOf(usual));
  expect(lintDocx(filled)).toEqual([]);
  return filled;
}

/** The content type of each part that has one of its own. */
const overridesOf = (docx: Uint8Array) =>
  new Map(
    parseXml(readPart(docx, types)).children.flatMap((entry) => {
      const part = attribute(entry, 'PartName');
      return part === undefined ? [] : [[part, attribute(entry, 'ContentType')] as const];
    }),
  );

describe('the list of content types', () => {
  it.each<[string, (xml: string) => string]>([
    ['in single quotes', (xml) => xml.replaceAll('"', "'")],
    [
      'with a prefix',
      (xml) => xml.replace('xmlns=', 'xmlns:c=').replace(/<(\/?)(Types|Default|Override)/g, '<$1c:$2'),
    ],
    [
      'that gives the type of documents to all XML parts',
      (xml) =>
        xml
          .replace(/<Override[^>]*"\/word\/document\.xml"[^>]*>/, '')
          .replace(
            /(Extension="xml"[^>]*ContentType=|ContentType=)"application\/xml"/,
            `$1"${documentType}"`,
          ),
    ],
    [
      'in capitals',
      (xml) => xml.replace('/word/document.xml', '/WORD/Document.XML').replace('"rels"', '"RELS"'),
    ],
  ])('%s', async (_name, edit) => {
    const docx = asUsual(editPart(templateBytes, types, edit));
    expect(overridesOf(docx).get('/word/document.xml')).toBe(documentType);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
  });

  it('under another name of the document', () => {
    const {
      'word/document.xml': document,
      'word/_rels/document.xml.rels': relations,
      ...others
    } = unzipSync(templateBytes);
    if (!document || !relations) throw new Error('the template has no document');
    const renamed = zipSync({ ...others, 'word/main.xml': document, 'word/_rels/main.xml.rels': relations });
    const edits = (xml: string) => xml.replace('word/document.xml', 'word/main.xml');
    const docx = fillTemplate(
      templateOf(editPart(editPart(renamed, types, edits), '_rels/.rels', edits)),
      smallSheet,
    );
    expect(readPart(docx, 'word/main.xml')).toBe(readPart(usual, 'word/document.xml'));
    expect(overridesOf(docx).get('/word/main.xml')).toBe(documentType);
  });
});

const microsoft = 'http://schemas.microsoft.com/office/2006/relationships';

/** The shipped template as Word saves it with macros, or as a template of its own. */
function ofKind(type: string): Uint8Array {
  const kind = editPart(templateBytes, types, (xml) => xml.replace(documentType, type));
  const macros = withParts(kind, {
    'word/vbaProject.bin': 'x',
    'word/vbaData.xml': '<a/>',
    'word/_rels/vbaProject.bin.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${microsoft}/wordVbaData" Target="vbaData.xml"/></Relationships>`,
  });
  return typed(
    related(macros, 'word/_rels/document.xml.rels', [`${microsoft}/vbaProject`, 'vbaProject.bin']),
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
      '<Override PartName="/word/vbaData.xml" ContentType="application/vnd.ms-word.vbaData+xml"/>',
  );
}

describe('Word files of other kinds', () => {
  it.each([
    'application/vnd.ms-word.document.macroEnabled.main+xml',
    'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  ])('%s gives a plain document without macros', async (type) => {
    const template = ofKind(type);
    const docx = asUsual(template);
    expect(Object.keys(unzipSync(docx)).sort()).toEqual(Object.keys(unzipSync(usual)).sort());
    for (const part of [types, 'word/_rels/document.xml.rels']) {
      expect(readPart(docx, part)).not.toMatch(/vba|macro/i);
    }
    expect(warningsOf(template)).toEqual(['other-kind', 'left-out-macros']);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
  });

  it('a signature is left out, with all that belongs to it', async () => {
    const signature = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature';
    const signed = withParts(templateBytes, {
      '_xmlsignatures/origin.sigs': '',
      '_xmlsignatures/sig1.xml': '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
      '_xmlsignatures/_rels/origin.sigs.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${signature}/signature" Target="sig1.xml"/></Relationships>`,
    });
    const template = typed(
      related(signed, '_rels/.rels', [`${signature}/origin`, '_xmlsignatures/origin.sigs']),
      '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>' +
        '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>',
    );
    const docx = asUsual(template);
    expect(Object.keys(unzipSync(docx)).filter((name) => name.includes('sig'))).toEqual([]);
    for (const part of [types, '_rels/.rels']) expect(readPart(docx, part)).not.toContain('signature');
    expect(warningsOf(template)).toEqual(['left-out-signature']);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
  });

  it.each(['utf16le', 'utf16be'])('parts in %s are read, and written in UTF-8', async (encoding) => {
    const parts = unzipSync(templateBytes);
    const utf16 = ['word/document.xml', 'word/header1.xml', 'docProps/core.xml', types, '_rels/.rels'];
    for (const name of utf16) {
      const text = strFromU8(parts[name] ?? new Uint8Array()).replace(
        'encoding="UTF-8"',
        'encoding="UTF-16"',
      );
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      parts[name] = new Uint8Array(encoding === 'utf16le' ? bytes : bytes.swap16());
    }
    const docx = asUsual(zipSync(parts));
    for (const name of utf16) expect(readPart(docx, name)).not.toContain('UTF-16');
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
  });

  it('a workbook is no template', () => {
    const sheets = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
    const book = editPart(
      editDocument(templateBytes, () => sheets),
      types,
      (xml) => xml.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
    );
    expect(readTemplate(book).problems?.map(({ id }) => id)).toEqual(['no-document']);
  });
});

const shape =
  '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="3" name="Line 3"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr/><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>' +
  '<mc:Fallback><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shapetype id="_x0000_t32" coordsize="21600,21600" path="m,l21600,21600e"/><v:shape id="_x0000_s1026" type="#_x0000_t32" style="width:10pt;height:10pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>';
const control =
  '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent><w:r><w:t>Chọn</w:t></w:r></w:sdtContent></w:sdt>';

describe('ids in copied rows', () => {
  const template = templateOf(
    editDocument(templateBytes, (xml) =>
      xml
        .replace('<w:body>', `<w:body><w:p>${shape}${control}</w:p>`)
        .replace(/<w:r><w:t[^>]*>\{#(group|area)\}/g, `${shape}${control}$&`)
        .replace(/(<w:r>)(<w:t[^>]*>\{#task\})/, `${shape}$1$2`)
        // Its paragraph is repeated for every paragraph of a task.
        .replaceAll(/<w:r><w:t[^>]*>\{task\.text\}/g, `${shape}$&`)
        .replace(/<w:r><w:t[^>]*>\{#note\}/, `${shape}$&`),
    ),
  );
  const rows = Array.from({ length: 1200 }, (_, index) => smallSheet.rows[index % smallSheet.rows.length]);
  const sheet: Sheet = { ...smallSheet, rows: rows.filter((row) => row !== undefined) };
  const docx = fillTemplate(template, sheet);
  const root = parseXml(readPart(docx, 'word/document.xml'));
  const all = (local: string, name: string) => [...below(root, local)].map((each) => attribute(each, name));

  it.each([
    ['docPr', 'id'],
    ['shape', 'id'],
    ['shapetype', 'id'],
    ['id', 'val'],
  ])('%s: each is there once', (local, name) => {
    const ids = all(local, name);
    // Groups and areas are three of the eleven rows.
    expect(ids.length).toBeGreaterThan(300);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('what refers to a shape of its copy refers to it still', () => {
    const kinds = new Set(all('shapetype', 'id').map((id) => `#${id}`));
    expect(all('shape', 'type').filter((type) => !kinds.has(type ?? ''))).toEqual([]);
  });

  it('the Open XML SDK finds nothing', async () => {
    expect(await validateOpenXml(fillTemplate(template, smallSheet), 'docx')).toEqual([]);
  });
});

describe('comments', () => {
  const w =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
  const comment = (id: number) =>
    `<w:comment w:id="${id}" w:author="B"><w:p w14:paraId="0000000${id}"><w:r><w:t>Ý kiến ${id}</w:t></w:r></w:p></w:comment>`;
  const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('of prototype rows and repeated paragraphs are left out, others stay', () => {
    const commented = withParts(
      editDocument(templateBytes, (xml) =>
        xml
          .replace(
            '<w:body>',
            `<w:body><w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Mật</w:t></w:r><w:commentRangeEnd w:id="1"/>${reference(1)}</w:p>`,
          )
          .replace(/<w:r><w:t[^>]*>\{area\.title\}/, `<w:commentRangeStart w:id="2"/>$&`)
          .replace(/\{area\.title\}<\/w:t><\/w:r>/, `$&<w:commentRangeEnd w:id="2"/>${reference(2)}`)
          .replace(/<w:r><w:t[^>]*>\{#note\}/, `${reference(3)}$&`),
      ),
      {
        'word/comments.xml': `<w:comments ${w}>${[1, 2, 3].map(comment).join('')}</w:comments>`,
        'word/commentsExtended.xml': `<w15:commentsEx ${w}>${[1, 2, 3].map((id) => `<w15:commentEx w15:paraId="0000000${id}" w15:done="0"/>`).join('')}</w15:commentsEx>`,
      },
    );
    const template = typed(
      related(
        commented,
        'word/_rels/document.xml.rels',
        ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', 'comments.xml'],
        ['http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml'],
      ),
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>' +
        '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/>',
    );
    const docx = fillTemplate(templateOf(template), smallSheet);
    expect(readPart(docx, 'word/comments.xml').match(/Ý kiến \d/g)).toEqual(['Ý kiến 1']);
    expect(readPart(docx, 'word/commentsExtended.xml').match(/paraId="\d+"/g)).toEqual(['paraId="00000001"']);
    expect(readPart(docx, 'word/document.xml').match(/<w:comment\w+ w:id="\d"/g)).toEqual([
      '<w:commentRangeStart w:id="1"',
      '<w:commentRangeEnd w:id="1"',
      '<w:commentReference w:id="1"',
    ]);
  });
});

describe('rows of a filled-in form among the prototype rows', () => {
  const rowOf = (...texts: string[]) =>
    `<w:tr>${texts.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`;
  const task = rowOf('', '1.1', 'Việc cũ', '', 'X', '', '', '');
  const whole = (text: string) =>
    `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="8"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr>`;
  const prototype = (tag: string) => new RegExp(`<w:tr>(?:(?!<w:tr>).)*?\\{#${tag}\\}.*?</w:tr>`);
  const problems = (edit: (xml: string) => string) =>
    readTemplate(editDocument(templateBytes, edit)).problems?.map(({ message, place }) => [
      message.en,
      place?.table,
      place?.row,
    ]);

  it.each<[string, (xml: string) => string, unknown]>([
    [
      'between them and behind them',
      (xml) => xml.replace(prototype('area'), `$&${task}${task}`).replace(prototype('unrated'), `$&${task}`),
      [['rows 9–10, 13 are not prototype rows but have content, which every form would print', 1, 9]],
    ],
    [
      'above the first one',
      (xml) => xml.replace(prototype('group'), `${task}$&`),
      [['row 3 is not a prototype row but has content, which every form would print', 1, 3]],
    ],
    [
      'with a mark only',
      (xml) => xml.replace(prototype('unrated'), `$&${rowOf('', '', '', 'X', '', '', '', '')}`),
      [['row 11 is not a prototype row but has content, which every form would print', 1, 11]],
    ],
    [
      'not where they are empty, repeat the header, have placeholders or reach over the table',
      (xml) =>
        xml.replace(
          prototype('unrated'),
          `$&${rowOf('', '', '', '', '', '', '', '')}${rowOf('', 'Tổng hợp của {unit}', '', '', '', '', '', '')}${whole('Nơi nhận')}`,
        ),
      undefined,
    ],
  ])('%s', (_name, edit, expected) => {
    expect(problems(edit)).toEqual(expected);
  });
});

describe('what a template does not print', () => {
  const without = (pattern: RegExp) => editDocument(templateBytes, (xml) => xml.replaceAll(pattern, ''));

  it('is a warning, and reported for a form that gives it', () => {
    const bytes = without(/\{[#^]?(dateLine|preparedBy\.name|note)\}/g);
    expect(readTemplate(bytes).warnings?.map(({ id, message, hint }) => [id, message.en, hint?.en])).toEqual([
      [
        'unprinted',
        'the template does not print place and date',
        'Add {dateLine} where forms should have it.',
      ],
      [
        'unprinted',
        'the template does not print name of the person who prepared the form',
        'Add {preparedBy.name} where forms should have it.',
      ],
      ['unprinted', 'the template does not print the notes', 'Add {note} where forms should have it.'],
    ]);
    const template = templateOf(bytes);
    const of = (sheet: Sheet) => unprintedOf(template, sheet).map(({ en }) => en);
    expect(of(smallSheet)).toEqual([
      'place and date',
      'name of the person who prepared the form',
      'the notes',
    ]);
    const { dateLine: _, notes: __, ...rest } = smallSheet;
    expect(of({ ...rest, preparedBy: {} })).toEqual([]);
  });

  it('is nothing where the template has the same words of its own', () => {
    const template = templateOf(
      editDocument(templateBytes, (xml) =>
        xml.replaceAll('{#dateLine}{dateLine}', smallSheet.dateLine ?? ''),
      ),
    );
    expect(template.unprinted).toEqual(['dateLine']);
    expect(unprintedOf(template, smallSheet)).toEqual([]);
    expect(unprintedOf(template, { ...smallSheet, dateLine: 'ngày mai' })).toHaveLength(1);
  });

  it('is the mark of a draft where no header has it', () => {
    const bytes = ['word/header1.xml', 'word/header2.xml'].reduce<Uint8Array>(
      (docx, part) => editPart(docx, part, (xml) => xml.replaceAll('{#draft}', '')),
      templateBytes,
    );
    const template = templateOf(bytes);
    expect(unprintedOf(template, { ...smallSheet, draft: true }).map(({ vi }) => vi)).toEqual([
      'dòng chữ báo bản nháp',
    ]);
    expect(unprintedOf(template, smallSheet)).toEqual([]);
  });
});

describe('duties with a level in a template without rows for them', () => {
  const bytes = editDocument(templateBytes, (xml) =>
    xml.replaceAll(/<w:tr>(?:(?!<w:tr>).)*?\{#position-(?:next-)?rated\}.*?<\/w:tr>/g, ''),
  );

  it('are printed with the level cells of a task', async () => {
    const docx = asUsual(bytes);
    expect(await validateOpenXml(docx, 'docx')).toEqual([]);
    expect(readGrid(fillTemplate(templateOf(bytes), referenceSheet))).toEqual(
      readGrid(fillTemplate(templateOf(templateBytes), referenceSheet)),
    );
  });

  it('need rows of their own where the columns of a task are others', () => {
    const others = editDocument(bytes, (xml) =>
      xml.replace(/(\{#task\}.*?)(<\/w:tc>)/, '$1$2<w:tc><w:p/></w:tc>'),
    );
    expect(readTemplate(others).problems?.map(({ id }) => id)).toEqual(['missing-row', 'missing-row']);
  });
});
