import type { Look, LookLetterStyle, LookStyle } from '../generated/look-types.ts';
import {
  cellRoomPt,
  lineHeightPt,
  pageSizeMm,
  signatureShares,
  textWidthMm,
  toThousandth,
} from '../look/geometry.ts';
import { type StyleKey, styleKeys, styleName } from '../look/style-names.ts';
import { doubtShade } from '../sheet/sheet.ts';

const ptOfPx = 72 / 96;

/** Fonts of the same widths, for machines without Times New Roman. */
const standIns = '"Liberation Serif", Tinos, serif';

/** The style sheet of a look: on paper the same pages as the Word file, on screen one sheet of paper. */
export function styleSheet(look: Look): string {
  const { body, table } = look;
  const room = cellRoomPt(look);
  // Browsers draw whole pixels, and give half of a line's width to the cell above and half to the one below.
  const borderPx = Math.max(1, Math.round(table.borderPt / ptOfPx));
  const half = (borderPx * ptOfPx) / 2;
  return `${pageRules(look)}
* { box-sizing: border-box; margin: 0; }
body { overflow-wrap: anywhere; font: ${body.sizePt}pt/${lineHeightPt(look)}pt ${cssString(body.font)}, ${standIns}; font-kerning: none; font-variant-ligatures: none; color: #000; background: #fff; }
${styleRules(look)}
.form { width: calc(100% - ${borderPx}px); margin: auto; table-layout: fixed; border-collapse: collapse; }
.form th, .form td { border: ${borderPx}px solid #000; padding: ${toThousandth(room.top - half)}pt calc(${table.cellMarginsMm.side}mm - ${borderPx}px) ${toThousandth(room.bottom - half)}pt; vertical-align: top; text-align: left; font-weight: inherit; overflow-wrap: anywhere; }
.form thead th, .form .task-number, .form .task-level { vertical-align: middle; }
${alignRules(look)}
.form .doubt { background: #${doubtShade}; print-color-adjust: exact; }
.doubt:empty::after, .doubt p:empty::after, .signature-name:empty::after { content: "\\200b"; }
.form .ragged { text-align: left; }
thead { display: table-header-group; }
.form thead tr:last-child th, .form thead th[rowspan] { border-bottom: 0; }
tr, .end { break-inside: avoid; }
.form .below { border-top: 0; }
.form [data-cut] { border-bottom: 0; }
.opens, .tall, .end.tall { break-inside: auto; }
.tall td { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.opens p { break-inside: avoid; }
.form .foot { padding: 0; border-width: ${borderPx}px 0 0; }
.form .close { height: 1px; padding: 0; border: 0; }
@media print {
  .form .close, .form:has(tfoot) thead th, .form:has(tfoot) .foot { position: relative; }
  .form:has(tfoot) thead + tbody > :first-child > * { border-top: 0; }
  .close::before, .form:has(tfoot) thead :is(tr:last-child th, th[rowspan])::after { content: ""; position: absolute; left: 0; right: 0; border-top: ${borderPx}px solid #000; }
  .close::before { top: -${borderPx / 2}px; }
  thead th::after { bottom: -${borderPx / 4}px; }
  /* No visible line below the signatures. */
  .form:has(tfoot) .foot::after { content: ""; position: absolute; left: -1px; right: -1px; bottom: -${2 * borderPx}px; border-top: ${3 * borderPx}px solid #fff; z-index: 1; }
}
.notes:not(.tall) { break-inside: avoid; }
h1, h2, .heading { break-after: avoid; }
h1, h2 { font-size: inherit; font-weight: inherit; }
.signatures { display: grid; grid-template-columns: ${signatureShares.map((share) => `${share * 100}%`).join(' ')}; }
.date-line { grid-column: 2; }
.signer { grid-row: 2 / span 3; display: grid; grid-template-rows: subgrid; }
.signature-title { white-space: pre-line; }
.signature-name { padding-top: ${look.signatureRoomMm}mm; }
.notes { list-style: none; padding: 0; }
.note::before { content: ${cssString(look.wording.noteBullet)}; white-space: pre; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
${screenRules(look)}`;
}

/** The pages, as the Word file has them: a number on every page but the first. */
function pageRules(look: Look): string {
  const { page, styles, body } = look;
  const { top, right, bottom, left } = page.marginsMm;
  const [width, height] = pageSizeMm(look);
  const box = (style: LookStyle) =>
    `vertical-align: top; padding-top: ${page.headerMm}mm; ${fontRules({ ...style, sizePt: style.sizePt ?? body.sizePt }, look)} font-family: ${cssString(body.font)}, ${standIns};`;
  const number = boxes[styles.pageNumber.align ?? 'left'];
  return `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; @${number} { content: counter(page); ${box(styles.pageNumber)} } }
@page :first { @${number} { content: none; } }`;
}

const boxes = { left: 'top-left', center: 'top-center', right: 'top-right', justify: 'top-left' } as const;

const styleRules = (look: Look) =>
  styleKeys(look)
    .filter((key) => key !== 'pageNumber')
    .map((key) => {
      const style: LookStyle = look.styles[key];
      const space = [style.spaceBeforePt, style.spaceAfterPt];
      const margins = space.some(Boolean) ? ` margin: ${space[0] ?? 0}pt 0 ${space[1] ?? 0}pt;` : '';
      const align = style.align && !isCell(key) ? ` text-align: ${style.align};` : '';
      return `.${styleName(key)} {${fontRules(style, look)}${align}${margins} }`;
    })
    .join('\n');

/** Aligns the text in cells, which overrides the alignment of cells. */
const alignRules = (look: Look) =>
  styleKeys(look)
    .filter(isCell)
    .flatMap((key) => {
      const style: LookStyle = look.styles[key];
      const weight = ` font-weight: ${style.bold ? 'bold' : 'normal'};`;
      return `.form .${styleName(key)} {${weight}${style.align ? ` text-align: ${style.align};` : ''} }`;
    })
    .join('\n');

const isCell = (key: StyleKey) => /^(table|group|position|area|task)/.test(key);

function fontRules({ sizePt, bold, italic, capitals }: LookLetterStyle, look: Look): string {
  return [
    sizePt !== undefined && ` font-size: ${sizePt}pt; line-height: ${lineHeightPt(look, { sizePt })}pt;`,
    bold && ' font-weight: bold;',
    italic && ' font-style: italic;',
    capitals && ' text-transform: uppercase;',
  ]
    .filter(Boolean)
    .join('');
}

/** On screen the form is one long sheet of paper, in narrower windows as wide as the window. */
function screenRules(look: Look): string {
  const { top, right, bottom, left } = look.page.marginsMm;
  const width = textWidthMm(look) + left + right;
  return `@media screen {
  tfoot { display: none; }
  html { background: #e6e6e6; }
  body { background: none; }
  main { width: ${toThousandth(width)}mm; margin: 8mm auto; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; background: #fff; box-shadow: 0 1px 6px #0004; }
  .draft { position: sticky; top: 0; padding: 2mm; text-align: center; background: #fff3c4; border-bottom: 1px solid #000; }
}
@media screen and (max-width: ${toThousandth(width)}mm) {
  html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
  main { width: auto; margin: 0; padding: 4mm 2mm; }
  .form th, .form td { padding-left: 2px; padding-right: 2px; }
  .form .task-text { text-align: left; }
  .form col:nth-child(1) { width: 9% !important; }
  .form col:nth-child(2) { width: 21% !important; }
  .form col:nth-child(3) { width: 40% !important; }
  .form col:nth-child(n + 4) { width: 6% !important; }
}
@media screen and (prefers-color-scheme: dark) {
  html { background: #2b2b2b; }
}
@media print {
  .draft { position: fixed; inset: 40% 0 auto; text-align: center; font-size: 80pt; color: #0002; transform: rotate(-30deg); }
}`;
}

/** Text as a CSS string that is safe in a style element: “<” is escaped. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]|[\u0000-\u001f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
