import { type FormValue, type ReferenceRow, reference, referenceForm } from './reference-form.ts';
import { cell, cellOf, listed, numberingXml, paragraph, row, table, wordFile } from './word-xml.ts';

/** Widths of the columns of the form, in twentieths of a point. */
const grid = [580, 1440, 4900, 454, 454, 454, 454, 454];

export const headerRows = [
  row(
    cell('TT', { merge: 'restart' }),
    cell('Nhóm công việc', { merge: 'restart' }),
    cell('Công việc cụ thể', { merge: 'restart' }),
    cell('Mức độ phức tạp của công việc', { span: 5 }),
  ),
  row(
    cell('', { merge: 'continue' }),
    cell('', { merge: 'continue' }),
    cell('', { merge: 'continue' }),
    ...[1, 2, 3, 4, 5].map((level) => cell(String(level))),
  ),
];

/** The level cells of a row, each on its own. */
const levelCells = ({ marks = [] }: ReferenceRow) =>
  [1, 2, 3, 4, 5].map((level) => cell(marks.find((mark) => mark.level === level)?.as ?? ''));

/** A row with as many cells as it has on paper. */
export function formRow(each: ReferenceRow): string {
  const { kind, cells, number = '', title = '', text = '', position, positionNumber = '' } = each;
  if (kind === 'group' && cells === 7)
    return row(cell(number), cell(title, { span: 2 }), ...levelCells(each));
  if (kind === 'group' && cells === 2) return row(cell(number), cell(title, { span: 7 }));
  if (kind === 'group' || kind === 'area') {
    return row(cell(number), cell(title, { span: 2 }), cell('', { span: 5 }));
  }
  const levels = cells === 8 ? levelCells(each) : [cell('', { span: 5 })];
  if (kind === 'duty') {
    const merge = position === undefined ? 'continue' : 'restart';
    return row(cell(positionNumber, { merge }), cell(position ?? '', { merge }), cell(text), ...levels);
  }
  if (cells === 3) return row(cell(''), cell(number), cell(text, { span: 6 }));
  return row(cell(''), cell(number), cell(text), ...levels);
}

const head = [
  paragraph('Biểu số 2'),
  paragraph('Đơn vị cấp trên trực tiếp:...................'),
  paragraph('Đơn vị báo cáo: (BAN TỔ CHỨC HUYỆN ỦY)'),
  paragraph('PHÂN NHÓM CÔNG VIỆC'),
];

const signatures = table(
  [4500, 4500],
  row(
    cell('\nNgười lập biểu\n(Ký và ghi rõ họ tên)'),
    cell('.... ngày ... tháng .... năm ...\nTrưởng ban\n(Ký và ghi rõ họ tên)'),
  ),
);

const notes = [paragraph('Ghi chú:'), ...reference.notes.map((note) => paragraph(`- ${note}`))];

const foot = [paragraph(''), signatures, paragraph(''), ...notes];
const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

interface Parts {
  readonly rows?: readonly ReferenceRow[];
  readonly header?: readonly string[];
  readonly formRow?: (row: ReferenceRow) => string;
  readonly grid?: readonly number[];
}

function formTable({
  rows = reference.rows,
  header = headerRows,
  formRow: write = formRow,
  grid: columns = grid,
}: Parts) {
  return table(columns, ...header, ...rows.map(write));
}

const document = (parts: Parts = {}) => wordFile([...head, formTable(parts), ...foot, section].join(''));

/** A layout that offices use, and the form that it is read as. */
export interface Variant {
  readonly bytes: Uint8Array;
  readonly form: FormValue;
}

const same = (bytes: Uint8Array): Variant => ({ bytes, form: referenceForm() });
const changed = (change: (row: ReferenceRow, index: number) => ReferenceRow, parts: Parts = {}): Variant => {
  const rows = reference.rows.map(change);
  return { bytes: document({ ...parts, rows }), form: referenceForm(rows) };
};

const titleOver = (text: string) => row(cell(text, { span: 8 }));

const fourthGroup: ReferenceRow[] = [
  { kind: 'group', cells: 3, number: 'IV', title: 'Nhóm công việc khác' },
  { kind: 'task', cells: 8, number: '4.1', text: 'Thực hiện việc đột xuất', marks: [{ level: 1, as: 'x' }] },
];

const withoutFirst = (xml: string) => xml.replace(/^<w:tr><w:tc>.*?<\/w:tc>/, '<w:tr>');

/** What numbers say on paper must stand somewhere: without the first column in the titles. */
function rowWithoutFirst(each: ReferenceRow): string {
  const { kind, number = '', title = '', positionNumber, position } = each;
  const separator = kind === 'area' ? '. ' : ') ';
  return withoutFirst(
    formRow({
      ...each,
      ...(kind === 'group' && { title: `${number}. ${title}` }),
      ...(kind === 'area' && { title: `${number}${separator}${title}` }),
      ...(position !== undefined && positionNumber !== undefined && { position }),
    }),
  );
}

const noPositionNumbers = (each: ReferenceRow): ReferenceRow => {
  const { positionNumber, ...rest } = each;
  return positionNumber === undefined ? each : rest;
};

let lastPosition: Pick<ReferenceRow, 'position' | 'positionNumber'> = {};
function repeatedPosition(each: ReferenceRow): string {
  if (each.kind !== 'duty') return formRow(each);
  const { position, positionNumber } = each;
  if (position !== undefined) lastPosition = { position, ...(positionNumber && { positionNumber }) };
  return formRow({ ...each, ...lastPosition }).replaceAll('<w:vMerge w:val="restart"/>', '');
}

const inThree = [0, 14, 30].map((start, index, starts) => reference.rows.slice(start, starts[index + 1]));
const landscape =
  '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>';

/** Groups I, II; positions 1, 2; areas 1, 2 with tasks 1.1, 1.2; tasks 3.1, 3.2 without an area. */
const listsOfForm = numberingXml([
  [['upperRoman', '%1.']],
  [['decimal', '%1']],
  [
    ['decimal', '%1.'],
    ['decimal', '%1.%2'],
  ],
  [['decimal', '3.%1.']],
]);

/** No number is typed: they are those of lists. Beside them stand words that are hidden. */
function listedRow(each: ReferenceRow): string {
  const { kind, number = '', positionNumber = '', text = '' } = each;
  const byKind = { group: listed(1), duty: listed(2), area: listed(3), task: listed(3, 1) };
  const isWithoutArea = kind === 'task' && number.startsWith('3.');
  const typed = kind === 'duty' ? positionNumber : number;
  const own = paragraph('', isWithoutArea ? listed(4) : byKind[kind]);
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>xem lại</w:t></w:r>';
  const written = typed === '' ? formRow(each) : formRow(each).replace(paragraph(typed), own);
  const shown = paragraph(text.split('\n')[0] ?? '');
  return text === '' ? written : written.replace(shown, shown.replace('</w:p>', `${hidden}</w:p>`));
}

/** Every layout by the name of its file. */
export const variants: Readonly<Record<string, Variant>> = {
  reference: same(document()),
  'numbered-by-lists': same(
    wordFile([...head, formTable({ formRow: listedRow }), ...foot, section].join(''), undefined, listsOfForm),
  ),
  'other-tables': same(
    wordFile(
      [
        paragraph('HUYỆN ỦY A'),
        table([3000, 3000], row(cell('Số: 12-BC/TC'), cell('Kính gửi: Huyện ủy'))),
        ...head,
        formTable({}),
        paragraph('Tổng hợp'),
        table(
          Array.from({ length: 7 }, () => 1000),
          row(...['STT', 'Đơn vị', 'Biên chế', 'Có mặt', 'Nam', 'Nữ', 'Ghi'].map((text) => cell(text))),
          row(...['1', 'Ban Tổ chức', '5', '4', '2', '2', ''].map((text) => cell(text))),
        ),
        ...foot,
      ].join(''),
    ),
  ),
  'extra-column': same(
    document({
      grid: [...grid, 900],
      header: headerRows.map((xml, index) =>
        xml.replace(/<\/w:tr>$/, `${cell(index === 0 ? 'Ghi chú' : '')}</w:tr>`),
      ),
      formRow: (each) => formRow(each).replace(/<\/w:tr>$/, `${cell('')}</w:tr>`),
    }),
  ),
  'no-first-column': changed(noPositionNumbers, {
    grid: grid.slice(1),
    header: headerRows.map(withoutFirst),
    formRow: rowWithoutFirst,
  }),
  'worded-otherwise': same(
    document({
      header: [
        row(
          cell('STT', { merge: 'restart' }),
          cell('NHÓM\nCÔNG VIỆC', { merge: 'restart' }),
          cellOf(
            '<w:p><w:r><w:t>CÔNG VIỆC</w:t></w:r><w:r><w:br/><w:t>CỤ THỂ</w:t></w:r></w:p>'.normalize('NFD'),
            '<w:vMerge w:val="restart"/>',
          ),
          cell('Mức độ  phức tạp\ncủa công việc'.normalize('NFD'), { span: 5 }),
        ),
        headerRows[1] ?? '',
      ],
    }),
  ),
  'one-header-row': same(
    document({
      header: [
        row(
          ...['TT', 'Nhóm công việc', 'Công việc cụ thể', 'Mức 1', 'Mức 2', 'Mức 3', 'Mức 4', 'Mức 5'].map(
            (text) => cell(text),
          ),
        ),
      ],
    }),
  ),
  'groups-without-numerals': {
    bytes: document({ formRow: (each) => formRow(each.kind === 'group' ? { ...each, number: '' } : each) }),
    form: referenceForm(),
  },
  'four-groups': {
    bytes: document({ rows: [...reference.rows, ...fourthGroup] }),
    form: referenceForm([...reference.rows, ...fourthGroup]),
  },
  'repeated-positions': same(document({ formRow: repeatedPosition })),
  'unnumbered-areas': changed((each) => {
    const { number, ...rest } = each;
    return each.kind === 'area' ? rest : each;
  }),
  'cut-into-tables': same(
    wordFile(
      [
        ...head,
        formTable({ rows: inThree[0] ?? [] }),
        landscape,
        formTable({ rows: inThree[1] ?? [] }),
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        formTable({ rows: inThree[2] ?? [], header: [] }),
        ...foot,
        section,
      ].join(''),
    ),
  ),
  'repeated-header': same(
    document({
      formRow: (each) =>
        (each.kind === 'area' && each.number === '2' ? headerRows.join('') : '') + formRow(each),
    }),
  ),
  'all-in-one-table': same(
    wordFile(
      [
        table(
          grid,
          titleOver('Biểu số 2'),
          titleOver('Đơn vị báo cáo:\nBAN TỔ CHỨC HUYỆN ỦY'),
          titleOver('PHÂN NHÓM CÔNG VIỆC'),
          ...headerRows,
          ...reference.rows.map(formRow),
        ),
        ...foot,
      ].join(''),
    ),
  ),
  'within-a-frame': same(
    wordFile(
      table([9500], row(cellOf([...head, formTable({}), ...foot].join('') + paragraph('')))) + paragraph(''),
    ),
  ),
  'signed-without-a-table': {
    bytes: wordFile(
      [
        ...head,
        formTable({}),
        paragraph('Huyện A, ngày 05 tháng 3 năm 2026'),
        `<w:p><w:r><w:t>NGƯỜI LẬP BIỂU</w:t><w:tab/><w:t>TRƯỞNG BAN</w:t></w:r></w:p>`,
        `<w:p><w:r><w:t>(Ký, ghi rõ họ tên)</w:t><w:tab/><w:t>(Ký tên, đóng dấu)</w:t></w:r></w:p>`,
        paragraph(''),
        `<w:p><w:r><w:t>Nguyễn Văn A</w:t><w:tab/><w:t>Trần Thị B</w:t></w:r></w:p>`,
        ...notes,
      ].join(''),
    ),
    form: {
      ...referenceForm(),
      signatures: {
        place: 'Huyện A',
        date: '2026-03-05',
        preparedBy: { title: 'NGƯỜI LẬP BIỂU', name: 'Nguyễn Văn A' },
        approvedBy: { title: 'TRƯỞNG BAN', name: 'Trần Thị B' },
      },
    },
  },
  'ragged-grid': same(
    document({
      // A border that was dragged by hand leaves a sliver of a column behind.
      grid: [580, 1440, 4880, 20, 454, 454, 454, 454, 454],
      header: headerRows.map((xml, index) => (index === 0 ? widened(xml, 2) : widened(xml, 2))),
      formRow: (each) => widened(formRow(each), each.number === '1.4' ? 3 : 2),
    }),
  ),
};

/** A row whose cell at grid column 2 or 3 takes one column more. */
function widened(xml: string, at: number): string {
  let column = 0;
  return xml.replace(/<w:tc>(.*?)<\/w:tc>/g, (whole, content: string) => {
    const span = Number(/gridSpan w:val="(\d+)"/.exec(content)?.[1] ?? 1);
    const covers = column <= at && at < column + span;
    column += span;
    if (!covers) return whole;
    const rest = content.replace(/<w:gridSpan w:val="\d+"\/>/, '');
    const merge = /<w:vMerge[^>]*>/.exec(rest)?.[0] ?? '';
    const bare = rest.replace(/<w:tcPr>.*?<\/w:tcPr>/, '');
    return `<w:tc><w:tcPr><w:gridSpan w:val="${span + 1}"/>${merge}</w:tcPr>${bare}</w:tc>`;
  });
}
