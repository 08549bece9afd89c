import type { Look } from '../generated/look-types.ts';

export type StyleKey = keyof Look['styles'];

export const styleKeys = ({ styles }: Pick<Look, 'styles'>): StyleKey[] =>
  Object.keys(styles).filter((key): key is StyleKey => Object.hasOwn(styles, key));

const names = new Map<StyleKey, string>();

/** The name of a style in CSS and Typst: `task-text` for `taskText`. */
export function styleName(key: StyleKey): string {
  const name = names.get(key) ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  names.set(key, name);
  return name;
}
