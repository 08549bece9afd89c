import type { Group } from '../form/form.ts';

/** Groups as they are printed: by their numerals; those without a numeral of their own stand last, as written. */
export const groupsInOrder = (groups: readonly Group[]): readonly Group[] =>
  [...groups].sort((a, b) => (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity) || 0);
