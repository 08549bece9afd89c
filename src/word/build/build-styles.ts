import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Look, LookLetterStyle, LookStyle } from '../../generated/look-types.ts';
import { lineHeightPt } from '../../look/geometry.ts';
import { marginsXml, styleId, twipsOfPt, type WordStyleKey } from './word-xml.ts';

/** The names under which an office finds the styles in Word. “Title” is Word's own, which it words itself. */
const styleNames: Readonly<Record<WordStyleKey, string>> = {
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

/** These stay on the page of what follows them: headings, and all that belongs to the signatures. */
const keptWithNext: ReadonlySet<WordStyleKey> = new Set([
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

/** The style of the paragraph that Word begins behind one; its own, where none is named. */
const followers: Readonly<Partial<Record<WordStyleKey, WordStyleKey>>> = {
  formName: 'unitLine',
  title: 'unitLine',
  dateLine: 'signatureTitle',
  signatureTitle: 'signatureHint',
  signatureHint: 'signatureName',
  notesHeading: 'note',
};

/** The styles of a look, as XML; every paragraph of the template has one of them. */
export function wordStyles(look: Look): string {
  const { body, styles } = look;
  const font = escapeXml(body.font);
  const keys = Object.keys(styleNames).filter((key): key is WordStyleKey => key in styles);
  return [
    '<w:docDefaults><w:rPrDefault><w:rPr>',
    `<w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>${sizeXml(body.sizePt)}`,
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>',
    `<w:pPrDefault><w:pPr><w:spacing ${lineOf(look)}/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    // As Word has it.
    '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    `<w:tblCellMar>${marginsXml({ top: 0, left: 108, bottom: 0, right: 108 })}</w:tblCellMar></w:tblPr></w:style>`,
    ...keys.map((key) => styleXml(key, look)),
  ].join('');
}

function styleXml(key: WordStyleKey, look: Look): string {
  const isOfParagraphs = key !== 'unitName';
  return [
    `<w:style w:type="${isOfParagraphs ? 'paragraph' : 'character'}" w:styleId="${styleId(key)}">`,
    `<w:name w:val="${styleNames[key]}"/>`,
    isOfParagraphs && `<w:basedOn w:val="Normal"/><w:next w:val="${styleId(followers[key] ?? key)}"/>`,
    // Word lists styles by their priority: in the order of the form.
    `<w:uiPriority w:val="${Object.keys(styleNames).indexOf(key) + 1}"/><w:qFormat/>`,
    isOfParagraphs && paragraphProperties(key, look),
    runProperties(look.styles[key]),
    '</w:style>',
  ]
    .filter(Boolean)
    .join('');
}

function paragraphProperties(key: WordStyleKey, look: Look): string {
  const { align, spaceBeforePt = 0, spaceAfterPt = 0, ...letters }: LookStyle = look.styles[key];
  const roomPt = key === 'signatureName' ? (look.signatureRoomMm * 72) / 25.4 : 0;
  const spacing = `w:after="${twipsOfPt(spaceAfterPt)}" w:before="${twipsOfPt(spaceBeforePt + roomPt)}"`;
  return [
    '<w:pPr>',
    keptWithNext.has(key) && '<w:keepNext/>',
    `<w:spacing ${spacing} ${lineOf(look, letters)}/>`,
    align && `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>`,
    key === 'title' && '<w:outlineLvl w:val="0"/>',
    '</w:pPr>',
  ]
    .filter(Boolean)
    .join('');
}

/** Lines as high as in the other formats. Larger letters, which an office may set, get the room that they need. */
const lineOf = (look: Look, letters?: LookLetterStyle) =>
  `w:line="${twipsOfPt(lineHeightPt(look, letters))}" w:lineRule="${look.body.lineSpacing < 1 ? 'exact' : 'atLeast'}"`;

function runProperties({ sizePt, bold, italic, capitals }: LookLetterStyle): string {
  const properties = [
    bold && '<w:b/><w:bCs/>',
    italic && '<w:i/><w:iCs/>',
    capitals && '<w:caps/>',
    sizePt !== undefined && sizeXml(sizePt),
  ].filter(Boolean);
  return properties.length > 0 ? `<w:rPr>${properties.join('')}</w:rPr>` : '';
}

/** `w:sz` counts half-points. */
const sizeXml = (points: number) =>
  ['sz', 'szCs'].map((name) => `<w:${name} w:val="${Math.round(points * 2)}"/>`).join('');
