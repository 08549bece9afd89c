import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/diagnostics/plain-value.ts';
import { validateSource } from '../../../src/validate.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { groupRow, smallBody, taskRow } from './small-form.ts';
import { headerRows } from './variants.ts';
import { cell, cellOf, paragraph, row, table, wordFile } from './word-xml.ts';

const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];
const unit = paragraph('Đơn vị báo cáo: BAN A');

const read = (bytes: Uint8Array) => readWordForm(bytes, 'a.docx');
const tasksOf = (bytes: Uint8Array) => valueAt(read(bytes).value, ['groups', 'II', 'tasks']);
/** The findings but those on groups that small forms do not have. */
const found = (bytes: Uint8Array) =>
  validateSource(read(bytes), { language: 'en' })
    .report.diagnostics.filter(({ rule }) => rule !== 'groups-present')
    .map(({ rule, messageId }) => `${rule}/${messageId}`);

/** A form whose level columns have these headings, with a task marked in the third column. */
const headed = (headings: readonly string[], title = 'Mức độ phức tạp của công việc') =>
  wordFile(
    unit +
      table(
        grid,
        row(cell('TT'), cell('Nhóm công việc'), cell('Công việc cụ thể'), cell(title, { span: 5 })),
        row(cell(''), cell(''), cell(''), ...headings.map((text) => cell(text))),
        groupRow('II', 'Nhóm công việc CM, nghiệp vụ'),
        taskRow('Họp'),
      ),
  );

describe('levels are the numbers in the headings of their columns', () => {
  it.each<[what: string, headings: readonly string[], level: number]>([
    ['figures', ['1', '2', '3', '4', '5'], 3],
    ['figures in the other direction', ['5', '4', '3', '2', '1'], 3],
    ['any order', ['2', '4', '1', '5', '3'], 1],
    ['Roman numerals', ['I', 'II', 'III', 'IV', 'V'], 3],
    ['words around them', ['Mức 1 (rất đơn giản)', 'Mức 2', 'Mức 4', 'Mức 3', 'Mức 5 (rất khó)'], 4],
    ['words before them', ['Rất dễ (I)', 'Dễ (II)', 'Khó (IV)', 'Vừa (III)', 'Rất khó (V)'], 4],
    ['words', ['Mức một', 'Mức hai', 'Mức ba', 'Mức bốn', 'Mức năm'], 3],
    ['ordinals', ['Mức độ thứ nhất', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm'], 3],
    ['words glued to figures', ['M1', 'M2', 'M4', 'M3', 'M5'], 4],
    ['a scale', ['Rất giản đơn', 'Giản đơn', 'Trung bình', 'Phức tạp', 'Rất phức tạp'], 3],
    ['a scale in another order', ['Rất khó', 'Khó', 'Dễ', 'Vừa', 'Rất dễ'], 2],
    ['line breaks', ['Mức\n1', 'Mức\n2', 'Mức\n5', 'Mức\n4', 'Mức\n3'], 5],
    ['full-width figures', ['１', '２', '３', '４', '５'], 3],
  ])('%s', (_, headings, level) => {
    expect(found(headed(headings))).toEqual([]);
    expect(tasksOf(headed(headings))).toEqual([{ number: '2.1', text: 'Họp', complexity: level }]);
  });

  it.each([
    ['quarters', ['Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Cả năm']],
    ['years', ['2021', '2022', '2023', '2024', '2025']],
  ])('%s are no levels', (_, headings) => {
    const bytes = wordFile(
      unit +
        table(
          grid,
          row(
            cell('TT'),
            cell('Nhóm công việc'),
            cell('Công việc cụ thể'),
            ...headings.map((text) => cell(text)),
          ),
          groupRow('II', 'Nhóm công việc CM, nghiệp vụ'),
          taskRow('Họp', ['1', '2', '3', '4', '5']),
        ),
    );
    expect(found(bytes)).toContain('word-form/header-changed');
  });
});

describe('one column holds the level as a number', () => {
  const rated = (...levels: string[]) => ratedBelow('Mức độ phức tạp', ...levels);
  const ratedBelow = (heading: string, ...levels: string[]) =>
    wordFile(
      unit +
        table(
          [580, 1440, 4900, 900],
          row(cell('TT'), cell('Nhóm công việc'), cell('Công việc cụ thể'), cell(heading)),
          row(cell('II'), cell('Nhóm công việc CM, nghiệp vụ', { span: 3 })),
          ...levels.map((level, index) =>
            row(cell(''), cell(`2.${index + 1}`), cell(`Việc ${'abcd'[index]}`), cell(level)),
          ),
        ),
    );

  it('in figures, Roman numerals or words', () => {
    const bytes = rated('3', 'IV', 'Mức 2', '(5)');
    expect(found(bytes)).toEqual([]);
    expect(tasksOf(bytes)).toMatchObject([3, 4, 2, 5].map((complexity) => ({ complexity })));
  });

  it.each(['Mức', 'Mức (1-5)', 'Cấp độ', 'Xếp mức', 'MỨC PHỨC TẠP'])('below %j', (heading) => {
    expect(found(ratedBelow(heading, '3'))).toEqual([]);
  });

  it('below another heading there is none, which is one finding at the header', () => {
    expect(found(ratedBelow('Số lượng', '3'))).toEqual([
      'word-form/header-changed',
      'task-complexity/missing',
    ]);
  });

  it('and a level merged down is reported where it goes on', () => {
    const merged = (text: string, merge: 'restart' | 'continue') => cell(text, { merge });
    const bytes = wordFile(
      unit +
        table(
          [580, 1440, 4900, 900],
          row(cell('TT'), cell('Nhóm công việc'), cell('Công việc cụ thể'), cell('Mức độ phức tạp')),
          row(cell('II'), cell('Nhóm công việc CM, nghiệp vụ', { span: 3 })),
          row(cell(''), cell('2.1'), cell('Họp'), merged('3', 'restart')),
          row(cell(''), cell('2.2'), cell('Ghi'), merged('', 'continue')),
        ),
    );
    expect(found(bytes)).toEqual(['word-form/mark-in-merged-cell']);
    expect(tasksOf(bytes)).toMatchObject([{ complexity: 3 }, { complexity: 3 }]);
  });

  it('and a number that is no level is one', () => {
    expect(found(rated('6'))).toEqual(['task-complexity/out-of-range']);
  });

  it('and no task gets a reason that nobody gave', () => {
    expect(found(rated('3', '', 'x'))).toEqual(['task-complexity/missing', 'task-complexity/not-a-number']);
    expect(JSON.stringify(tasksOf(rated('3', '', 'x')))).not.toContain('unrated');
  });
});

describe('the right table is read', () => {
  const form = smallBody(taskRow('Họp'));
  const other = (name: string, ...columns: string[]) =>
    paragraph(name) +
    table(
      columns.map(() => 900),
      row(...columns.map((text) => cell(text))),
      row(...columns.map((_, index) => cell(['I', 'Nhóm công việc lãnh đạo', 'Chủ trì'][index] ?? '12'))),
      row(...columns.map((_, index) => cell(['1', 'Tổng hợp', 'Soạn báo cáo'][index] ?? '30'))),
    );
  const first = other('Biểu số 1', 'TT', 'Nhóm công việc', 'Công việc thực tế', 'Số lượng');
  const third = other(
    'Biểu số 3',
    ...['TT', 'Vị trí việc làm', 'Công việc cụ thể', 'Ngạch', 'Biên chế', 'Có mặt', 'Thừa', 'Thiếu'],
  );

  it('where other forms are in the same file', () => {
    for (const bytes of [first + form, form + third, first + form + third]) {
      expect(found(wordFile(bytes))).toEqual([]);
      expect(read(wordFile(bytes)).value).toEqual(read(wordFile(form)).value);
    }
    expect(read(wordFile(first + form)).leftovers.map(({ text }) => text)).toContain('Soạn báo cáo');
    expect(read(wordFile(form + third)).leftovers.map(({ text }) => text)).toContain('Soạn báo cáo');
  });

  it('and one with the headings of work and other forms’ names', () => {
    const numbers = (...cells: string[]) => row(...cells.map((text) => cell(text)));
    const named = (...rows: string[]) =>
      paragraph('Biểu số 3') +
      table(
        Array.from({ length: 7 }, () => 900),
        ...rows,
      );
    const done = named(
      numbers('TT', 'Tên công việc', 'Nhiệm vụ cụ thể', 'Mức độ hoàn thành', '2024', '2025', 'Ghi chú'),
      numbers('I', 'Nhóm công việc lãnh đạo', '', '', '', '', ''),
      numbers('1.1', 'Họp', 'Chủ trì', 'X', '1', '2', ''),
    );
    const levelled = named(
      numbers('TT', 'Nhóm công việc', 'Sản phẩm', 'Mức độ phức tạp', '2024', '2025', 'Ghi chú'),
      numbers('I', 'Nhóm công việc lãnh đạo', '', '', '', '', ''),
    );
    for (const each of [done, levelled]) {
      expect(read(wordFile(form + each)).value).toEqual(read(wordFile(form)).value);
      expect(read(wordFile(each + paragraph('Biểu số 2') + form)).value).toEqual(read(wordFile(form)).value);
    }
    expect(found(wordFile(done))).toEqual(['word-form/no-table']);
  });

  it('and statistics are none', () => {
    const numbers = (...cells: string[]) => row(...cells.map((text) => cell(text)));
    const statistics = [
      table(
        grid,
        numbers('Biến', 'n', 'TB', 'ĐLC', '1', '2', '3', '4'),
        numbers('1', '1.5', 'Tuổi', '2', '3', '4', '5', '1'),
        numbers('2', '2.5', 'Cân nặng', '5', '4', '3', '2', '1'),
        numbers('3', '3.5', 'Chiều cao', '1', '2', '3', '4', '5'),
      ),
      table(
        grid,
        numbers('TT', 'Nhóm nhiệm vụ', 'Nhiệm vụ', '2021', '2022', '2023', '2024', '2025'),
        numbers('I', 'Nhóm A', 'Việc', '1', '2', '3', '4', '5'),
        numbers('1', '1.1', 'Họp', '1', '1', '2', '3', '4'),
      ),
      table(
        grid.slice(1),
        numbers('TT', 'Nhóm công việc', 'Công việc', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'),
        numbers('1', '1.1', 'Họp', '3', '4', '5', '6'),
        numbers('2', '1.2', 'Ký', '1', '2', '3', '4'),
      ),
      table([1, 1, 1], numbers('Nhóm tuổi', 'Mức độ đau', 'Số ca'), numbers('20–29', '3', '12')),
      table(
        grid.slice(1),
        numbers('Nhóm', 'Mức độ', '1', '2', '3', '4', '5'),
        numbers('A', 'x', 'x', '', '', '', ''),
      ),
    ];
    for (const each of statistics) {
      expect(found(wordFile(each))).toEqual(['word-form/no-table']);
      expect(found(wordFile(form + each))).toEqual([]);
    }
  });
});

describe('rows as people type them', () => {
  const typed = (...numbers: string[]) =>
    wordFile(
      smallBody(...numbers.map((number) => taskRow('Họp').replace(paragraph('2.1'), paragraph(number)))),
    );
  it.each([
    ...['2.1', '2.1.', '2. 1', '2-1', '2..1', '2,1', ' 2.1 )', '２.１', '2\u200b.1'],
    ...['2/1', '2_1', '2·1', '(2.1)', 'Điều 2.1', 'Mục 2.1.', '2.l'],
  ])('the number %j', (number) => {
    expect(tasksOf(typed(number))).toEqual([{ number: '2.1', text: 'Họp', complexity: 3 }]);
  });

  it('a number before the title of an area in the one cell of its row', () => {
    for (const typed of ['1. Tổng hợp', '1) Tổng hợp', '1 - Tổng hợp', '1: Tổng hợp']) {
      const bytes = wordFile(smallBody(row(cell(typed, { span: 8 })), taskRow('Họp').replace('2.1', '1.1')));
      expect(valueAt(read(bytes).value, ['groups', 'II', 'areas'])).toMatchObject([
        { number: '1', title: 'Tổng hợp' },
      ]);
    }
  });

  it('a task in several rows whose number and level are merged down', () => {
    const rows = ['restart', 'continue'].map((merge) => {
      const merged = (text: string) =>
        cell(merge === 'restart' ? text : '', { merge: merge as 'restart' | 'continue' });
      return row(merged(''), merged('2.1'), cell(`Họp ${merge}`), ...['', '', 'x', '', ''].map(merged));
    });
    const bytes = wordFile(smallBody(...rows, taskRow('Báo cáo').replace('2.1', '2.2')));
    expect(tasksOf(bytes)).toEqual([
      { number: '2.1', text: 'Họp restart\nHọp continue', complexity: 3 },
      { number: '2.2', text: 'Báo cáo', complexity: 3 },
    ]);
    expect(found(bytes).filter((one) => !one.startsWith('groups-present'))).toEqual([]);
  });

  it('level cells that are a table within one merged cell', () => {
    const nested = (...marks: string[]) =>
      row(
        cell(''),
        cell('2.1'),
        cell('Họp'),
        cellOf(
          table([454, 454, 454, 454, 454], row(...marks.map((mark) => cell(mark)))) + paragraph(''),
          '<w:gridSpan w:val="5"/>',
        ),
      );
    expect(tasksOf(wordFile(smallBody(nested('', '', '', 'x', ''))))).toEqual([
      { number: '2.1', text: 'Họp', complexity: 4 },
    ]);
    const several = wordFile(smallBody(nested('x', '', '', 'x', '')));
    expect(tasksOf(several)).toEqual([{ number: '2.1', text: 'Họp', complexity: [1, 4] }]);
    expect(found(wordFile(smallBody(nested('', 'x'))))).toContain('word-form/mark-in-merged-cell');
  });

  it.each([
    ['2.1 Quản lý', '2.1'],
    ['2.1\u00a0Quản lý', '2.1'],
    ['2.1 – Quản lý', '2.1'],
    ['3.1: Quản lý', '3.1'],
    ['2.1 tỷ đồng', undefined],
  ])('the number before the text, without a full stop: %j', (text, number) => {
    const bytes = wordFile(smallBody(taskRow(text).replace(paragraph('2.1'), paragraph(''))));
    const read = { ...(number && { number }), text: number ? 'Quản lý' : text, complexity: 3 };
    expect(tasksOf(bytes)).toEqual([read]);
  });

  it.each([
    ['', (_: string, title: string) => title],
    ['', (numeral: string) => `Nhóm ${numeral}`],
    ['', (numeral: string, title: string) => `NHÓM ${numeral} – ${title}`],
    ['', (numeral: string, title: string) => `Nhóm công việc ${numeral}: ${title}`],
    ['1', (_: string, title: string) => title],
    ['', (numeral: string, title: string) => `Nhóm ${numeral.length}: ${title}`],
  ])('groups with short titles: %j, %s', (number, titled) => {
    const titles = ['Lãnh đạo, quản lý', 'Chuyên môn, nghiệp vụ', 'Hỗ trợ, phục vụ'];
    const rows = titles.map((title, index) => {
      const heading = groupRow(number && `${index + 1}`, titled('I'.repeat(index + 1), title));
      return heading + groupRow('1', 'Nhóm 1: Tổng hợp') + taskRow('Họp');
    });
    const { value } = read(wordFile(unit + table(grid, ...headerRows, ...rows)));
    expect(Object.keys(Object(value).groups)).toEqual(['I', 'II', 'III']);
    expect(valueAt(value, ['groups', 'II', 'areas'])).toMatchObject([{ title: 'Nhóm 1: Tổng hợp' }]);
  });

  it('Roman numerals of areas where groups have letters', () => {
    const groups = ['A', 'B'].map((letter, index) => {
      const title = ['Nhóm công việc lãnh đạo, quản lý', 'Nhóm công việc CM, nghiệp vụ'][index] ?? '';
      return groupRow(letter, title) + groupRow('I', 'Tổng hợp') + taskRow('Họp').replace('>2.1<', '>1.1<');
    });
    const { value } = read(wordFile(unit + table(grid, ...headerRows, ...groups)));
    expect(valueAt(value, ['groups'])).toMatchObject({
      I: { areas: [{ number: 'I', title: 'Tổng hợp' }] },
      II: { areas: [{ number: 'I', title: 'Tổng hợp' }] },
    });
  });

  it('small letters for the numerals of groups', () => {
    const rows = ['l', 'll', 'iii', 'lV'].map((numeral) => groupRow(numeral, 'Nhóm') + taskRow('Họp'));
    const bytes = wordFile(unit + table(grid, ...headerRows, ...rows));
    expect(Object.keys(Object(valueAt(read(bytes).value, ['groups'])))).toEqual(['I', 'II', 'III', 'IV']);
  });

  it('the letter O for a digit', () => {
    expect(tasksOf(typed('2.1O'))).toMatchObject([{ number: '2.10' }]);
  });

  it('a number with what it counts, at an area', () => {
    const bytes = wordFile(smallBody(row(cell('Mảng 1'), cell('Tổng hợp', { span: 7 })), taskRow('Họp')));
    expect(valueAt(read(bytes).value, ['groups', 'II', 'areas'])).toMatchObject([
      { number: '1', title: 'Tổng hợp' },
    ]);
  });

  it('a number before the title of a position', () => {
    const bytes = wordFile(
      smallBody(row(cell(''), cell('1. Trưởng ban'), cell('Điều hành'), cell('', { span: 5 }))),
    );
    expect(valueAt(read(bytes).value, ['groups', 'II', 'positions'])).toMatchObject([
      { number: '1', title: 'Trưởng ban' },
    ]);
  });

  it.each(['-', '...'])('a row of %j is no position', (sign) => {
    const bytes = wordFile(smallBody(taskRow('Họp'), row(...Array.from({ length: 8 }, () => cell(sign)))));
    expect(valueAt(read(bytes).value, ['groups', 'II'])).not.toHaveProperty('positions');
    expect(found(bytes)).toContainEqual(expect.stringMatching(/^placeholder\//));
  });

  it.each(['-', '–', '+', '•', '*'])('%j instead of a number', (bullet) => {
    expect(tasksOf(typed(bullet))).toEqual([{ text: 'Họp', complexity: 3 }]);
  });

  it.each(['a)', 'b', '(c)'])('the letter %j instead of a number is kept', (letter) => {
    const source = read(typed(letter));
    expect(valueAt(source.value, ['groups', 'II'])).toMatchObject({
      tasks: [{ text: 'Họp', complexity: 3 }],
    });
    expect(source.leftovers.map(({ text }) => text)).toEqual([letter]);
  });

  it.each([
    ...['Tổng cộng', 'Cộng', 'Tổng số', 'TỔNG CỘNG (I+II+III)', 'Cộng nhóm II:', 'Tổng', 'Tỷ lệ (%)'],
    ...['Tổng số công việc nhóm II', 'Tổng cộng: 8 công việc', 'Cộng (A + B)', 'Tổng các nhóm'],
  ])('%s is no area', (total) => {
    const bytes = wordFile(
      smallBody(
        taskRow('Họp'),
        row(cell(''), cell(total, { span: 2 }), ...'01000'.split('').map((text) => cell(text))),
      ),
    );
    expect(found(bytes)).toEqual([]);
    expect(read(bytes).leftovers.map(({ text }) => text)).toEqual([`${total} | 0 | 1 | 0 | 0 | 0`]);
  });

  it.each(['Công việc', 'Công việc nhóm II', 'Tổng hợp', 'Cộng tác viên'])('%s is an area', (title) => {
    const bytes = wordFile(smallBody(row(cell(''), cell(title, { span: 7 })), taskRow('Họp')));
    expect(valueAt(read(bytes).value, ['groups', 'II', 'areas'])).toMatchObject([{ title }]);
  });

  it.each(['2', '2.', 'II', 'Mức 2', 'Mức hai'])('%j below its own level is a mark', (text) => {
    expect(tasksOf(wordFile(smallBody(taskRow('Họp', ['', text, '', '', '']))))).toMatchObject([
      { complexity: 2 },
    ]);
  });

  it.each(['v', 'Mức 3', 'có 2 việc'])('%j below level 2 is kept as it is', (text) => {
    const bytes = wordFile(smallBody(taskRow('Họp', ['', text, '', '', ''])));
    expect(tasksOf(bytes)).toMatchObject([{ complexity: text }]);
  });

  it('signs that cannot be seen are forgiven around a mark, and a full-width mark is one', () => {
    for (const mark of ['x\u200b', '\u200ex', 'Ｘ', 'ｘ', '\ufeff✓', '(x)', 'x.', '⊠']) {
      expect(tasksOf(wordFile(smallBody(taskRow('Họp', ['', mark, '', '', '']))))).toMatchObject([
        { complexity: 2 },
      ]);
    }
  });
});

describe('texts in other columns', () => {
  const marks = ['', '', 'x', '', ''].map((mark) => cell(mark));
  const group = groupRow('II', 'Nhóm công việc CM, nghiệp vụ');
  const task = { number: '2.1', text: 'Họp', complexity: 3 };
  const { number: _, ...unnumbered } = task;
  it.each([
    ['over two columns', [cell('2.1'), cell('Họp', { span: 2 })], task],
    ['over two columns, with their number', [cell(''), cell('2.1. Họp', { span: 2 })], task],
    ['in the column of the groups', [cell('2.1'), cell('Họp'), cell('')], task],
    ['there without a number', [cell(''), cell('Họp'), cell('')], unnumbered],
    ['over two columns without a number', [cell(''), cell('Họp', { span: 2 })], unnumbered],
  ])('a task is one by its level: %s', (_name, cells, expected) => {
    const bytes = wordFile(unit + table(grid, ...headerRows, group, row(...cells, ...marks)));
    expect(found(bytes)).toEqual([]);
    expect(tasksOf(bytes)).toEqual([expected]);
  });

  const beside = (number: string, title: string, text: string, merge?: 'restart' | 'continue') =>
    row(cell(number, merge && { merge }), cell(title, merge && { merge }), cell(text), ...marks);
  const title = 'Nhóm công việc CM, nghiệp vụ';
  it.each([
    ['merged down', [beside('II', title, 'Họp', 'restart'), beside('', '', 'Ghi', 'continue')]],
    ['once', [beside('II', title, 'Họp'), beside('', '', 'Ghi')]],
    ['in every row', [beside('II', title, 'Họp'), beside('II', title, 'Ghi')]],
    ['with its numeral', [beside('', `II. ${title}`, 'Họp'), beside('', '', 'Ghi')]],
  ])('a group beside its tasks: %s', (_name, rows) => {
    const bytes = wordFile(unit + table(grid, ...headerRows, ...rows));
    expect(found(bytes)).toEqual([]);
    expect(valueAt(read(bytes).value, ['groups'])).toEqual({
      II: { title, tasks: ['Họp', 'Ghi'].map((text) => ({ text, complexity: 3 })) },
    });
  });

  it('an area beside tasks that are numbered in their texts', () => {
    const rows = [beside('1', 'Tổng hợp', '1.1. Họp', 'restart'), beside('', '', '1.2. Ghi', 'continue')];
    const bytes = wordFile(unit + table(grid, ...headerRows, group, ...rows));
    expect(found(bytes)).toEqual([]);
    expect(valueAt(read(bytes).value, ['groups', 'II', 'areas'])).toMatchObject([
      { number: '1', tasks: [{ number: '1.1' }, { number: '1.2' }] },
    ]);
  });

  it('a part of the table in which no task has a level', () => {
    const rest = table([580, 1440, 7170], row(cell(''), cell('2.2'), cell('Việc chung')));
    expect(found(wordFile(smallBody(taskRow('Họp')) + rest))).toEqual(['unrated-task/unrated']);
    const list = table(
      [580, 1440, 7170],
      row(cell('1'), cell('1.1'), cell('A')),
      row(cell('B'), cell('C'), cell('D')),
    );
    expect(found(wordFile(smallBody(taskRow('Họp')) + list))).toEqual([]);
  });
});

describe('numbers within a group', () => {
  const numbers = (area: string, ...tasks: string[]) => {
    const heading = area.includes(' ') ? groupRow('', area) : groupRow(area, 'Tổng hợp');
    const rows = tasks.map((number, index) =>
      taskRow(`Việc ${'abc'[index]}`).replace('>2.1<', `>${number}<`),
    );
    return wordFile(smallBody(...(area ? [heading] : []), ...rows));
  };
  it.each([
    ['II.1', ['II.1.1', 'II.1.2']],
    ['II.1. Tổng hợp', ['1.1', '1.2']],
    ['', ['II.1', 'II.2']],
  ])('may begin with its numeral: %j, %j', (area, tasks) => {
    expect(found(numbers(area, ...tasks))).toEqual([]);
  });

  it.each(['2.1a', '2.1 2.2', 'III.2.1'])('%j is none, but the row is a task', (number) => {
    expect(found(numbers('', number))).toEqual(['numbering/malformed']);
    expect(tasksOf(numbers('', number))).toEqual([{ number, text: 'Việc a', complexity: 3 }]);
  });
});

describe('headings between the tables', () => {
  const titles = ['I. Nhóm công việc lãnh đạo, quản lý', 'II. Nhóm công việc CM, nghiệp vụ'];
  const duty = row(cell('1'), cell('Trưởng ban'), cell('Chỉ đạo'), ...'12345'.split('').map(() => cell('')));
  const area = ['1. Tổng hợp', '2. Thanh tra'];
  const task = (number: string, text: string) => taskRow(text).replace('>2.1<', `>${number}<`);
  it.each([true, false])('are those of groups and areas: with headers %s', (hasHeaders) => {
    const header = hasHeaders ? headerRows : [];
    const bytes = wordFile(
      [
        ...[unit, paragraph(titles[0] ?? ''), table(grid, ...headerRows, duty)],
        ...[paragraph(titles[1] ?? ''), paragraph(area[0] ?? ''), table(grid, ...header, task('1.1', 'Họp'))],
        ...[paragraph(area[1] ?? ''), table(grid, ...header, task('2.1', 'Ghi'))],
        ...[paragraph('Trang sau'), table(grid, ...header, task('2.2', 'Ký'))],
      ].join(''),
    );
    expect(found(bytes)).toEqual([]);
    expect(read(bytes).leftovers.map(({ text }) => text)).toEqual(['Trang sau']);
    expect(valueAt(read(bytes).value, ['groups'])).toEqual({
      I: {
        title: 'Nhóm công việc lãnh đạo, quản lý',
        positions: [{ number: '1', title: 'Trưởng ban', tasks: ['Chỉ đạo'] }],
      },
      II: {
        title: 'Nhóm công việc CM, nghiệp vụ',
        areas: [
          { number: '1', title: 'Tổng hợp', tasks: [{ number: '1.1', text: 'Họp', complexity: 3 }] },
          {
            number: '2',
            title: 'Thanh tra',
            tasks: [
              { number: '2.1', text: 'Ghi', complexity: 3 },
              { number: '2.2', text: 'Ký', complexity: 3 },
            ],
          },
        ],
      },
    });
  });

  it('are left alone above a table that begins with a group', () => {
    const bytes = wordFile(paragraph('II. Phân nhóm công việc') + smallBody(taskRow('Họp')));
    expect(Object.keys(Object(valueAt(read(bytes).value, ['groups'])))).toEqual(['II']);
  });
});

it('a group that goes on after another heading of its own goes on with its area', () => {
  const rows = [
    groupRow('1', 'Tổng hợp'),
    taskRow('Họp').replace('>2.1<', '>1.1<'),
    groupRow('II', 'Nhóm công việc CM, nghiệp vụ (tiếp theo)'),
    taskRow('Ghi').replace('>2.1<', '>1.2<'),
  ];
  expect(found(wordFile(smallBody(...rows)))).toEqual([]);
  const areas = valueAt(read(wordFile(smallBody(...rows))).value, ['groups', 'II', 'areas']);
  expect(areas).toMatchObject([{ tasks: [{ number: '1.1' }, { number: '1.2' }] }]);
});

describe('columns of other widths', () => {
  const task = (index: number, level: number) =>
    taskRow(
      `Việc ${'abcd'[index - 1]}`,
      [1, 2, 3, 4, 5].map((each) => (each === level ? 'x' : '')),
    ).replace('2.1', `2.${index}`);
  const levelsIn = (bytes: Uint8Array) =>
    Object.values(Object(tasksOf(bytes))).map((each) => Object(each).complexity);
  const begun = smallBody(task(1, 3));
  const rest = [task(2, 5), task(3, 4), task(4, 1)];

  it.each([
    ['wide levels', [580, 1440, 4000, 634, 634, 634, 634, 634]],
    ['narrow levels', [700, 900, 6500, 300, 300, 300, 300, 300]],
    ['all the same', [1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000]],
  ])('in a table that goes on: %s', (_name, widths) => {
    const bytes = wordFile(begun + table(widths, ...rest));
    expect(found(bytes)).toEqual([]);
    expect(levelsIn(bytes)).toEqual([3, 5, 4, 1]);
  });

  it('and one more, or one less', () => {
    const more = rest.map((xml) => xml.replace('</w:tr>', `${cell('')}</w:tr>`));
    const before = rest.map((xml) => xml.replace('<w:tr>', `<w:tr>${cell('')}`));
    const less = rest.map((xml) => xml.replace(cell(''), ''));
    const widths = [900, 900, 900, 900, 900, 900, 900, 900, 900];
    for (const [rows, count] of [
      [more, 9],
      [before, 9],
      [less, 7],
    ] as const) {
      const bytes = wordFile(begun + table(widths.slice(0, count), ...rows));
      expect(found(bytes)).toEqual([]);
      expect(levelsIn(bytes)).toEqual([3, 5, 4, 1]);
    }
  });

  /** In one grid with the header: the last six cells of the rows end elsewhere. */
  const pasted = (cells: number) => {
    const header = [580, 2020, 6920, 7374, 7828, 8282, 8736, 9190];
    const own = [580, 2020, 6320, 6894, 7468, 8042, 8616, 9190].slice(8 - cells);
    const all = [...new Set([...header, ...own])].sort((a, b) => a - b);
    const spanned = (xml: string, ends: readonly number[]) => {
      let cellIndex = 0;
      let column = 0;
      return xml.replace(/<w:tc>(?:<w:tcPr>(.*?)<\/w:tcPr>)?/g, (_, properties = '') => {
        cellIndex += Number(/gridSpan w:val="(\d+)"/.exec(properties)?.[1] ?? 1);
        const next = all.indexOf(ends[cellIndex - 1] ?? 0) + 1;
        const span = next - column;
        column = next;
        return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${/<w:vMerge.*/.exec(properties)?.[0] ?? ''}</w:tcPr>`;
      });
    };
    const widths = all.map((end, index) => end - (all[index - 1] ?? 0));
    const rows = cells === 8 ? rest : rest.map((xml) => xml.replace(cell(''), ''));
    const heading = groupRow('II', 'Nhóm công việc CM, nghiệp vụ');
    return wordFile(
      unit +
        table(
          widths,
          ...[...headerRows, heading, task(1, 3)].map((xml) => spanned(xml, header)),
          ...rows.map((xml) => spanned(xml, own)),
        ),
    );
  };

  it('in rows that were pasted: their cells are counted', () => {
    expect(found(pasted(8))).toEqual([]);
    expect(levelsIn(pasted(8))).toEqual([3, 5, 4, 1]);
  });

  it('in rows that have fewer cells: no level is misread in silence', () => {
    const { problems, locate } = read(pasted(7));
    const reported = problems.map((problem) => Reflect.get(locate(problem), 'row'));
    for (const [index, level] of levelsIn(pasted(7)).entries())
      expect(level === [3, 5, 4, 1][index] || reported.includes(index + 4)).toBe(true);
    expect(problems.map(({ message }) => message)).toContain('mark-in-merged-cell');
  });
});

describe('a table that was cut', () => {
  const duty = (number: string, position: string, text: string, merge?: 'restart' | 'continue') =>
    row(
      cell(number, merge && { merge }),
      cell(position, merge && { merge }),
      cell(text),
      ...Array.from({ length: 5 }, () => cell('')),
    );
  const cut = (...rest: string[]) =>
    wordFile(
      unit +
        table(
          grid,
          ...headerRows,
          groupRow('I', 'Nhóm công việc lãnh đạo'),
          duty('1', 'Trưởng ban', 'Chỉ đạo', 'restart'),
        ) +
        paragraph('') +
        table(
          grid,
          ...rest,
          groupRow('II', 'Nhóm công việc CM, nghiệp vụ'),
          taskRow('Họp'),
          taskRow('Ghi').replace('2.1', '2.2'),
        ),
    );
  const positions = (bytes: Uint8Array) => valueAt(read(bytes).value, ['groups', 'I', 'positions']);

  it('goes on with cells that begin nowhere', () => {
    const bytes = cut(
      duty('', '', 'Phân công', 'continue'),
      duty('2', 'Phó Trưởng ban', 'Giúp việc', 'continue'),
    );
    expect(positions(bytes)).toEqual([
      { number: '1', title: 'Trưởng ban', tasks: ['Chỉ đạo', 'Phân công'] },
      { number: '2', title: 'Phó Trưởng ban', tasks: ['Giúp việc'] },
    ]);
  });

  it('and texts in cells that go on from above are kept, but for repetitions', () => {
    const bytes = cut(
      duty('2', 'Phó Trưởng ban', 'Giúp việc', 'restart'),
      duty('2', 'Phó Trưởng ban', 'Thay mặt', 'continue'),
      duty('', 'Chánh Văn phòng', 'Tổng hợp', 'continue'),
    );
    expect(positions(bytes)).toMatchObject([{}, { tasks: ['Giúp việc', 'Thay mặt', 'Tổng hợp'] }]);
    expect(read(bytes).leftovers.map(({ text }) => text)).toEqual(['Chánh Văn phòng']);
  });
});
