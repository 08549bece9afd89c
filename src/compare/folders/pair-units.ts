import { unitKey } from '../../vietnamese/fold-text.ts';

/** A form in one of two folders, with the data that pairs it. */
export interface UnitForm {
  /** Its name in messages. */
  readonly file: string;
  /** Its path below the folder, with `/`. */
  readonly place: string;
  /** As written; empty if the form names none. Undefined for a file that cannot be read. */
  readonly unit?: string;
  readonly parentUnit?: string;
}

/**
 * How two forms were matched to one unit: by its name and its parent’s; by its name alone, which occurs in each folder
 * only once; by the path below the folder, without its ending.
 */
export type PairedBy = 'unit' | 'name' | 'path';

/** A form from each folder, or from one only; or a unit's forms that cannot be paired with certainty. */
export interface UnitPair {
  readonly before: readonly UnitForm[];
  readonly after: readonly UnitForm[];
  readonly by?: PairedBy;
  readonly isAmbiguous?: true;
}

type KeyOf = (form: UnitForm) => string | undefined;

const keyOf: KeyOf = ({ unit, parentUnit }) => unit && unitKey(unit, parentUnit ?? '');
const nameOf: KeyOf = ({ unit }) => unit && unitKey(unit, '');
const placeOf = ({ place }: UnitForm) => place.normalize('NFC');
const stemOf = (form: UnitForm) => placeOf(form).replace(/\.[^./]+$/, '');

/**
 * Pairs the forms of two folders, each once. Only forms that are unique in each folder are paired, never merely similar ones.
 * Where a unit has several forms in a folder, those with the same path are paired, and the others are ambiguous.
 */
export function pairUnits(before: readonly UnitForm[], after: readonly UnitForm[]): UnitPair[] {
  const pairs: UnitPair[] = [];
  const done = new Set<UnitForm>();
  const pair = (by: PairedBy, key: KeyOf) => {
    const [old, fresh] = [uniqueBy(before, key), uniqueBy(after, key)];
    for (const [value, one] of old) {
      const other = fresh.get(value);
      if (!one || !other || done.has(one) || done.has(other)) continue;
      pairs.push({ before: [one], after: [other], by });
      done.add(one).add(other);
    }
  };
  pair('unit', keyOf);
  for (const pathOf of [placeOf, stemOf])
    pair('path', (form) => keyOf(form) && `${keyOf(form)}\n${pathOf(form)}`);
  const left = (forms: readonly UnitForm[]) => forms.filter((form) => !done.has(form));
  const [old, fresh] = [uniqueBy(before, keyOf), uniqueBy(after, keyOf)];
  const rivals = new Map<string, Record<'before' | 'after', UnitForm[]>>();
  for (const side of ['before', 'after'] as const) {
    for (const form of left({ before, after }[side])) {
      const key = keyOf(form);
      if (!key || !old.has(key) || !fresh.has(key)) continue;
      const known = rivals.get(key) ?? { before: [], after: [] };
      known[side].push(form);
      rivals.set(key, known);
      done.add(form);
    }
  }
  for (const forms of rivals.values()) pairs.push({ ...forms, isAmbiguous: true });
  pair('name', nameOf);
  pair('path', placeOf);
  pair('path', stemOf);
  return [
    ...pairs,
    ...left(before).map((form) => ({ before: [form], after: [] })),
    ...left(after).map((form) => ({ before: [], after: [form] })),
  ];
}

/** Forms by a key; undefined for a key that several have. */
function uniqueBy(forms: readonly UnitForm[], key: KeyOf): Map<string, UnitForm | undefined> {
  const found = new Map<string, UnitForm | undefined>();
  for (const form of forms) {
    const value = key(form);
    if (value) found.set(value, found.has(value) ? undefined : form);
  }
  return found;
}
