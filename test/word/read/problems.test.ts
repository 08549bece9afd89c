import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordForm } from '../../../src/rules/word-form.ts';
import { validateSource } from '../../../src/validate.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, smallBody, smallForm, taskRow, taskRowOf } from './small-form.ts';
import { headerRows } from './variants.ts';
import { cell, documentXml, paragraph, row, table, wordFile, wordParts, zip } from './word-xml.ts';

const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];

/** What is found, with its place in words: rule, message, row and column. */
function found(bytes: Uint8Array, language: 'vi' | 'en' = 'en'): string[] {
  const { diagnostics } = validateSource(readWordForm(bytes, 'a.docx'), { language }).report;
  return diagnostics
    .filter(({ rule }) => rule !== 'groups-present')
    .map(({ rule, messageId, place }) => {
      if (place.kind !== 'table') return `${rule}/${messageId}`;
      const { row, column, label } = place;
      return `${rule}/${messageId} ${row}${column ? `:${column}` : ''}${label ? ` (${label})` : ''}`;
    });
}

const merged = (mark: string) => row(cell(''), cell('2.1'), cell('Họp'), cell(mark, { span: 5 }));
const shape = '<w:p><w:r><w:pict/></w:r></w:p>';
const shade = (fill: string) => `<w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>`;
const white = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>x</w:t></w:r></w:p>';
const inWhite = smallBody(taskRowOf(paragraph('Họp'), ['', '', white, '', '']));
const five = (mark = '') => ['', '', mark, '', ''].map((text) => cell(text));

it('values in one cell or row are reported each', () => {
  const foot = table([1, 1], row(cell('Người lập biểu\n(Ký)\n{tên A}'), cell('Trưởng ban\n(Ký)\n{tên B}')));
  const bytes = wordFile(smallBody(taskRow('Họp')) + foot);
  const { diagnostics } = validateSource(readWordForm(bytes, 'a.docx'), { language: 'en' }).report;
  const placeholders = diagnostics.filter(({ rule }) => rule === 'placeholder');
  expect(placeholders.map(({ message }) => /“(.*)”/.exec(message)?.[1])).toEqual(['{tên A}', '{tên B}']);
});

describe('what only a Word form can have', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['nothing', smallForm(taskRow('Họp')), []],
    [
      'two marks in a row',
      smallForm(taskRow('Họp', ['', 'x', 'x', '', ''])),
      ['task-complexity/several 4:5 (II, 2.1)'],
    ],
    ['no mark', smallForm(taskRow('Họp', ['', '', '', '', ''])), ['task-complexity/missing 4 (II, 2.1)']],
    ['merged level cells', smallForm(merged('')), ['unrated-task/unrated 4 (II, 2.1)']],
    [
      'a reason in merged level cells',
      smallForm(merged('Không xếp mức')),
      ['unrated-task/unrated 4 (II, 2.1)'],
    ],
    [
      'a text in a level cell beside the mark',
      smallForm(taskRow('Họp', ['x', '', 'có', '', ''])),
      ['word-form/text-beside-mark 4:6 (II, 2.1)'],
    ],
    ['a mark in a merged cell', smallForm(merged('x')), ['word-form/mark-in-merged-cell 4:4 (II, 2.1)']],
    [
      'a shape for a mark',
      smallForm(taskRowOf(paragraph('Họp'), ['', '', shape, '', ''])),
      ['word-form/mark-drawn 4:6 (II, 2.1)'],
    ],
    [
      'a colour for a mark',
      smallForm(taskRow('Họp', ['', '', '', '', '']).replace(/(?:.*?<w:tc>){6}/, `$&${shade('FFFF00')}`)),
      ['word-form/mark-shaded 4:6 (II, 2.1)'],
    ],
    [
      'a row of one colour',
      smallForm(taskRow('Họp', ['', '', '', '', '']).replaceAll('<w:tc>', `$&${shade('D9D9D9')}`)),
      ['task-complexity/missing 4 (II, 2.1)'],
    ],
    ['a mark in white', wordFile(inWhite), ['task-complexity/missing 4 (II, 2.1)']],
    ...[
      inWhite.replace(white, `${shade('1F3864')}${white}`),
      inWhite.replace('<w:color', '<w:highlight w:val="black"/>$&'),
      inWhite.replace('<w:tblPr>', '$&<w:tblStyle w:val="GridTable5Dark"/>'),
    ].map((body): [string, Uint8Array, string[]] => ['a mark in white on a colour', wordFile(body), []]),
    [
      'a row that lacks a cell',
      smallForm(row(cell(''), cell('2.1'), cell('Họp'), ...['', 'x', '', ''].map((mark) => cell(mark)))),
      ['word-form/mark-in-merged-cell 4:5 (II, 2.1)'],
    ],
    ['a shape beside a mark', smallForm(taskRowOf(paragraph('Họp'), ['', 'x', shape, '', ''])), []],
    ['a digit in a merged cell', smallForm(merged('3')), ['word-form/mark-in-merged-cell 4:4 (II, 2.1)']],
    [
      'a mark merged over two rows',
      smallForm(
        row(
          cell(''),
          cell('2.1'),
          cell('Họp'),
          cell(''),
          cell(''),
          cell('x', { merge: 'restart' }),
          cell(''),
          cell(''),
        ),
        row(
          cell(''),
          cell('2.2'),
          cell('Báo cáo'),
          cell(''),
          cell(''),
          cell('', { merge: 'continue' }),
          cell(''),
          cell(''),
        ),
      ),
      ['word-form/mark-in-merged-cell 5:6 (II, 2.2)'],
    ],
    [
      'a mark in another column',
      smallForm(row(cell(''), cell('x'), cell('Họp'), ...five('x'))),
      ['word-form/mark-outside 4:2 (II)'],
    ],
    [
      'a mark in the first column',
      smallForm(row(cell('x'), cell('2.1'), cell('Họp'), ...five('x'))),
      ['word-form/mark-outside 4:1 (II)'],
    ],
    [
      'counts at headings',
      smallForm(
        row(cell('1'), cell('Mảng', { span: 2 }), ...'01020'.split('').map((count) => cell(count))),
        taskRow('Họp').replace('2.1', '1.1'),
        row(cell('2'), cell('Mảng khác', { span: 2 }), cell('1 công việc', { span: 5 })),
        taskRow('Ghi').replace('2.1', '2.1'),
      ),
      [],
    ],
    [
      'a mark at an area',
      smallForm(
        row(cell('1'), cell('Mảng', { span: 2 }), ...five('x')),
        taskRow('Họp').replace('2.1', '1.1'),
      ),
      ['word-form/mark-on-heading 4:6 (II, 1)'],
    ],
    [
      'a row that fits no kind',
      smallForm(taskRow('Họp'), row(cell('7'), cell(''), cell(''), ...five('x'))),
      ['word-form/unknown-row 5'],
    ],
    [
      'rows above the groups',
      wordFile(
        paragraph('Đơn vị báo cáo: A') +
          table(grid, ...headerRows, taskRow('Họp'), taskRow('Gửi'), groupRow('II', 'Nhóm'), taskRow('Ghi')),
      ),
      ['word-form/row-outside-group 3'],
    ],
    [
      'a group that is there twice',
      smallForm(
        taskRow('Họp'),
        groupRow('III', 'Hỗ trợ'),
        taskRow('Gửi').replace('2.1', '3.1'),
        groupRow('II', 'Khác'),
        taskRow('Ghi').replace('2.1', '2.2'),
      ),
      ['word-form/group-twice 7 (II)'],
    ],
    [
      'a group with a figure for its numeral',
      smallForm(
        taskRow('Họp'),
        groupRow('3', 'Nhóm công việc hỗ trợ, phục vụ'),
        taskRow('Gửi').replace('2.1', '3.1'),
      ),
      ['word-form/group-numeral 5:1 (III)'],
    ],
    [
      'a group with a letter before its title',
      smallForm(
        taskRow('Họp'),
        groupRow('', 'C. Nhóm công việc hỗ trợ, phục vụ'),
        taskRow('Gửi').replace('2.1', '3.1'),
      ),
      ['word-form/group-numeral 5:2 (III)'],
    ],
    [
      'an area with the title of a group from IV on',
      smallForm(
        row(cell('1'), cell('Nhóm công việc tài chính', { span: 7 })),
        taskRow('Họp').replace('2.1', '1.1'),
      ),
      [],
    ],
    [
      'two forms',
      wordFile(
        smallBody(taskRow('Họp'), groupRow('III', 'Nhóm')) + smallBody(taskRow('Ghi', ['', '', '', '', ''])),
      ),
      ['word-form/second-form 1'],
    ],
    [
      'forms of two units, each with a part of the groups',
      wordFile(
        smallBody(taskRow('Họp')) +
          smallBody(taskRow('Ghi').replace('2.1', '2.2')).replace('BAN A', 'PHÒNG B'),
      ),
      ['word-form/second-form 1'],
    ],
    [
      'two forms in one table',
      wordFile(
        paragraph('Đơn vị báo cáo: A') +
          table(
            grid,
            ...headerRows,
            groupRow('II', 'Nhóm'),
            taskRow('Họp'),
            groupRow('III', 'Nhóm'),
            row(cell('Đơn vị báo cáo: BAN B', { span: 8 })),
            ...headerRows,
            groupRow('II', 'Nhóm'),
            taskRow('Ghi'),
          ),
      ),
      ['word-form/second-form 7'],
    ],
    [
      'a form in two tables with headers',
      wordFile(smallBody(taskRow('Họp')) + smallBody(taskRow('Ghi').replace('2.1', '2.2'))),
      [],
    ],
    [
      'numbers out of order',
      smallForm(taskRow('Họp').replace('2.1', '2.3')),
      ['numbering/unexpected 4:2 (II, 2.3)'],
    ],
    [
      'a header that lacks a heading',
      wordFile(
        paragraph('Đơn vị báo cáo: A') +
          table(
            grid,
            ...headerRows.map((xml) => xml.replace('Công việc cụ thể', 'Diễn giải')),
            groupRow('II', 'Nhóm'),
            taskRow('Họp'),
          ),
      ),
      ['word-form/header-changed 1'],
    ],
    [
      'a header that lacks a level',
      wordFile(
        paragraph('Đơn vị báo cáo: A') +
          table(
            grid.slice(1),
            ...headerRows.map((xml, index) =>
              index === 0 ? xml.replace('"5"', '"4"') : xml.replace(cell('5'), ''),
            ),
            groupRow('II', 'Nhóm').replace('"7"', '"6"'),
            row(cell(''), cell('2.1'), cell('Họp'), cell(''), cell('x'), cell(''), cell('')),
          ),
      ),
      ['word-form/header-changed 1'],
    ],
    [
      'no header at all',
      wordFile(paragraph('Đơn vị báo cáo: A') + table(grid, groupRow('II', 'Nhóm'), taskRow('Họp'))),
      ['word-form/header-missing 1'],
    ],
    [
      'no unit',
      wordFile(table(grid, ...headerRows, groupRow('II', 'Nhóm'), taskRow('Họp'))),
      ['form-shape/missing-key'],
    ],
    ['no table', wordFile(paragraph('Kính gửi')), ['word-form/no-table']],
    ['another table', wordFile(table([100, 100], row(cell('TT'), cell('Họ tên')))), ['word-form/no-table']],
  ])('%s', (_name, bytes, expected) => {
    expect(found(bytes)).toEqual(expected);
    expect(found(bytes, 'vi')).toEqual(expected);
  });

  it('every message is worded whole', () => {
    for (const { text, hint } of Object.values(wordForm.messages)) {
      const facts = {
        mark: 'x',
        text: 'a',
        group: 'II',
        title: 'b',
        heading: 'c',
        encoding: 'TCVN3',
        id: 'tcvn3',
        font: '',
        label: 'd',
        table: 2,
      };
      for (const wording of [text(facts), hint?.(facts)]) {
        expect(`${wording?.vi}${wording?.en}`).not.toMatch(/undefined/);
      }
    }
  });
});

describe('a mistyped numeral of a group is one finding, at its heading', () => {
  const titles = ['lãnh đạo, quản lý', 'CM, nghiệp vụ', 'hỗ trợ, phục vụ', 'khác', 'thêm'];
  /** Four or five groups with their own tasks. */
  const form = (numerals: string, isInTitle = false) =>
    wordFile(
      paragraph('Đơn vị báo cáo: BAN A') +
        table(
          grid,
          ...headerRows,
          ...numerals.split(' ').map((numeral, index) => {
            const title = `Nhóm công việc ${titles[index]}`;
            const heading = isInTitle ? groupRow('', `${numeral}. ${title}`) : groupRow(numeral, title);
            const marks = index === 0 ? ['', '', '', '', ''] : undefined;
            return heading + taskRow(`Việc ${'abcde'[index]}`, marks).replace('2.1', `${index + 1}.1`);
          }),
        ),
    );

  it.each([
    ['I II II IV', [7]],
    ['I I III IV', [5]],
    ['I III III IV', [5]],
    ['II II III IV', [3]],
    ['I II IV IV', [7]],
    ['I II III VI', [9]],
    ['I II III V', [9]],
    ['I II III VI V', [9]],
    ['I II III III', [9]],
    ['I II IIII IV', [7]],
    ['I II II1 IV', [7]],
    ['I ІІ III IV', [5]],
    ['I ΙΙ III ΙV', [5, 9]],
    ['I II 3 IV', [7]],
    ['I Ⅱ IIl lV', []],
    ['І ІІ ІІІ ІV', [3, 5, 7, 9]],
  ])('%s', (numerals, rows) => {
    for (const bytes of [form(numerals), form(numerals, true)]) {
      const { groups } = Object(readWordForm(bytes, 'a.docx').value);
      expect(Object.keys(groups)).toEqual(['I', 'II', 'III', 'IV', 'V'].slice(0, numerals.split(' ').length));
      expect(found(bytes).map((each) => each.replace(/:.*/, ''))).toEqual(
        rows.map((row) => `word-form/group-numeral ${row}`),
      );
    }
  });

  it('where nothing says so, the numeral counts', () => {
    const other = wordFile(
      smallBody(taskRow('Họp'), groupRow('V', 'Khác'), taskRow('Ghi').replace('2.1', '5.1')),
    );
    expect(Object.keys(Object(readWordForm(other, 'a').value).groups)).toEqual(['II', 'V']);
    expect(found(other)).toEqual([]);
  });
});

it('a second form is named by its table and its unit', () => {
  const bytes = wordFile(smallBody(taskRow('Họp'), groupRow('III', 'Nhóm')) + smallBody(taskRow('Ghi')));
  const source = readWordForm(bytes, 'a.docx');
  expect(source.value).toBeUndefined();
  expect(validateSource(source, { language: 'en' }).report.diagnostics.map(({ message }) => message)).toEqual(
    ['the file holds more than one form: the second (BAN A) begins with table 2'],
  );
});

describe('nothing is dropped', () => {
  const leftovers = (bytes: Uint8Array) => readWordForm(bytes, 'a').leftovers.map(({ text }) => text);
  it('of what has no place in a form', () => {
    const wide = [...grid, 900];
    const bytes = wordFile(
      [
        paragraph('TỈNH ỦY X'),
        paragraph('Đơn vị báo cáo: (BAN A)'),
        paragraph('Kèm theo Công văn số 5'),
        table(
          wide,
          ...headerRows.map((xml, index) =>
            xml.replace(/<\/w:tr>$/, `${cell(index === 0 ? 'Ghi chú' : '')}</w:tr>`),
          ),
          groupRow('II', 'Nhóm'),
          taskRow('Họp').replace(/<\/w:tr>$/, `${cell('chờ ý kiến')}</w:tr>`),
        ),
        paragraph('Tổng cộng: 1 công việc'),
        paragraph('Ngày tháng 11 năm 2026'),
        table(
          [1, 1],
          row(cell('Người lập biểu\n(Ký)'), cell('ngày ... tháng 11 năm 2026\nTrưởng ban\n(Ký)\nTrần B')),
        ),
        paragraph('Nơi nhận: Lưu VT'),
      ].join(''),
    );
    expect(leftovers(bytes)).toEqual([
      'TỈNH ỦY X',
      'Kèm theo Công văn số 5',
      'chờ ý kiến',
      'Tổng cộng: 1 công việc',
      'Nơi nhận: Lưu VT',
      'Ngày tháng 11 năm 2026',
      'ngày ... tháng 11 năm 2026',
    ]);
  });

  it('of headers, footers and notes, but for page numbers', () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const beside: [type: string, root: string, text: string][] = [
      ['header', 'hdr', 'Mật'],
      ['footer', 'ftr', '2'],
      ['footnotes', 'footnotes', 'Theo Quy định số 5'],
    ];
    const relations = beside.map(
      ([type], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${type}.xml"/>`,
    );
    const bytes = zip({
      ...wordParts(documentXml(smallBody(taskRow('Họp')))),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
      ),
      ...Object.fromEntries(
        beside.map(([type, root, text]) => [
          `word/${type}.xml`,
          strToU8(`<w:${root} ${w}>${paragraph(text)}</w:${root}>`),
        ]),
      ),
    });
    expect(leftovers(bytes)).toEqual(['Mật', 'Theo Quy định số 5']);
  });
});

describe('texts in old encodings', () => {
  const run = (text: string, font: string) =>
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const inFont = (font: string, ...texts: string[]) =>
    smallForm(...texts.map((text) => taskRowOf(run(text, font))));
  const textsOf = (bytes: Uint8Array, fromEncoding?: 'tcvn3' | 'vni') => {
    const { value } = readWordForm(bytes, 'a', fromEncoding ? { fromEncoding } : {});
    return [...JSON.stringify(value).matchAll(/"text":"(.*?)"/g)].map(([, text]) => text);
  };

  it('are recognised by their font, or by their letters', () => {
    expect(found(inFont('.VnTime', 'hå'))).toEqual(['word-form/old-encoding']);
    expect(found(inFont('VNI-Times', 'hoà sô'))).toEqual(['word-form/old-encoding']);
    expect(found(inFont('Times New Roman', 'Qu¶n lý hå s¬ ®¶ng viªn'))).toEqual([
      'legacy-encoding/tcvn3 4:3 (II, 2.1)',
    ]);
    expect(found(inFont('.VnTime', 'Quản lý'))).toEqual([]);
    expect(found(inFont('.VnTime', 'Internet'))).toEqual([]);
  });

  it('are converted when that is asked, and only then', () => {
    const tcvn3 = inFont('.VnTime', 'Qu¶n lý hå s¬', 'ñy ban');
    expect(textsOf(tcvn3, 'tcvn3')).toEqual(['Quản lý hồ sơ', 'ủy ban']);
    expect(textsOf(tcvn3)).toEqual(['Qu¶n lý hå s¬', 'ñy ban']);
    expect(textsOf(tcvn3, 'vni')).toEqual(['Qu¶n lý hå s¬', 'ñy ban']);
    expect(textsOf(inFont('.VnTimeH', 'ban tæ chøc'), 'tcvn3')).toEqual(['BAN TỔ CHỨC']);
    expect(textsOf(inFont('VNI-Times', 'Quaûn lyù'), 'vni')).toEqual(['Quản lý']);
    expect(textsOf(inFont('Arial', 'Qu¶n lý hå s¬ ®¶ng viªn'), 'tcvn3')).toEqual(['Quản lý hồ sơ đảng viên']);
    expect(textsOf(inFont('Arial', 'Quản lý café µm'), 'tcvn3')).toEqual(['Quản lý café µm']);
  });

  it.each(['.VnTime', 'Arial'])(
    'are found through styles, and a whole form is read once it is converted: %s',
    (font) => {
      const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:style></w:styles>`;
      const bytes = wordFile(
        [
          paragraph('§¬n vÞ b¸o c¸o: Ban A'),
          table(
            grid,
            row(
              cell('TT'),
              cell('Nhãm c«ng viÖc'),
              cell('C«ng viÖc cô thÓ'),
              ...[1, 2, 3, 4, 5].map((level) => cell(`${level}`)),
            ),
            groupRow('II', 'Nhãm'),
            taskRow('Häp'),
          ),
        ].join(''),
        styles,
      );
      expect(found(bytes)).toEqual(['word-form/old-encoding']);
      expect(readWordForm(bytes, 'a', { fromEncoding: 'tcvn3' }).value).toMatchObject({
        unit: 'Ban A',
        groups: { II: { title: 'Nhóm', tasks: [{ number: '2.1', text: 'Họp', complexity: 3 }] } },
      });
    },
  );
});
