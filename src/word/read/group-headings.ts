import { fromRoman, toRoman } from '../../form/roman.ts';
import { foldHeading } from '../../vietnamese/fold-text.ts';
import { looseGroup, ownGroup, type RowKind } from './row-kind.ts';
import { oneLine } from './row-view.ts';

/** What is below a group's heading. */
export interface Below {
  /** Of the first task, where it is in no area. */
  readonly number?: string;
  /** The numeral of the next group. */
  readonly group?: number;
}

/** Reads headings by those of the groups above: their first one says how groups are numbered. */
export class GroupHeadings {
  /** Groups have no numerals, so that titles say which headings are theirs. */
  #isLoose = true;
  /** Groups are A, B, C or 1, 2, 3: a Roman numeral is an area's. */
  #isLettered = false;

  read(row: RowKind, groups: Readonly<Record<string, unknown>>): RowKind {
    if (row.kind === 'area' && this.#isLoose) {
      const loose = looseGroup(row, Object.keys(groups).length + 1);
      return loose ? this.#begin(loose, groups, true) : row;
    }
    if (row.kind !== 'group') return row;
    const { numeral, title } = row;
    const isArea = this.#isLettered && numeral !== undefined && ownGroup(title) === undefined;
    return isArea ? { kind: 'area', number: toRoman(numeral), title } : this.#begin(row, groups, false);
  }

  #begin(
    group: RowKind & { kind: 'group' },
    groups: Readonly<Record<string, unknown>>,
    isLoose: boolean,
  ): RowKind {
    if (Object.keys(groups).length > 0) return group;
    this.#isLoose = isLoose;
    this.#isLettered = group.numeral === undefined && group.label !== undefined;
    return group;
  }
}

/**
 * The numeral that a group carries; else that of the form's own group of this name, else the next one. A numeral out of
 * sequence is mistyped where the title, the number of the first task or the next group's numeral are those of the next one.
 *
 * @param groups those above, by their numerals
 * @param current the numeral of the last one
 */
export function numeralFor(
  { numeral, title }: RowKind & { kind: 'group' },
  groups: Readonly<Record<string, { readonly title: string }>>,
  current: string | undefined,
  below: () => Below,
): string {
  const own = ownGroup(title);
  const folded = foldHeading(title);
  if (numeral === undefined) {
    if (own !== undefined) return toRoman(own);
    const same = Object.entries(groups).find(([, { title }]) => foldHeading(title) === folded);
    return same?.[0] ?? toRoman(Object.keys(groups).length + 1);
  }
  const last = fromRoman(current ?? '') ?? 0;
  const next = last + 1;
  if (numeral === next || own === numeral) return toRoman(numeral);
  const isRepeated = numeral === last;
  if (isRepeated && folded.startsWith(foldHeading(groups[current ?? '']?.title ?? '')))
    return toRoman(numeral);
  const { number, group } = own === next || isRepeated ? {} : below();
  const isNext = own === next || isRepeated || number === `${next}.1` || group === next + 1;
  return toRoman(isNext && groups[toRoman(next)] === undefined ? next : numeral);
}

/** A number without the numeral of its group: in group II the area “II.1” is 1, “II.1.1” is 1.1 and the task “II.1” is 2.1. */
export function numberWithin(
  key: string,
  { kind, number }: { readonly kind: string; readonly number: string },
): string {
  if (!number.startsWith(`${key}.`)) return oneLine(number);
  const rest = number.slice(key.length + 1);
  return kind === 'task' && /^\d+$/.test(rest) ? `${fromRoman(key)}.${rest}` : rest;
}
