import type { Group, Section } from '../form/form.ts';
import { groupTitles } from '../form/own-wording.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import type { MergedGroup, MergedSection, MergedTask, Origin } from './merge.ts';

/** A group of the merged form while it is built; its sections by the key that matches those of two forms. */
export interface OpenGroup extends Omit<MergedGroup, 'key' | 'kind' | 'sections' | 'tasks'> {
  kind: MergedGroup['kind'];
  readonly sections: Map<string, MergedSection>;
  readonly tasks: MergedTask[];
}

/** Groups I–III come first, whatever the order of the others. */
export const rankOf = ({ origin }: OpenGroup): number =>
  Math.min(origin.owner.ordinal ?? Infinity, groupTitles.length + 1);

/** The first known group that passes the test. */
export const otherIn = ({ origin, copies }: OpenGroup, is: (group: Group) => boolean) =>
  [origin, ...copies].find(({ owner }) => is(owner));

/** The section for a key, new or joined. */
export function openSection(group: OpenGroup, key: string, title: string, origin: Origin): MergedSection {
  const known = group.sections.get(key);
  known?.copies.push(origin);
  const section = known ?? { title, origin, copies: [], tasks: [] };
  group.sections.set(key, section);
  return section;
}

/** Makes keys unique within a form: the second of a name is matched with the second in another form. */
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

/** Groups I–III are the same in all forms; each unit defines its own IV. */
export const groupId = (group: Group): string =>
  (group.ordinal ?? 0) <= groupTitles.length ? `${group.ordinal}` : `title ${titleOf(group)}`;

/** The key that matches positions and areas of two forms. */
export const titleOf = ({ title }: Section | Group): string =>
  foldText(title?.value ?? '') || (title?.value ?? '');

/** The kind of a group's content. */
export function kindOf({ positions, areas }: Group): MergedGroup['kind'] {
  if (positions.length > 0) return 'positions';
  return areas.length > 0 ? 'areas' : 'tasks';
}
