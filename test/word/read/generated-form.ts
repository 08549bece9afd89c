import fc from 'fast-check';
import { toRoman } from '../../../src/form/roman.ts';

/** Words as forms have them, and what reading could stumble over. */
const word = fc.constantFrom(
  ...['Quản lý', 'hồ sơ', 'đảng viên', 'Chủ trì', 'tham gia', 'xây dựng', 'hòa', 'uỷ ban', 'VTVL'],
  ...[
    '2.10',
    '1.1.1',
    '30%',
    'ngày 5 tháng 3 năm 2026',
    '(ký)',
    'Ghi chú:',
    'nhóm',
    'x',
    'X',
    '5',
    'I',
    'II',
  ],
  ...['a\u00a0b', 'a  b', 'về:', '– ', '“a”', '&', '<b>', "'", '{x}', '[CẦN BỔ SUNG]', '#1', '😀', '✓', 'ﬁ'],
);
const start = fc.constantFrom('Lãnh đạo', 'Soạn thảo', 'Kiểm tra', 'Đề xuất', 'Ủy', 'Thực hiện');
/** One line. */
const line = fc
  .tuple(start, fc.array(word, { maxLength: 6 }))
  .map(([first, words]) => [first, ...words].join(' ').trim());
/** A line that may begin with anything. */
const anyLine = fc.oneof(
  line,
  fc.tuple(fc.constantFrom('- ', '30 ', '“', '+ ', '(', 'x '), line).map(([sign, text]) => sign + text),
);
const paragraphs = fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const level = fc.integer({ min: 1, max: 5 });
const rating = fc.oneof(
  level.map((complexity) => ({ complexity })),
  line.map((unrated) => ({ unrated })),
);

const duty = (isLeadership: boolean) =>
  fc
    .tuple(
      paragraphs,
      isLeadership
        ? fc.option(
            level.map((complexity) => ({ complexity })),
            { nil: {} },
          )
        : rating,
    )
    .map(([text, rate]) => ({ text, ...rate }));

const task = (isLeadership: boolean, parent: number) =>
  fc
    .tuple(
      duty(isLeadership),
      fc.boolean(),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([each, hasCode, topic, step]) =>
      hasCode ? { ...each, code: `${parent}.${topic}.${step}` } : each,
    );

const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });

const content = (ordinal: number) => {
  const isLeadership = ordinal === 1;
  return fc.oneof(
    fc.record({ positions: few(fc.record({ title: line, tasks: few(duty(isLeadership)) })) }),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .chain((titles) =>
        fc.tuple(
          ...titles.map((title, index) =>
            few(task(isLeadership, index + 1)).map((tasks) => ({ title, tasks })),
          ),
        ),
      )
      .map((areas) => ({ areas })),
    fc.record({ tasks: few(task(isLeadership, ordinal)) }),
  );
};

const group = (ordinal: number) =>
  fc
    .tuple(ordinal <= 3 ? fc.option(line, { nil: undefined }) : line, content(ordinal))
    .map(([title, rest]) => ({ ...(title !== undefined && { title }), ...rest }));

const groups = fc
  .integer({ min: 3, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => group(index + 1))))
  .map((list) => Object.fromEntries(list.map((each, index) => [toRoman(index + 1), each])));

/** Whose title it is; a title that ends in a date would be the date line. */
const office = fc.constantFrom('Trưởng ban', 'TM. BAN THƯỜNG VỤ', 'Người lập', 'Chánh Văn phòng');

const date = fc
  .date({ min: new Date(Date.UTC(2000, 0, 1)), max: new Date(Date.UTC(2099, 11, 31)), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const signatory = fc.record(
  { title: office, name: fc.constantFrom('Nguyễn Văn A', 'Trần Thị B') },
  { requiredKeys: [] },
);

/** Valid values of form files, whatever they hold. */
export const generatedForm = fc.record(
  {
    form: fc.constant('bieu-so-2'),
    version: fc.constant(1),
    parentUnit: line,
    unit: line,
    groups,
    signatures: fc.record(
      { preparedBy: signatory, approvedBy: signatory, place: fc.constantFrom('Huyện A', 'TP. Huế'), date },
      { requiredKeys: [] },
    ),
    notes: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['form', 'version', 'unit', 'groups'] },
);
