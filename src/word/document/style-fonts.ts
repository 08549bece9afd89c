import { attributeOf, readXml, type XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';

/** The font that a style gives to its text, by the style's id; under '' that of paragraphs without a style. */
export type StyleFonts = ReadonlyMap<string, string>;

/** Reads which fonts the styles of a document name, themselves or by what they are based on. */
export function styleFonts(file: WordPackage, part: string): StyleFonts {
  const fonts = new Map<string, string>();
  if (!file.has(part)) return fonts;
  const bases = new Map<string, string>();
  let style = '';
  let usual = '';
  let within = '';
  readXml(file, part, {
    open(name, tag) {
      if (name === 'style') {
        style = attributeOf(tag, 'styleId') ?? '';
        const isDefault = attributeOf(tag, 'default');
        if (attributeOf(tag, 'type') === 'paragraph' && isDefault && isDefault !== '0') usual = style;
        within = name;
      } else if (name === 'rPrDefault') {
        style = '';
        within = name;
      } else if (name === 'basedOn') {
        bases.set(style, attributeOf(tag, 'val') ?? '');
      } else if (name === 'rFonts' && within !== '') {
        const font = fontOf(tag);
        if (font !== undefined) fonts.set(style, font);
      }
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  const fontBy = (id: string, depth = 0): string | undefined => {
    const base = bases.get(id);
    return fonts.get(id) ?? (base !== undefined && depth < 20 ? fontBy(base, depth + 1) : undefined);
  };
  const resolved = new Map<string, string>();
  for (const id of new Set([...fonts.keys(), ...bases.keys()])) {
    const font = fontBy(id);
    if (font !== undefined) resolved.set(id, font);
  }
  const usualFont = fontBy(usual) ?? fonts.get('');
  if (usualFont !== undefined) resolved.set('', usualFont);
  return resolved;
}

/** The font that `w:rFonts` names for letters beyond ASCII; a theme's font ('') is never one of the old ones. */
export function fontOf(tag: XmlAttributes): string | undefined {
  if (attributeOf(tag, 'hAnsiTheme') !== undefined) return '';
  return attributeOf(tag, 'hAnsi') ?? attributeOf(tag, 'ascii');
}
