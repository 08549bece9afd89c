import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/word/template/compile/read-template.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { convertWithLibreOffice, libreOfficeIsMissing } from '../libreoffice.ts';
import { lintDocx } from '../lint-docx.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { editDocument, editPart, readPart } from '../parts.ts';
import { readGrid } from '../read-grid.ts';
import { templateBytes, templateOf } from './shipped-template.ts';
import { smallSheet } from './small-sheet.ts';

const filled = (bytes: Uint8Array) => fillTemplate(templateOf(bytes), smallSheet);
const usual = filled(templateBytes);
const edited = (edit: (xml: string) => string) => filled(editDocument(templateBytes, edit));

const row = (tag: string) => new RegExp(`<w:tr>(?:(?!<w:tr>).)*?\\{#${tag}\\}.*?</w:tr>`);
const control = (content: string) =>
  `<w:sdt><w:sdtPr><w:id w:val="77"/><w:lock w:val="sdtContentLocked"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** A picture of one white dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

const drawing = (relation: string) =>
  '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  '<wp:extent cx="360000" cy="360000"/><wp:docPr id="5" name="Huy hiệu" descr="Huy hiệu"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:nvPicPr><pic:cNvPr id="5" name="huy-hieu.png"/><pic:cNvPicPr/></pic:nvPicPr>' +
  `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
  '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
  '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';

/** A letterhead with a picture and the unit's name above the form, a footer with placeholders below every page. */
function withLetterhead(bytes: Uint8Array): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = unzipSync(bytes);
  const footer =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:p><w:r><w:t>{unit} – {dateLine}</w:t></w:r></w:p><w:p><w:r><w:t>{#draft}Nháp</w:t></w:r></w:p></w:ftr>';
  const withParts = zipSync({
    ...parts,
    'word/footer9.xml': strToU8(footer),
    'word/media/huy-hieu.png': new Uint8Array(picture),
  });
  const edits: [string, (xml: string) => string][] = [
    [
      '[Content_Types].xml',
      (xml) =>
        xml.replace(
          '</Types>',
          '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/footer9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>',
        ),
    ],
    [
      'word/_rels/document.xml.rels',
      (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdF" Type="${relations}/footer" Target="footer9.xml"/><Relationship Id="rIdP" Type="${relations}/image" Target="media/huy-hieu.png"/></Relationships>`,
        ),
    ],
    [
      'word/document.xml',
      (xml) =>
        xml
          .replace(
            '<w:body>',
            `<w:body><w:p><w:r>${drawing('rIdP')}</w:r><w:r><w:t>CƠ QUAN {parentUnit}</w:t></w:r></w:p><w:p/>`,
          )
          .replace(/<w:sectPr[^>]*>/, '$&<w:footerReference w:type="default" r:id="rIdF"/>'),
    ],
  ];
  return edits.reduce<Uint8Array>((docx, [part, edit]) => editPart(docx, part, edit), withParts);
}

describe('a template that an office edited', () => {
  it.each<[string, (xml: string) => string]>([
    ['around a placeholder', (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*?\{unit\}.*?<\/w:r>/, control)],
    ['around a paragraph', (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*?\{dateLine\}.*?<\/w:p>/, control)],
    ['around a row', (xml) => xml.replace(row('task'), control)],
    [
      'around the first row, and in it',
      (xml) => xml.replace(row('group'), control).replace(row('area'), control),
    ],
    [
      'around a cell and within one',
      (xml) =>
        xml
          .replace(/<w:tc>(?:(?!<w:tc>).)*?\{area\.title\}.*?<\/w:tc>/, control)
          .replace(/<w:p>(?:(?!<w:p>).)*?\{#unrated\}.*?<\/w:p>/, control),
    ],
    [
      'around the whole table, with another control in it',
      (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/, control).replace(row('unrated'), control),
    ],
    [
      'of older kinds: smart tags and custom XML',
      (xml) =>
        xml
          .replace(row('task'), '<w:customXml w:element="a"><w:customXmlPr/>$&</w:customXml>')
          .replace(/<w:r>(?:(?!<w:r>).)*?\{unit\}.*?<\/w:r>/, '<w:smartTag w:element="b">$&</w:smartTag>'),
    ],
  ])('takes content controls %s', (_where, edit) => {
    const docx = edited(edit);
    expect(readGrid(docx)).toEqual(readGrid(usual));
    expect(paragraphsOf(docx)).toEqual(paragraphsOf(usual));
    expect(readPart(docx, 'word/document.xml')).not.toMatch(/<w:(sdt|smartTag|customXml)\b/);
    expect(lintDocx(docx)).toEqual([]);
  });

  it('leaves content controls alone that hold no placeholder', () => {
    const docx = edited((xml) =>
      xml.replace('<w:body>', `<w:body>${control('<w:p><w:r><w:t>Mật</w:t></w:r></w:p>')}`),
    );
    expect(readPart(docx, 'word/document.xml')).toContain('<w:dataBinding');
    expect(paragraphsOf(docx)[0]).toBe('Mật');
  });

  it('takes columns in another order', () => {
    // The first two columns change places in every row that has them both.
    const swapped = (xml: string) =>
      xml.replace(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/g, (text) => {
        const cells = text.match(/<w:tc>.*?<\/w:tc>/g) ?? [];
        const [a = '', b = ''] = cells;
        return /gridSpan/.test(b) ? text : text.replace(a + b, b + a);
      });
    const texts = readGrid(edited(swapped)).map(({ cells }) => cells.slice(0, 3).map(({ text }) => text));
    expect(texts[0]).toEqual(['Nhóm công\u00a0việc', 'TT', 'Công việc cụ thể']);
    expect(texts[3]).toEqual(['Trưởng Ban', '1', 'Quản lý tài sản.']);
    expect(texts[9]).toEqual(['1.1', '', '1.1.1. Chủ trì <đề án> & “nghị quyết”']);
  });

  it('takes hidden text and columns that were deleted', () => {
    const hidden = edited((xml) =>
      xml.replace(/<w:r>(?=<w:t[^>]*>\{#(task|group)\})/g, '<w:r><w:rPr><w:vanish/></w:rPr>'),
    );
    expect(readGrid(hidden)).toEqual(readGrid(usual));
    // The column TT goes; the tags that stood in it move on to the next cell.
    const without = edited((xml) =>
      xml.replace(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/g, (text) => {
        const [first = ''] = text.match(/<w:tc>.*?<\/w:tc>/) ?? [];
        const tag = /\{#[\w-]+\}/.exec(first)?.[0];
        const rest = text.replace(first, '');
        return tag ? rest.replace(/<\/w:pPr>/, `$&<w:r><w:t>${tag}</w:t></w:r>`) : rest;
      }),
    );
    expect(readGrid(without).map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      readGrid(usual).map(({ cells }) => cells.slice(1).map(({ text }) => text)),
    );
  });

  it.each([
    [0, (xml: string) => xml.replaceAll('<w:tblHeader/>', '')],
    [
      1,
      (xml: string) =>
        xml
          .replace(/<w:tr>(?:(?!<w:tr>).)*?>1<\/w:t>.*?<\/w:tr>/, '')
          .replaceAll('<w:vMerge w:val="restart"/><w:vAlign', '<w:vAlign'),
    ],
    [3, (xml: string) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*?>1<\/w:t>.*?<\/w:tr>/, '$&$&')],
  ])('takes %i header rows, and repeats them in a long form', (count, edit) => {
    const rows = Array.from({ length: 1100 }, () => smallSheet.rows[7]).filter((one) => one !== undefined);
    const template = templateOf(editDocument(templateBytes, edit));
    const xml = readPart(fillTemplate(template, { ...smallSheet, rows }), 'word/document.xml');
    const headers = xml.match(/<w:tblHeader\/>/g)?.length ?? 0;
    // 1,100 rows make five tables.
    expect(headers).toBe(5 * count);
    expect(lintDocx(fillTemplate(template, smallSheet))).toEqual([]);
  });

  it('keeps a letterhead with its picture, and fills headers, footers and footnotes', () => {
    const docx = filled(withLetterhead(templateBytes));
    expect(unzipSync(docx)['word/media/huy-hieu.png']).toEqual(new Uint8Array(picture));
    expect(readPart(docx, 'word/document.xml')).toContain('r:embed="rIdP"');
    expect(paragraphsOf(docx).slice(0, 3)).toEqual(['CƠ QUAN HUYỆN ỦY A', '', 'Biểu số 2']);
    expect(paragraphsOf(docx, 'word/footer9.xml')).toEqual([
      'BAN TỔ CHỨC HUYỆN ỦY – Huyện A, ngày 24 tháng 11 năm 2026',
    ]);
    expect(readGrid(docx)).toEqual(readGrid(usual));
  });

  it('keeps paragraphs, rows and tables that were added', () => {
    const extra = '<w:p><w:r><w:t>Nơi nhận: Lưu VT</w:t></w:r></w:p>';
    const total =
      '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="8"/></w:tcPr><w:p><w:r><w:t>Tổng cộng</w:t></w:r></w:p></w:tc></w:tr>';
    const docx = edited((xml) =>
      xml.replace(row('unrated'), `$&${total}`).replace(/<w:sectPr/, `${extra}$&`),
    );
    expect(readGrid(docx).at(-1)?.cells[0]?.text).toBe('Tổng cộng');
    expect(readGrid(docx)).toHaveLength(readGrid(usual).length + 1);
    expect(paragraphsOf(docx).at(-1)).toBe('Nơi nhận: Lưu VT');
  });
});

describe('a template that lacks something says so', () => {
  const problems = (edit: (xml: string) => string) =>
    readTemplate(editDocument(templateBytes, edit)).problems?.map(({ id, place, hint }) => [
      id,
      place && `${place.table}:${place.row}`,
      hint?.en,
    ]);

  it.each<[string, (xml: string) => string, unknown[][]]>([
    [
      'no prototype rows at all',
      (xml) =>
        xml.replace(/<w:tr>(?:(?!<w:tr>).)*?\{#(?:group|area|position|task|unrated)\b.*?<\/w:tr>/g, ''),
      [
        [
          'no-rows',
          undefined,
          'Start from what “bieu2 template new” makes, and leave the prototype rows in its table.',
        ],
      ],
    ],
    ['no task row', (xml) => xml.replace(row('task'), ''), [['missing-row', undefined, undefined]]],
    [
      'a placeholder with a slip',
      (xml) => xml.replace('{area.title}', '{area.titel}').replace('>{unit}<', '>{unit} {#dateLin}<'),
      [
        ['unknown-placeholder', '1:8', 'Did you mean {area.title}?'],
        ['unknown-placeholder', undefined, 'Did you mean {#dateLine}?'],
      ],
    ],
    [
      'a slip in the text of tasks, whose levels serve for duties',
      (xml) =>
        xml
          .replace(row('position-rated'), '')
          .replace(row('position-next-rated'), '')
          .replace(row('task'), (found) => found.replace('{task.text}', '{task.txt}')),
      [['unknown-placeholder', '1:7', 'Did you mean {task.text}?']],
    ],
    [
      'changes that nobody has accepted',
      (xml) =>
        xml.replace(
          /<w:r>(?:(?!<w:r>).)*?\{area\.title\}.*?<\/w:r>/,
          '<w:ins w:id="1" w:author="A">$&</w:ins>',
        ),
      [['tracked-changes', undefined, 'In Word, accept or reject all changes on the Review tab, then save.']],
    ],
    [
      'a row of another table',
      (xml) =>
        xml.replace(
          /<w:tbl>.*<\/w:tbl>/,
          (table) =>
            `${table}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{#task}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
        ),
      [['several-tables', '3:1', 'Move them to the first table that has prototype rows, or delete them.']],
    ],
    [
      'the whole table twice',
      (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/, (table) => `${table}<w:p/>${table}`),
      [['several-tables', '3:3', 'Move them to the first table that has prototype rows, or delete them.']],
    ],
    [
      'a placeholder of its own making',
      (xml) => xml.replace('{area.title}', '{area.title} {tenMang}'),
      [['unknown-placeholder', '1:8', 'The placeholders here: {area.title} {area.number}']],
    ],
  ])('%s', (_name, edit, expected) => {
    expect(problems(edit)).toEqual(expected);
  });
});

describe.skipIf(libreOfficeIsMissing)('a template that LibreOffice saved', () => {
  let resaved: Uint8Array[];

  beforeAll(async () => {
    const controlled = editDocument(templateBytes, (xml) =>
      xml
        .replace(/<w:r>(?:(?!<w:r>).)*?\{unit\}.*?<\/w:r>/, control)
        .replace(/<w:p>(?:(?!<w:p>).)*?\{dateLine\}.*?<\/w:p>/, control),
    );
    resaved = await convertWithLibreOffice(
      { 'letterhead.docx': withLetterhead(templateBytes), 'controls.docx': controlled },
      'docx',
    );
  });

  it.each([0, 1])('prints what it printed before (%i)', (index) => {
    const [letterhead, controls] = resaved;
    const docx = filled((index === 0 ? letterhead : controls) ?? new Uint8Array());
    expect(readGrid(docx)).toEqual(readGrid(usual));
    expect(lintDocx(docx)).toEqual([]);
    const texts = paragraphsOf(docx);
    expect(texts.slice(index === 0 ? 2 : 0)).toEqual(paragraphsOf(usual));
    if (index === 1) return;
    expect(texts[0]).toBe('CƠ QUAN HUYỆN ỦY A');
    const parts = Object.keys(unzipSync(docx));
    expect(parts.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    const footers = parts.filter((name) => /word\/footer\d*\.xml$/.test(name));
    expect(footers.flatMap((part) => paragraphsOf(docx, part))).toContain(
      'BAN TỔ CHỨC HUYỆN ỦY – Huyện A, ngày 24 tháng 11 năm 2026',
    );
  });
});
