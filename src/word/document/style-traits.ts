import { attributeOf, readXml } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import { isSwitchedOn } from './is-switched-on.ts';

/** What a style says besides its font. */
export interface StyleTraits {
  /** The list that its paragraphs are counted in, and the level, from 0. */
  readonly list?: string;
  readonly level?: number;
  readonly isHidden?: boolean;
}

/** Reads which styles number their paragraphs or hide their text, themselves or by what they are based on. */
export function styleTraits(file: WordPackage, part: string): ReadonlyMap<string, StyleTraits> {
  const own = new Map<string, { list?: string; level?: number; isHidden?: boolean }>();
  const bases = new Map<string, string>();
  if (!file.has(part)) return own;
  let style: string | undefined;
  let condition = 0;
  readXml(file, part, {
    open(name, attributes) {
      const value = attributeOf(attributes, 'val');
      if (name === 'style') style = attributeOf(attributes, 'styleId');
      // What a style says of some cells of a table only.
      if (name === 'tblStylePr') condition += 1;
      if (style === undefined || condition > 0) return;
      const set = (trait: StyleTraits) => own.set(style ?? '', { ...own.get(style ?? ''), ...trait });
      if (name === 'basedOn') bases.set(style, value ?? '');
      else if (name === 'numId') set({ list: value ?? '' });
      else if (name === 'ilvl') set({ level: Number(value) || 0 });
      else if (name === 'vanish') set({ isHidden: isSwitchedOn(value) });
    },
    close(name) {
      if (name === 'style') style = undefined;
      if (name === 'tblStylePr') condition -= 1;
    },
  });
  const resolved = new Map<string, StyleTraits>();
  for (const id of new Set([...own.keys(), ...bases.keys()])) {
    let traits: StyleTraits = {};
    let at: string | undefined = id;
    for (let depth = 0; at !== undefined && depth < 20; depth++) {
      traits = { ...own.get(at), ...traits };
      at = bases.get(at);
    }
    if (Object.keys(traits).length > 0) resolved.set(id, traits);
  }
  return resolved;
}
