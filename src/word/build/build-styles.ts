import {
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  Paragraph,
  TextRun,
} from 'docx';
import type { Look, LookLetterStyle, LookStyle } from '../../generated/look-types.ts';
import { lineHeightPt } from '../../look/geometry.ts';

type StyleKey = keyof Look['styles'];

/** The names under which an office finds the styles in Word. “Title” is Word's own, which it words itself. */
const styleNames: Readonly<Record<StyleKey, string>> = {
  formName: 'Biểu: số hiệu',
  unitLine: 'Biểu: đơn vị',
  unitName: 'Biểu: tên đơn vị',
  title: 'Title',
  tableHead: 'Bảng: tiêu đề cột',
  groupNumber: 'Bảng: số nhóm',
  groupTitle: 'Bảng: nhóm',
  positionNumber: 'Bảng: số chức vụ',
  positionTitle: 'Bảng: chức vụ',
  areaNumber: 'Bảng: số mảng công việc',
  areaTitle: 'Bảng: mảng công việc',
  taskNumber: 'Bảng: số công việc',
  taskText: 'Bảng: công việc',
  taskLevel: 'Bảng: mức độ',
  dateLine: 'Ký: ngày tháng',
  signatureTitle: 'Ký: chức vụ',
  signatureHint: 'Ký: hướng dẫn',
  signatureName: 'Ký: họ tên',
  notesHeading: 'Ghi chú: tiêu đề',
  note: 'Ghi chú: nội dung',
  pageNumber: 'Trang: số trang',
  draft: 'Trang: bản nháp',
};

/** Kept on the page of what follows: headings, and everything in the signatures. */
const keptWithNext: ReadonlySet<StyleKey> = new Set([
  'title',
  'tableHead',
  'groupNumber',
  'groupTitle',
  'areaNumber',
  'areaTitle',
  'dateLine',
  'signatureTitle',
  'signatureHint',
  'notesHeading',
  'note',
]);

/** The style of the next paragraph in Word; default: the same style. */
const followers: Readonly<Partial<Record<StyleKey, StyleKey>>> = {
  formName: 'unitLine',
  title: 'unitLine',
  dateLine: 'signatureTitle',
  signatureTitle: 'signatureHint',
  signatureHint: 'signatureName',
  notesHeading: 'note',
};

/** Word lists styles by their priority: in the order of the form. */
const priorityOf = (key: StyleKey) => Object.keys(styleNames).indexOf(key) + 1;

/** The id of a style in the document, such as `TaskText`. */
export const styleId = (key: StyleKey) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The paragraph and character styles of a look; every paragraph of the template has one of them. */
export function buildStyles(look: Look): IStylesOptions {
  const { body, styles } = look;
  const keys = Object.keys(styleNames).filter((key): key is StyleKey => key in styles);
  return {
    default: {
      document: {
        run: {
          font: body.font,
          size: halfPoints(body.sizePt),
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
        },
        paragraph: { spacing: lineOf(look) },
      },
    },
    paragraphStyles: keys.filter((key) => key !== 'unitName').map((key) => paragraphStyle(key, look)),
    characterStyles: [characterStyle('unitName', styles.unitName)],
  };
}

function paragraphStyle(key: StyleKey, look: Look): IParagraphStyleOptions {
  const style: LookStyle = look.styles[key];
  const roomPt = key === 'signatureName' ? (look.signatureRoomMm * 72) / 25.4 : 0;
  return {
    id: styleId(key),
    name: styleNames[key],
    basedOn: 'Normal',
    next: styleId(followers[key] ?? key),
    uiPriority: priorityOf(key),
    quickFormat: true,
    run: runOf(style),
    paragraph: {
      ...(style.align && { alignment: style.align === 'justify' ? 'both' : style.align }),
      spacing: {
        before: twipsOfPt((style.spaceBeforePt ?? 0) + roomPt),
        after: twipsOfPt(style.spaceAfterPt ?? 0),
        ...lineOf(look, style),
      },
      ...(keptWithNext.has(key) && { keepNext: true }),
      ...(key === 'title' && { outlineLevel: 0 }),
    },
  };
}

/** Lines as high as in the other formats. Larger letters, which an office may set, get the room that they need. */
const lineOf = (look: Look, style?: LookStyle) => ({
  line: twipsOfPt(lineHeightPt(look, style)),
  lineRule: look.body.lineSpacing < 1 ? ('exact' as const) : ('atLeast' as const),
});

function characterStyle(key: 'unitName', style: LookLetterStyle): ICharacterStyleOptions {
  return {
    id: styleId(key),
    name: styleNames[key],
    uiPriority: priorityOf(key),
    quickFormat: true,
    run: runOf(style),
  };
}

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
export function paragraph(style: keyof Look['styles'], ...content: (string | TextRun)[]): Paragraph {
  return new Paragraph({
    style: styleId(style),
    children: content.map((piece) => (typeof piece === 'string' ? new TextRun(piece) : piece)),
  });
}

/** Twentieths of a point, Word's own unit of length. */
export const twipsOfMm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export const twipsOfPt = (points: number) => Math.round(points * 20);

/** Widths that add up to what their sum is, whatever each is rounded to. */
export function twipsOfColumns(widthsMm: readonly number[]): number[] {
  let sum = 0;
  return widthsMm.map((width) => {
    const before = twipsOfMm(sum);
    sum += width;
    return twipsOfMm(sum) - before;
  });
}
