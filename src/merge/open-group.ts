import type { Group } from '../form/form.ts';
import { groupTitles } from '../form/groups.ts';
import type { MergedGroup, MergedSection, MergedTask, SectionOrigin } from './merge.ts';

/** A group of the merged form that is being put together. */
export interface OpenGroup {
  kind: MergedGroup['kind'];
  readonly origins: { input: number; group: Group }[];
  readonly sections: Map<string, OpenSection>;
  readonly tasks: MergedTask[];
}

/** A position or area of it; duties are compared within their position. */
export interface OpenSection extends MergedSection {
  readonly duties: Map<string, MergedTask[]>;
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
): OpenSection {
  const known = group.sections.get(key);
  if (known) {
    known.origins.push(origin);
    return known;
  }
  const section: OpenSection = { title, origins: [origin], tasks: [], duties: new Map() };
  group.sections.set(key, section);
  return section;
}

export const withoutDuties = ({ title, origins, tasks }: OpenSection): MergedSection => ({
  title,
  origins,
  tasks,
});
