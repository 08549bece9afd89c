import {
  type IBorderOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  type ITableOptions,
  Paragraph,
  Table,
  TableLayoutType,
  TextRun,
  WidthType,
} from 'docx';
import type { Look, LookLetterStyle, LookStyle } from '../../generated/look-types.ts';
import { lineHeightPt } from '../../look/geometry.ts';
import type { StyleKey } from '../../look/style-names.ts';

interface WordStyle {
  /** Under which an office finds the style in Word. Word translates its own “Title”. */
  readonly name: string;
  /** Kept on the page of what follows: headings, and everything in the signatures. */
  readonly isKept?: true;
  /** The style of the next paragraph in Word; default: the same style. */
  readonly next?: StyleKey;
}

/** In the order of the form, which is that of Word's list of styles. */
const wordStyles: Readonly<Record<StyleKey, WordStyle>> = {
  formName: { name: 'Biểu: số hiệu', next: 'unitLine' },
  unitLine: { name: 'Biểu: đơn vị' },
  unitName: { name: 'Biểu: tên đơn vị' },
  title: { name: 'Title', isKept: true, next: 'unitLine' },
  tableHead: { name: 'Bảng: tiêu đề cột', isKept: true },
  groupNumber: { name: 'Bảng: số nhóm', isKept: true },
  groupTitle: { name: 'Bảng: nhóm', isKept: true },
  positionNumber: { name: 'Bảng: số chức vụ' },
  positionTitle: { name: 'Bảng: chức vụ' },
  areaNumber: { name: 'Bảng: số mảng công việc', isKept: true },
  areaTitle: { name: 'Bảng: mảng công việc', isKept: true },
  taskNumber: { name: 'Bảng: số công việc' },
  taskText: { name: 'Bảng: công việc' },
  taskLevel: { name: 'Bảng: mức độ' },
  dateLine: { name: 'Ký: ngày tháng', isKept: true, next: 'signatureTitle' },
  signatureTitle: { name: 'Ký: chức vụ', isKept: true, next: 'signatureHint' },
  signatureHint: { name: 'Ký: hướng dẫn', isKept: true, next: 'signatureName' },
  signatureName: { name: 'Ký: họ tên' },
  notesHeading: { name: 'Ghi chú: tiêu đề', isKept: true, next: 'note' },
  note: { name: 'Ghi chú: nội dung', isKept: true },
  pageNumber: { name: 'Trang: số trang' },
  draft: { name: 'Trang: bản nháp' },
};

const styleKeys = Object.keys(wordStyles).filter((key): key is StyleKey => key in wordStyles);

/** The id of a style in the document, such as `TaskText`. */
export const styleId = (key: StyleKey) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The paragraph and character styles of a look; every paragraph of the template has one of them. */
export function buildStyles(look: Look): IStylesOptions {
  const { font, sizePt } = look.body;
  const language = { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' };
  const paragraphKeys = styleKeys.filter((key) => key !== 'unitName');
  return {
    default: {
      document: { run: { font, size: halfPoints(sizePt), language }, paragraph: { spacing: lineOf(look) } },
    },
    paragraphStyles: paragraphKeys.map((key) => paragraphStyle(key, look)),
    characterStyles: [letterStyle('unitName', look)],
  };
}

/** Word lists styles by their priority. */
const letterStyle = (key: StyleKey, look: Look) => ({
  ...{ id: styleId(key), name: wordStyles[key].name, uiPriority: styleKeys.indexOf(key) + 1 },
  ...{ quickFormat: true, run: runOf(look.styles[key]) },
});

function paragraphStyle(key: StyleKey, look: Look): IParagraphStyleOptions {
  const style: LookStyle = look.styles[key];
  const { isKept, next = key } = wordStyles[key];
  const roomPt = key === 'signatureName' ? (look.signatureRoomMm * 72) / 25.4 : 0;
  return {
    ...letterStyle(key, look),
    basedOn: 'Normal',
    next: styleId(next),
    paragraph: {
      ...(style.align && { alignment: style.align === 'justify' ? 'both' : style.align }),
      spacing: {
        before: twipsOfPt((style.spaceBeforePt ?? 0) + roomPt),
        after: twipsOfPt(style.spaceAfterPt ?? 0),
        ...lineOf(look, style),
      },
      ...(isKept && { keepNext: true }),
      ...(key === 'title' && { outlineLevel: 0 }),
    },
  };
}

/** Lines as high as in the other formats. Larger letters, which an office may set, get the room that they need. */
const lineOf = (look: Look, style?: LookStyle) => ({
  line: twipsOfPt(lineHeightPt(look, style)),
  lineRule: look.body.lineSpacing < 1 ? ('exact' as const) : ('atLeast' as const),
});

function runOf({ sizePt, bold, italic, capitals }: LookLetterStyle) {
  return {
    ...(sizePt !== undefined && { size: halfPoints(sizePt) }),
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(capitals && { allCaps: capitals }),
  };
}

/** `w:sz` counts half-points. */
const halfPoints = (points: number) => Math.round(points * 2);

/** A paragraph in one of the look's styles. */
export function paragraph(style: StyleKey, ...content: (string | TextRun)[]): Paragraph {
  return new Paragraph({
    style: styleId(style),
    children: content.map((piece) => (typeof piece === 'string' ? new TextRun(piece) : piece)),
  });
}

/** Twentieths of a point, Word's own unit of length. */
export const twipsOfMm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export const twipsOfPt = (points: number) => Math.round(points * 20);

/** Rounded widths that add up to their rounded sum. */
export function twipsOfColumns(widthsMm: readonly number[]): number[] {
  let sum = 0;
  return widthsMm.map((width) => {
    const before = twipsOfMm(sum);
    sum += width;
    return twipsOfMm(sum) - before;
  });
}

/** A table of fixed columns, in twips, with one kind of line around and between its cells. */
export function fixedTable(
  widths: readonly number[],
  line: IBorderOptions,
  options: Pick<ITableOptions, 'margins' | 'rows' | 'tableLook'>,
): Table {
  const sides = { top: line, bottom: line, left: line, right: line };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: wholeWidth(widths),
    columnWidths: [...widths],
    borders: { ...sides, insideHorizontal: line, insideVertical: line },
    ...options,
  });
}

/** The width of columns together. */
export const wholeWidth = (widths: readonly number[]) => ({
  size: widths.reduce((sum, width) => sum + width, 0),
  type: WidthType.DXA,
});
