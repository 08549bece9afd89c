import { escapeXml } from '../diagnostics/escape-markup.ts';
import { displayWidth } from '../reporters/display-width.ts';

/**
 * A terminal's colours, with a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3); in `colors` by their numbers in SGR sequences:
 * 31 red, 32 green, 33 yellow, 36 cyan.
 */
const light = {
  background: '#ffffff',
  text: '#1f2328',
  dim: '#59636e',
  colors: { 31: '#c02029', 32: '#116329', 33: '#7d5200', 36: '#0b5c78' },
};
const dark: typeof light = {
  background: '#0d1117',
  text: '#e6edf3',
  dim: '#9198a1',
  colors: { 31: '#ff7b72', 32: '#56d364', 33: '#e3b341', 36: '#76d9e6' },
};

const rules = ({ background, text, dim, colors }: typeof light): string =>
  [
    `rect { fill: ${background} } text { fill: ${text} } .dim { fill: ${dim} }`,
    ...Object.entries(colors).map(([code, color]) => `.c${code} { fill: ${color} }`),
  ].join(' ');

const column = 8.4;
const line = 20;
const margin = 16;

/**
 * An SVG picture of a terminal's output, light or dark as the viewer prefers. Every run of text has
 * a fixed width, so that columns line up in any font.
 *
 * @param output with SGR sequences for colours, bold and dim
 * @param title the text alternative
 */
export function terminalSvg(output: string, columns: number, title: string): string {
  const lines = output.trimEnd().split('\n');
  const width = Math.round(columns * column + 2 * margin);
  const height = lines.length * line + 2 * margin;
  let style = plain;
  const texts = lines.map((text, index) => {
    let x = margin;
    const spans = [...text.matchAll(/\u001b\[([\d;]*)m|[^\u001b]+/g)].map(([piece, codes]) => {
      if (codes !== undefined) {
        style = codes.split(';').reduce(changed, style);
        return '';
      }
      // Viewers collapse spaces, so the coordinates replace them.
      const spans = [...piece.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index: at }) => {
        const start = x + displayWidth(piece.slice(0, at)) * column;
        const size = displayWidth(words) * column;
        return `<tspan x="${start.toFixed(1)}" textLength="${size.toFixed(1)}"${attributesOf(style)}>${escapeXml(words)}</tspan>`;
      });
      x += displayWidth(piece) * column;
      return spans.join('');
    });
    return `<text y="${margin + (index + 0.75) * line}">${spans.join('')}</text>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="vi">
<title>${escapeXml(title)}</title>
<style>${rules(light)} @media (prefers-color-scheme: dark) { ${rules(dark)} }</style>
<rect width="${width}" height="${height}" rx="6"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
${texts.filter((text) => text.includes('<tspan')).join('')}</g>
</svg>
`;
}

type Style = Readonly<{ color: string | undefined; bold: boolean; dim: boolean }>;

const plain: Style = { color: undefined, bold: false, dim: false };

/** Applies one number of an SGR sequence to a style (ECMA-48, 8.3.117). */
function changed(style: Style, code: string): Style {
  switch (code) {
    case '1':
      return { ...style, bold: true };
    case '2':
      return { ...style, dim: true };
    case '22':
      return { ...style, bold: false, dim: false };
    case '39':
      return { ...style, color: undefined };
    case '':
    case '0':
      return plain;
    default:
      return { ...style, color: code };
  }
}

function attributesOf({ color, bold, dim }: Style): string {
  const name = color === undefined ? (dim ? 'dim' : undefined) : `c${color}`;
  return (name ? ` class="${name}"` : '') + (bold ? ' font-weight="bold"' : '');
}
