import { describe, expect, it } from 'vitest';
import { decodeForm } from '../../../src/form/decode-form.ts';
import type { Sheet, SheetRow } from '../../../src/sheet/sheet.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { lintDocx } from '../lint-docx.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { editDocument, readPart } from '../parts.ts';
import { readGrid, readTables } from '../read-grid.ts';
import { referenceSheet } from '../reference-sheet.ts';
import { shippedTemplate, templateBytes, templateOf } from './shipped-template.ts';
import { smallSheet } from './small-sheet.ts';

const fill = (sheet: Partial<Sheet> = {}) => fillTemplate(shippedTemplate, { ...smallSheet, ...sheet });

/** A row as `column+span text`, cells parted by ` | `; `^` goes on from above, `v` is gone on with below. */
const printed = (docx: Uint8Array) =>
  readGrid(docx).map(({ cells }) =>
    cells
      .map(({ column, span, merge, text }) => {
        const merged = merge === 'none' ? '' : merge === 'restart' ? 'v' : '^';
        return `${column}${span > 1 ? `+${span}` : ''}${merged} ${text}`.trim();
      })
      .join(' | '),
  );

describe('fillTemplate', () => {
  it('writes the small sheet', async () => {
    const xml = readPart(fill(), 'word/document.xml').replace(/<w:(p|tr|tc|tbl|sectPr|body)>/g, '\n$&');
    await expect(xml.replace(/(<w:document)[^>]*>/, '$1 …>')).toMatchFileSnapshot(
      'golden/small-document.xml',
    );
  });

  it('prints each kind of row with its own cells', () => {
    expect(printed(fill())).toEqual([
      '0v TT | 1v Nhóm công\u00a0việc | 2v Công việc cụ thể | 3+5 Mức độ phức tạp của công việc',
      '0^ | 1^ | 2^ | 3 1 | 4 2 | 5 3 | 6 4 | 7 5',
      '0 I | 1+2 Nhóm công việc lãnh đạo, quản lý | 3+5',
      '0v 1 | 1v Trưởng Ban | 2 Quản lý tài sản. | 3+5',
      '0^ | 1^ | 2 Phân công. | 3 | 4 | 5 | 6 | 7 X',
      '0v 2 | 1v Phó trưởng Ban | 2 Điều hành. | 3 | 4 | 5 | 6 X | 7',
      '0^ | 1^ | 2 Phụ trách. | 3+5',
      '0 II | 1+2 Nhóm công việc CM, nghiệp vụ | 3+5',
      '0 1 | 1+2 Nghiên cứu, đề xuất | 3+5',
      '0 | 1 1.1 | 2 1.1.1. Chủ trì <đề án> & “nghị quyết” | 3 | 4 | 5 | 6 X | 7',
      '0 | 1 1.2 | 2 - Chuyển sinh hoạt đảng,\n- Tặng huy hiệu đảng | 3 | 4 | 5 X | 6 | 7',
      '0 | 1 1.3 | 2+6 Thực hiện chế độ hội họp',
      '0 | 1 1.4 | 2 Việc chưa xếp mức | 3 | 4 | 5 | 6 | 7',
    ]);
  });

  it('prints the reference form: its texts, its marks, its two repeated header rows', () => {
    const rows = readGrid(fillTemplate(shippedTemplate, referenceSheet));
    expect(rows.map(({ header }) => header)).toEqual([true, true, ...referenceSheet.rows.map(() => false)]);
    expect(rows.every(({ cantSplit }) => cantSplit)).toBe(true);
    const found = rows.slice(2).map(({ cells }) => ({
      texts: cells
        .filter(({ column }) => column < 3)
        .map(({ text }) => text)
        .filter(Boolean),
      level: cells.find(({ column, text }) => column > 2 && text === 'X')?.column,
    }));
    expect(found).toEqual(
      referenceSheet.rows.map((row) => ({
        texts: [row.number, 'title' in row ? row.title : '', 'text' in row ? row.text.join('\n') : ''].filter(
          Boolean,
        ),
        level: 'level' in row && row.level ? row.level + 2 : undefined,
      })),
    );
    expect(found.filter(({ level }) => level !== undefined)).toHaveLength(30);
  });

  it('prints what the sheet has around the table', () => {
    const texts = paragraphsOf(fill());
    expect(texts.slice(0, 4)).toEqual([
      'Biểu số 2',
      'Đơn vị cấp trên trực tiếp: HUYỆN ỦY A',
      'Đơn vị báo cáo: BAN TỔ CHỨC HUYỆN ỦY',
      'PHÂN NHÓM CÔNG VIỆC',
    ]);
    expect(texts.slice(-12)).toEqual([
      'Huyện A, ngày 24 tháng 11 năm 2026',
      'Chuyên viên',
      'Trưởng ban',
      '(Ký và ghi rõ họ tên)',
      '(Ký và ghi rõ họ tên)',
      'Nguyễn Văn A',
      'Trần Thị B',
      // After a table Word wants a paragraph.
      '',
      'Ghi chú:',
      '- Ghi chú một.',
      '- Ghi chú hai.',
      '',
    ]);
  });

  it('prints the wording of the form where the sheet has nothing', () => {
    const { parentUnit, unit, dateLine, notes, ...rest } = smallSheet;
    const texts = paragraphsOf(fillTemplate(shippedTemplate, { ...rest, preparedBy: {}, approvedBy: {} }));
    expect(texts.slice(0, 4)).toEqual([
      'Biểu số 2',
      'Đơn vị cấp trên trực tiếp:...................',
      'Đơn vị báo cáo:...................',
      'PHÂN NHÓM CÔNG VIỆC',
    ]);
    expect(texts.slice(-12)).toEqual([
      '.... ngày ... tháng .... năm ...',
      'Người lập biểu',
      'Trưởng ban',
      '(Ký và ghi rõ họ tên)',
      '(Ký và ghi rõ họ tên)',
      '',
      '',
      '',
      'Ghi chú:',
      '- Việc phân nhóm công việc được thực hiện từ cấp phòng (hoặc tổ chức không có cấp phòng).',
      '- Công việc hỗ trợ, phục vụ: đối với đơn vị này là công việc chuyên môn, nghiệp vụ nhưng đối với đơn vị ' +
        'khác lại là công việc hỗ trợ, phục vụ. Ví dụ: văn thư ..',
      '',
    ]);
  });

  it('prints no notes, and no heading for them, where the form is to have none', () => {
    const texts = paragraphsOf(fill({ notes: [] }));
    expect(texts.slice(-3)).toEqual(['Trần Thị B', '', '']);
  });

  it('lets only rows break that may be taller than a page', () => {
    const rows = [30, 37].map(
      (lines): SheetRow => ({ kind: 'unrated', number: '1.1', text: ['x'.repeat(45 * lines)] }),
    );
    const canSplit = (docx: Uint8Array) =>
      readGrid(docx)
        .slice(2)
        .map(({ cantSplit }) => !cantSplit);
    expect(canSplit(fill({ rows }))).toEqual([false, true]);
    const narrow = editDocument(templateBytes, (xml) => xml.replaceAll('w:w="5103"', 'w:w="3402"'));
    expect(canSplit(fillTemplate(templateOf(narrow), { ...smallSheet, rows }))).toEqual([true, true]);
  });

  it('has few notes in the row of the signatures, and many below the table', () => {
    const isBelow = (notes: string[]) =>
      /<\/w:tbl>(?:(?!<w:tbl>).)*Ghi chú:/s.test(
        readPart(fill({ notes }), 'word/document.xml').split('Trần Thị B').at(-1)?.replace('</w:tbl>', '') ??
          '',
      );
    const note = 'Ghi chú dài hơn một dòng. '.repeat(4);
    expect([1, 5, 6, 30].map((count) => isBelow(Array.from({ length: count }, () => note)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(lintDocx(fill({ notes: Array.from({ length: 30 }, () => note) }))).toEqual([]);
  });

  it('marks every page of a draft, and numbers pages from the second on', () => {
    const headers = (docx: Uint8Array) => {
      const relations = readPart(docx, 'word/_rels/document.xml.rels');
      const document = readPart(docx, 'word/document.xml');
      expect(document).toContain('<w:titlePg/>');
      return Object.fromEntries(
        ['first', 'default'].map((type) => {
          const id = new RegExp(`w:headerReference w:type="${type}" r:id="(\\w+)"`).exec(document)?.[1];
          const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1];
          const part = `word/${target}`;
          const fields = readPart(docx, part)
            .match(/<w:instrText[^>]*>\w+/g)
            ?.map((tag) => tag.slice(-4));
          return [type, { texts: paragraphsOf(docx, part), fields }];
        }),
      );
    };
    expect(headers(fill())).toEqual({
      first: { texts: [''], fields: undefined },
      default: { texts: ['2'], fields: ['PAGE'] },
    });
    expect(headers(fill({ draft: true }))).toEqual({
      first: { texts: ['\t\tBẢN NHÁP'], fields: undefined },
      default: { texts: ['\t2\tBẢN NHÁP'], fields: ['PAGE'] },
    });
  });

  it.each([
    ['markup', '<w:p> & "x" \'y\' ]]>', '<w:p> & "x" \'y\' ]]>'],
    ['a tab and a line break', 'a\tb\nc\r\nd', 'a\tb|c|d'],
    ['outer spaces', '  a  ', '  a  '],
    ['letters beyond the first plane', '𠮷 😀', '𠮷 😀'],
    ['what XML cannot hold', 'a\u0000\u0008\u001b\ufffe\uffff\ud800b\udc00', 'ab'],
    ['what looks like a placeholder', '{unit} {#task} $& $1', '{unit} {#task} $& $1'],
  ])('carries %s', (_name, text, expected) => {
    const docx = fill({
      unit: text,
      rows: [{ kind: 'task', number: '1', text: [text], level: 1 }],
      preparedBy: { name: text },
      notes: [text],
    });
    expect(readGrid(docx)[2]?.cells[2]?.text).toBe(expected);
    const texts = paragraphsOf(docx);
    expect(texts).toContain(`Đơn vị báo cáo: ${expected}`);
    expect(texts).toContain(`- ${expected}`);
    expect(lintDocx(docx)).toEqual([]);
  });

  it('keeps every paragraph of the last row on the page of the signatures, whatever properties it has', () => {
    const cell = (...paragraphs: string[]) => `<w:tr><w:tc>${paragraphs.join('')}<a:p/></w:tc></w:tr>`;
    const style = '<w:pStyle w:val="A"/>';
    const row = cell(
      '<w:p/>',
      '<w:p w:x="1"><w:r/></w:p>',
      '<w:p><w:pPr/></w:p>',
      `<w:p> <w:pPr>${style}<w:keepNext w:val="0"/><w:jc/></w:pPr></w:p>`,
    );
    const rows: SheetRow[] = [1, 2].map((number) => ({
      kind: 'unrated',
      number: String(number),
      text: [''],
    }));
    const template = { ...shippedTemplate, rows: { ...shippedTemplate.rows, unrated: [row] } };
    const xml = readPart(fillTemplate(template, { ...smallSheet, rows }), 'word/document.xml');
    const kept = (before = '', after = '') => `<w:pPr>${before}<w:keepNext/>${after}</w:pPr>`;
    const last = cell(
      `<w:p>${kept()}</w:p>`,
      `<w:p w:x="1">${kept()}<w:r/></w:p>`,
      `<w:p>${kept()}</w:p>`,
      `<w:p> ${kept(style, '<w:jc/>')}</w:p>`,
    );
    expect(xml).toContain(row + last);
  });

  it('does not justify paragraphs with a very long word, whatever properties they have', () => {
    const [address, sentence] = ['Theo https://tochuc.tinh.gov.vn/van-ban', 'Theo hướng dẫn của cấp trên'];
    const cell = (...properties: string[]) =>
      `<w:tr><w:tc>${properties.map((one, at) => `<w:p>${one}<w:r><w:t>${at < 4 ? address : sentence}</w:t></w:r></w:p>`).join('')}</w:tc></w:tr>`;
    const [both, center, left] = ['both', 'center', 'left'].map((value) => `<w:jc w:val="${value}"/>`);
    const [before, after] = ['<w:pStyle w:val="A"/><w:spacing w:after="0"/>', '<w:rPr><w:b/></w:rPr>'];
    const of = (jc = '') => `<w:pPr>${before}${jc}${after}</w:pPr>`;
    const row = cell('', of(), of(both), of(center), of(both));
    const rows = [address, ''].map((text): SheetRow => ({ kind: 'unrated', number: '1', text: [text] }));
    const template = { ...shippedTemplate, rows: { ...shippedTemplate.rows, unrated: [row] } };
    const xml = readPart(fillTemplate(template, { ...smallSheet, rows }), 'word/document.xml');
    expect(xml).toContain(cell(`<w:pPr>${left}</w:pPr>`, of(left), of(left), of(center), of(both)));
  });

  it('gives the document a title and no dates', () => {
    const core = readPart(fill({ unit: 'BAN <A>' }), 'docProps/core.xml');
    expect(core).toContain('<dc:title>Biểu số 2 – Phân nhóm công việc – BAN &lt;A&gt;</dc:title>');
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
    expect(core).not.toContain('dcterms');
  });

  it('gives the same bytes in every time zone', () => {
    const zones = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'UTC'];
    const before = process.env.TZ;
    try {
      const results = zones.map((zone) => {
        process.env.TZ = zone;
        return { offset: new Date(0).getTimezoneOffset(), bytes: Buffer.from(fill()).toString('base64') };
      });
      expect(new Set(results.map(({ offset }) => offset)).size).toBe(3);
      expect(new Set(results.map(({ bytes }) => bytes)).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('writes many rows one like the other', () => {
    const grid = readGrid(fill({ rows: tasks(1000) })).slice(2);
    expect(grid).toHaveLength(1000);
    expect(grid.every(({ cells }, index) => cells[2]?.text === `Việc thứ ${index + 1}`)).toBe(true);
  });
});

const tasks = (count: number): SheetRow[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'task',
    number: `1.${index + 1}`,
    text: [`Việc thứ ${index + 1}`],
    level: 3,
  }));

const duties = (count: number): SheetRow[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'duty',
    first: index === 0,
    number: '1',
    title: 'Trưởng Ban',
    text: [`Nhiệm vụ ${index + 1}`],
    level: undefined,
  }));

const group = (number: string): SheetRow => ({ kind: 'group', number, title: `Nhóm ${number}` });
const area = (number: string): SheetRow => ({ kind: 'area', number, title: `Mảng ${number}` });

describe('a form of more than 1,000 rows', () => {
  const rows = [
    group('I'),
    ...duties(350),
    group('II'),
    area('1'),
    ...tasks(10),
    area('2'),
    ...tasks(40),
    area('3'),
    ...tasks(700),
  ];
  const docx = fill({ rows });
  // The last one is that of the signatures.
  const tables = readTables(docx).slice(0, -1);

  it('ends its tables with a section, and within a long one', () => {
    const first = tables.map((table) => table[2]?.cells.map(({ text }) => text).filter(Boolean)[0]);
    expect(first).toEqual(['I', '1', '3', '1.250', '1.500']);
    expect(tables.map((table) => table.length - 2)).toEqual([250, 154, 250, 250, 201]);
    expect(tables.flatMap((table) => table.slice(2)).map(({ cells }) => cells[2]?.text ?? '')).toEqual(
      rows.map((row) => ('text' in row ? row.text.join() : '')),
    );
  });

  it('repeats the header rows and the columns', () => {
    for (const table of tables) {
      expect(table.slice(0, 2)).toEqual(tables[0]?.slice(0, 2));
      expect(table.map(({ header }) => header).lastIndexOf(true)).toBe(1);
    }
    const xml = readPart(docx, 'word/document.xml');
    const grids = xml.match(/<w:tbl>.*?<\/w:tblGrid>/g) ?? [];
    expect(new Set(grids.slice(0, -1)).size).toBe(1);
    expect(grids).toHaveLength(tables.length + 1);
  });

  it('names a position again where it is cut', () => {
    expect(tables[1]?.[2]?.cells.map(({ text, merge }) => [text, merge])).toEqual([
      ['1', 'restart'],
      ['Trưởng Ban', 'restart'],
      ['Nhiệm vụ 250', 'none'],
      ['', 'none'],
    ]);
    expect(tables[1]?.[3]?.cells[0]?.merge).toBe('continue');
    expect(lintDocx(docx)).toEqual([]);
  });

  it('is one form again when it is read', () => {
    const source = readWordForm(docx, 'a.docx');
    const { form } = decodeForm(source);
    expect(
      form?.groups.map(({ key, positions, areas }) => [
        key,
        positions.map(({ tasks }) => tasks.length),
        areas.map(({ tasks }) => tasks.length),
      ]),
    ).toEqual([
      ['I', [350], []],
      ['II', [], [10, 40, 700]],
    ]);
  });
});
