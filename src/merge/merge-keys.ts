import type { Group, Section } from '../form/form.ts';
import { groupTitles } from '../form/groups.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import type { MergedGroup } from './merge.ts';

/** Each thing with a key that tells it from those of the same name in one form: the second of a name meets the second. */
export function named<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): [key: string, item: Item][] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    return [`${name}\n${time}`, item];
  });
}

/** The forms' own groups are the same in all of them; what IV is, each unit decides. */
export const groupId = (group: Group): string =>
  (group.ordinal ?? 0) <= groupTitles.length ? `${group.ordinal}` : `title ${titleOf(group)}`;

/** What makes positions and areas of two forms the same. */
export const titleOf = ({ title }: Section | Group): string =>
  foldText(title?.value ?? '') || (title?.value ?? '');

/** What a group holds. */
export function kindOf({ positions, areas }: Group): MergedGroup['kind'] {
  if (positions.length > 0) return 'positions';
  return areas.length > 0 ? 'areas' : 'tasks';
}
