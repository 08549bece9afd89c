import type { Group, Section } from '../form/form.ts';
import { groupTitles } from '../form/groups.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import type { MergedGroup, MergedSection, MergedTask, Origin } from './merge.ts';

/** A group of the merged form that is being put together; its sections by what makes those of two forms the same. */
export interface OpenGroup extends Omit<MergedGroup, 'key' | 'kind' | 'sections' | 'tasks'> {
  kind: MergedGroup['kind'];
  readonly sections: Map<string, MergedSection>;
  readonly tasks: MergedTask[];
}

/** The forms' own groups come first, whatever the order in which further ones were met. */
export const rankOf = ({ origin }: OpenGroup): number =>
  Math.min(origin.owner.ordinal ?? Infinity, groupTitles.length + 1);

/** The first group among those that were met which is such. */
export const otherIn = ({ origin, copies }: OpenGroup, is: (group: Group) => boolean) =>
  [origin, ...copies].find(({ owner }) => is(owner));

/** The section of a key, new or joined. */
export function openSection(group: OpenGroup, key: string, title: string, origin: Origin): MergedSection {
  const known = group.sections.get(key);
  known?.copies.push(origin);
  const section = known ?? { title, origin, copies: [], tasks: [] };
  group.sections.set(key, section);
  return section;
}

/** Each thing with a key of its own in one form: the second of a name meets the second. */
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
