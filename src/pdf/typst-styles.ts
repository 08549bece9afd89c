import type { Look, LookStyle } from '../generated/look-types.ts';
import { cellRoomPt, columnWidthsMm, lineHeightPt, pageSizeMm, toThousandth } from '../look/geometry.ts';
import { type StyleKey, styleKeys, styleName } from '../look/style-names.ts';
import { descent, typstString } from './typst-string.ts';

/** The names of Times New Roman and of metric-compatible fonts. */
const times = /^(times( new roman)?|tinos|liberation serif)$/i;

/** Fonts built into the compiler, for symbols missing in text fonts. */
const carried = ['Libertinus Serif', 'DejaVu Sans Mono', 'New Computer Modern Math'];

/**
 * The fonts in order: Tinos instead of Times New Roman, so that a form looks the same, and has the same bytes,
 * on every machine; any other font if installed.
 */
const fontsOf = ({ body }: Look) =>
  [...(times.test(body.font) ? [] : [body.font]), 'Tinos', ...carried].map(typstString).join(', ');

/**
 * The look as Typst code: the page, the letters, and for each style a function of its name (`taskText` → `task-text`)
 * that formats its argument.
 *
 * @param options.fallback allows installed fonts for letters that no font of `fontsOf` has
 */
export function typstStyles(look: Look, { draft, fallback }: { draft: boolean; fallback: boolean }): string {
  return `${pageSize(look)}
#set text(font: (${fontsOf(look)}), fallback: ${fallback}, ${sizeOf(look)}, kerning: false, ligatures: false, lang: "vi", hyphenate: false)
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set table(columns: (${columnWidthsMm(look)
    .map((width) => `${width}mm`)
    .join(', ')}), stroke: ${look.table.borderPt}pt, inset: ${insetOf(look)}, align: left)
${styleKeys(look)
  .map(
    (key) =>
      `#let ${styleName(key)}(body) = { ${letters(look.styles[key], look)}${look.styles[key].capitals ? 'upper(body)' : 'body'} }`,
  )
  .join('\n')}
#show heading: set text(size: 1em, weight: "regular")
#show heading: set block(width: 100%, above: 0pt, below: 0pt)
#${headingRules(1, look.styles.title).join('\n#')}
#set page(header-ascent: 0mm, header: ${pageHead(look, draft)})`;
}

/**
 * A paragraph outside the table, as Typst code: full width, with the style's spacing.
 *
 * @param content as Typst code
 */
export function typstParagraph(key: StyleKey, look: Look, content: string): string {
  const style: LookStyle = look.styles[key];
  return `block(width: 100%, above: ${style.spaceBeforePt ?? 0}pt, below: ${style.spaceAfterPt ?? 0}pt, align(${alignOf(style)}, ${styleName(key)}(par(${content}))))`;
}

/** The alignment of a style, in Typst's terms. */
export const alignOf = ({ align = 'left' }: LookStyle) => (align === 'justify' ? 'left' : align);

/** As in Word, the extra height of a line is above its letters. */
function sizeOf(look: Look, sizePt = look.body.sizePt): string {
  const below = descent * sizePt;
  return `size: ${sizePt}pt, top-edge: ${toThousandth(lineHeightPt(look, { sizePt }) - below)}pt, bottom-edge: -${toThousandth(below)}pt`;
}

function letters({ sizePt, bold, italic, align }: LookStyle, look: Look): string {
  return [
    sizePt !== undefined && `set text(${sizeOf(look, sizePt)}); `,
    bold && 'set text(weight: "bold"); ',
    italic && 'set text(style: "italic"); ',
    align === 'justify' && 'set par(justify: true); ',
  ]
    .filter(Boolean)
    .join('');
}

/** Spacing and alignment of headings as Typst rules; their font comes from the function of their style. */
export function headingRules(level: number, style: LookStyle): string[] {
  const heading = `show heading.where(level: ${level})`;
  return [
    `${heading}: set block(above: ${style.spaceBeforePt ?? 0}pt, below: ${style.spaceAfterPt ?? 0}pt)`,
    `${heading}: set align(${alignOf(style)})`,
  ];
}

/** Unlike in Word, borders take no space in Typst. */
function insetOf(look: Look): string {
  const { top, bottom } = cellRoomPt(look);
  return `(x: ${look.table.cellMarginsMm.side}mm, top: ${toThousandth(top)}pt, bottom: ${toThousandth(bottom)}pt)`;
}

function pageSize({ page }: Look): string {
  const { top, right, bottom, left } = page.marginsMm;
  const [width, height] = pageSizeMm({ page });
  const margins = `(top: ${top}mm, right: ${right}mm, bottom: ${bottom}mm, left: ${left}mm)`;
  return `#set page(width: ${width}mm, height: ${height}mm, margin: ${margins})`;
}

/** The page number is on every page but the first, the mark of a draft on all. */
function pageHead({ page, styles, wording }: Look, draft: boolean): string {
  const at = (align: string, content: string) => `place(top + ${align}, dy: ${page.headerMm}mm, ${content})`;
  const number = at(alignOf(styles.pageNumber), 'page-number(counter(page).display("1"))');
  const mark = draft ? `; ${at('right', `draft(${typstString(wording.draft)})`)}` : '';
  return `block(width: 100%, height: 100%, { context if here().page() > 1 { ${number} }${mark} })`;
}
