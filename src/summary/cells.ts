import { toRoman } from '../form/roman.ts';

/**
 * Counts of tasks by group and rating in one flat list, eight for each group: a list of numbers takes a third of
 * the memory of objects, and there is one for every unit. `counts` reads it.
 */
export type Cells = readonly number[];

/** How a task counts: by its level 1–5, else by why it has none. */
export const slots = {
  /** Without a level on purpose, with a reason. */
  unrated: 5,
  /** A level is needed but missing or invalid. */
  missing: 6,
  /** A duty of leadership, which needs no level. */
  free: 7,
} as const;

const slotsPerGroup = 8;

/** Groups I–X are counted separately. */
const lastGroup = 10;

/** The index of a group in `Cells`: its number up to X; 0 for later ones and for keys that are not a numeral. */
export const groupIndex = (ordinal: number | undefined): number =>
  ordinal !== undefined && ordinal <= lastGroup ? ordinal : 0;

/** The Roman numeral of a group of `Cells`; “…” for the rest. */
export const groupKey = (group: number): string => (group === 0 ? '…' : toRoman(group));

/** Where a task is counted. @param slot 0–4 for levels 1–5, or one of `slots` */
export const cellOf = (group: number, slot: number): number => group * slotsPerGroup + slot;

/** Adds counts to others, of which there may be fewer groups. */
export function addCells(sum: number[], cells: Cells) {
  while (sum.length < cells.length) sum.push(0);
  for (const [index, count] of cells.entries()) sum[index] = (sum[index] ?? 0) + count;
}

/** The groups with tasks, and always I–III; the index for others comes last. */
export const groupsIn = (cells: Cells): number[] =>
  [...allGroups.slice(1), 0].filter((group) => [1, 2, 3].includes(group) || counts(cells, [group]).tasks > 0);

/** Which of the groups I–III (1–3) have no tasks. */
export const missingGroups = (cells: Cells): number[] =>
  [1, 2, 3].filter((group) => counts(cells, [group]).tasks === 0);

/**
 * The total counts of some groups; default: all. `levels` has how many tasks have level 1, 2, 3, 4 and 5; each task is
 * counted once, there or in one of the other three.
 */
export function counts(cells: Cells, groups: readonly number[] = allGroups) {
  const sum = (slot: number) => groups.reduce((total, group) => total + (cells[cellOf(group, slot)] ?? 0), 0);
  const levels = [sum(0), sum(1), sum(2), sum(3), sum(4)] as const;
  const [unrated, missing, free] = [sum(slots.unrated), sum(slots.missing), sum(slots.free)];
  return { tasks: ratedTasks({ levels }) + unrated + missing + free, levels, unrated, missing, free };
}

export type Counts = ReturnType<typeof counts>;

/** Leadership duties mostly have no level, so levels are compared only in the other groups. */
export const withoutLeadership = (cells: Cells): Counts => counts(cells, otherGroups);

const allGroups = [...Array(lastGroup + 1).keys()];
const otherGroups = allGroups.filter((group) => group !== 1);

/** How many tasks have a level. */
export const ratedTasks = ({ levels }: { readonly levels: readonly number[] }): number =>
  levels.reduce((sum, count) => sum + count, 0);

/** The share of rated tasks at level 4 or 5, from 0 to 1; undefined if none is rated. */
export function highShare(sums: Counts): number | undefined {
  const rated = ratedTasks(sums);
  return rated === 0 ? undefined : (sums.levels[3] + sums.levels[4]) / rated;
}
