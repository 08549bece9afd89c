import { attributeOf, isSwitchedOn, readXml, type XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';

/** The properties of a style, including inherited ones. */
export interface Style {
  /** As people see it in a list of styles. */
  readonly name?: string;
  readonly font?: string;
  /** The list that its paragraphs are counted in, and the level, from 0. */
  readonly list?: string;
  readonly level?: number;
  readonly isHidden?: boolean;
  /** Crossed out with one line, or with two. */
  readonly isStruck?: boolean;
  readonly isStruckTwice?: boolean;
  /** Letters are shown as capitals, large or small ones. */
  readonly isCaps?: boolean;
  /** White letters, which only a colour behind them shows. */
  readonly isWhite?: boolean;
  readonly isOnColour?: boolean;
}

/** By the style's id; '' is the default for paragraphs without a style. */
export type Styles = ReadonlyMap<string, Style>;

/** Reads the styles of a document; without that part there are none. */
export function readStyles(file: WordPackage, part: string): Styles {
  const own = new Map<string, Style>();
  const bases = new Map<string, string>();
  if (!file.has(part)) return own;
  let style: string | undefined;
  let usual = '';
  // Within properties for some cells of a table only.
  let conditions = 0;
  readXml(file, part, {
    open(name, attributes) {
      if (name === 'tblStylePr') conditions += 1;
      if (name === 'style') {
        style = attributeOf(attributes, 'styleId') ?? '';
        const isUsual = attributeOf(attributes, 'default');
        if (attributeOf(attributes, 'type') === 'paragraph' && isUsual && isSwitchedOn(isUsual))
          usual = style;
      } else if (name === 'rPrDefault') style = '';
      if (style === undefined || conditions > 0) return;
      if (name === 'basedOn') bases.set(style, attributeOf(attributes, 'val') ?? '');
      const trait = traits.get(name)?.(attributes);
      if (trait) own.set(style, { ...own.get(style), ...trait });
    },
    close(name) {
      if (name === 'style' || name === 'rPrDefault') style = undefined;
      if (name === 'tblStylePr') conditions -= 1;
    },
  });
  const resolved = new Map<string, Style>();
  for (const id of new Set([...own.keys(), ...bases.keys()])) resolved.set(id, withBases(id, own, bases));
  resolved.set('', { ...own.get(''), ...resolved.get(usual) });
  return resolved;
}

/** The colour that `w:shd` puts behind something; undefined for none and for white. */
export function fillOf(attributes: XmlAttributes): string | undefined {
  const fill = attributeOf(attributes, 'themeFill') ?? attributeOf(attributes, 'fill') ?? 'auto';
  return /^(?:auto|f{6}|background1|)$/i.test(fill) ? undefined : fill;
}

type TraitOf = (property: XmlAttributes) => Style;

const isOn = (property: XmlAttributes) => isSwitchedOn(attributeOf(property, 'val'));

/** How properties of runs change what is shown, by name. */
const shown = new Map<string, TraitOf>([
  ['rFonts', fontOf],
  ['vanish', (property) => ({ isHidden: isOn(property) })],
  ['strike', (property) => ({ isStruck: isOn(property) })],
  ['dstrike', (property) => ({ isStruckTwice: isOn(property) })],
  ['caps', (property) => ({ isCaps: isOn(property) })],
  ['color', (property) => ({ isWhite: /^f{6}$/i.test(attributeOf(property, 'val') ?? '') })],
  ['shd', (property) => ({ isOnColour: fillOf(property) !== undefined })],
  ['highlight', (property) => ({ isOnColour: attributeOf(property, 'val') !== 'none' })],
  ['smallCaps', (property) => ({ isCaps: isOn(property) })],
]);

/** How a property of a run changes what is shown; undefined for others. */
export const shownBy = (name: string, property: XmlAttributes): Style | undefined =>
  shown.get(name)?.(property);

const traits = new Map<string, TraitOf>([
  ...shown,
  ['name', (property) => ({ name: attributeOf(property, 'val') ?? '' })],
  ['numId', (property) => ({ list: attributeOf(property, 'val') ?? '' })],
  ['ilvl', (property) => ({ level: Number(attributeOf(property, 'val')) || 0 })],
]);

function withBases(id: string, own: Styles, bases: ReadonlyMap<string, string>): Style {
  let style: Style = {};
  let at: string | undefined = id;
  // Styles may be based on each other in a circle.
  for (let depth = 0; at !== undefined && depth < 20; depth++) {
    style = { ...own.get(at), ...style };
    at = bases.get(at);
  }
  return style;
}

/** The font that `w:rFonts` names for letters beyond ASCII; a theme's font ('') is never one of the old ones. */
function fontOf(tag: XmlAttributes): Style {
  if (attributeOf(tag, 'hAnsiTheme') !== undefined) return { font: '' };
  const font = attributeOf(tag, 'hAnsi') ?? attributeOf(tag, 'ascii');
  return font === undefined ? {} : { font };
}
