import type { Entry, OutlineGroup, TaskList } from './outline.ts';
import { type Affinity, eachOnce, pairSimilar } from './pair-similar.ts';
import { Pairing } from './pairing.ts';

/** Pairs the groups, positions, areas and tasks of two forms that correspond: by text, else by similarity. */
export function matchForms(before: readonly OutlineGroup[], after: readonly OutlineGroup[]) {
  const groups = new Pairing<OutlineGroup>();
  groups.addEqual(before, after, ({ id }) => id);
  const oldLists = before.flatMap(({ lists }) => lists);
  const freshLists = after.flatMap(({ lists }) => lists);
  const lists = matchLists(oldLists, freshLists);
  return { groups, lists, entries: matchEntries(oldLists, freshLists, lists) };
}

function matchLists(before: readonly TaskList[], after: readonly TaskList[]): Pairing<TaskList> {
  const lists = new Pairing<TaskList>();
  const keyOf = ({ group, kind, folded }: TaskList) =>
    kind === 'group' ? `${group.id}` : folded === '' ? undefined : `${group.id}\n${folded}`;
  lists.addEqual(before, after, keyOf);
  const sections = (all: readonly TaskList[]) => all.filter(({ kind }) => kind !== 'group');
  const [old, fresh] = [sections(before), sections(after)];
  lists.addEqual(old, fresh, ({ folded }) => folded || undefined);
  const textOf = ({ folded, entries }: TaskList) =>
    [folded, ...entries.map((entry) => entry.folded)].join('\n');
  lists.addFound(old, fresh, textOf, pairByTasks);
  // Sections without a title are matched by place.
  lists.addEqual(old, fresh, ({ group, folded }) => (folded === '' ? `${group.id}` : undefined));
  lists.addFound(old, fresh, textOf, (one, other) =>
    pairSimilar(one, other, ({ folded }) => folded, titleAffinity),
  );
  return lists;
}

const titleAffinity = (old: TaskList, fresh: TaskList): Affinity => ({
  least: old.group.id === fresh.group.id ? 0.5 : 0.7,
  bonus: old.number === fresh.number ? 0.1 : 0,
});

/** Matches a position or area with a new title: at least half of its old or new tasks are the same. */
function pairByTasks(before: readonly TaskList[], after: readonly TaskList[]): [number, number][] {
  const holders = new Map<string, number>();
  for (const [index, { entries }] of before.entries()) {
    for (const { folded } of entries) if (!holders.has(folded)) holders.set(folded, index);
  }
  const votes = after.flatMap((list, fresh) => {
    const counts = new Map<number, number>();
    for (const { folded } of list.entries) {
      const old = holders.get(folded);
      if (old !== undefined) counts.set(old, (counts.get(old) ?? 0) + 1);
    }
    const least = (old: number) => Math.min(before[old]?.entries.length ?? 0, list.entries.length) / 2;
    return [...counts].flatMap(([old, count]) => (count < least(old) ? [] : { old, fresh, count }));
  });
  return eachOnce(votes.sort((a, b) => b.count - a.count || a.old - b.old || a.fresh - b.fresh));
}

function matchEntries(
  oldLists: readonly TaskList[],
  freshLists: readonly TaskList[],
  lists: Pairing<TaskList>,
): Pairing<Entry> {
  const entries = new Pairing<Entry>();
  for (const fresh of freshLists) {
    const old = lists.oldOf(fresh);
    if (old) entries.addEqual(old.entries, fresh.entries, ({ folded }) => folded);
  }
  const [before, after] = [oldLists, freshLists].map((all) => all.flatMap((list) => list.entries));
  if (!before || !after) return entries;
  entries.addEqual(before, after, ({ folded, list }) =>
    folded === '' ? undefined : `${list.group.id}\n${folded}`,
  );
  entries.addEqual(before, after, ({ folded }) => folded || undefined);
  const affinityOf = (old: Entry, fresh: Entry): Affinity => {
    const isSameList = lists.isPair(old.list, fresh.list);
    const isSameCode = fresh.task.code !== undefined && fresh.task.code.value === old.task.code?.value;
    const isSameNumber = fresh.number === old.number;
    if (!isSameList) return { least: 0.6, bonus: 0 };
    if (isSameCode) return { least: 0.3, bonus: 0.3 };
    return isSameNumber ? { least: 0.3, bonus: 0.25 } : { least: 0.4, bonus: 0.2 };
  };
  entries.addSimilar(before, after, ({ folded }) => folded, affinityOf);
  return entries;
}
