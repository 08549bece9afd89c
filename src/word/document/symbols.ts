import { attributeOf, type XmlAttributes } from '../package/read-xml.ts';

/**
 * What symbol fonts draw in places where forms have their ticks, as Unicode; codes without the F000 by which
 * Word moves them into the private use area. Empty boxes differ from ticked ones.
 */
const drawn: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 111: '☐', 113: '☐', 114: '☐', 120: '☒', 168: '☐', 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
  'wingdings 2': {
    ...{ 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 85: '✗', 86: '✗', 153: '☐', 163: '☐' },
  },
  webdings: { 97: '✓', 99: '☐', 114: '✗' },
  symbol: { 180: '×', 183: '•', 214: '√', 45: '−', 167: '•' },
};

/** Whether the letters of a font are pictures. */
export const isSymbolFont = (font: string): boolean => Object.hasOwn(drawn, font.toLowerCase());

/** A character of a symbol font as Unicode; the character itself if it is unknown. */
export function drawnBy(font: string, code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return drawn[font.toLowerCase()]?.[low] ?? String.fromCharCode(code);
}

/** Whether a sign is one that marks a choice. */
export const isTick = (sign: string): boolean => /^[xX×✓✔✗✘☑☒√]$/u.test(sign);

/** The text that an element of a run shows; undefined for elements that show none themselves. */
export function signOf(
  name: string,
  attributes: XmlAttributes,
  parent: string | undefined,
): string | undefined {
  // Not those of `w:tabs`, which only say where tabs stop.
  if (name === 'tab' || name === 'ptab') return parent === 'r' ? '\t' : undefined;
  if (name === 'br' || name === 'cr') return parent === 'r' ? '\n' : undefined;
  if (name === 'noBreakHyphen') return '-';
  if (name === 'v:textpath') return attributeOf(attributes, 'string');
  if (name !== 'sym') return undefined;
  const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16) || 0x20;
  return drawnBy(attributeOf(attributes, 'font') ?? '', code);
}
