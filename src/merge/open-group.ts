import type { Group, Section } from '../form/form.ts';
import { groupTitles } from '../form/groups.ts';
import { foldText } from '../vietnamese/fold-text.ts';
import type { MergedGroup, MergedSection, MergedTask, SectionOrigin } from './merge.ts';

/** A group of the merged form that is being put together. */
export interface OpenGroup {
  kind: MergedGroup['kind'];
  readonly origins: { input: number; group: Group }[];
  readonly sections: Map<string, MergedSection>;
  readonly tasks: MergedTask[];
}

/** The forms' own groups come first, whatever the order in which further ones were met. */
export const rankOf = ({ origins }: OpenGroup): number =>
  Math.min(origins[0]?.group.ordinal ?? Infinity, groupTitles.length + 1);

/** The section of a key, new or joined. */
export function openSection(
  group: OpenGroup,
  key: string,
  title: string,
  origin: SectionOrigin,
): MergedSection {
  const known = group.sections.get(key);
  if (known) {
    known.origins.push(origin);
    return known;
  }
  const section: MergedSection = { title, origins: [origin], tasks: [] };
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
