/** A stretch of two texts: of both, of the old one only, of the new one only. */
export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** In cells of the table that is filled; beyond it a change is shown as a whole. */
const maxCells = 100_000;

/**
 * What differs between two texts, word by word. Segments `same` and `removed` together give the old text, `same` and
 * `added` the new one; what was removed stands before what came in its place.
 */
export function wordDifference(before: string, after: string): DiffSegment[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(old, fresh);
  const end = commonEnd(old, fresh, start);
  const [oldRest, freshRest] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  const steps: DiffSegment[] = [
    ...as('same', old.slice(0, start)),
    ...(oldRest.length * freshRest.length > maxCells
      ? [...as('removed', oldRest), ...as('added', freshRest)]
      : longestCommon(oldRest, freshRest)),
    ...as('same', old.slice(old.length - end)),
  ];
  return withoutCrumbs(gather(steps));
}

/** Words, blanks and marks, each by itself; nothing is lost. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

const as = (kind: DiffSegment['kind'], words: readonly string[]): DiffSegment[] =>
  words.map((text) => ({ kind, text }));

function commonStart(old: readonly string[], fresh: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < fresh.length && old[count] === fresh[count]) count++;
  return count;
}

function commonEnd(old: readonly string[], fresh: readonly string[], start: number): number {
  const most = Math.min(old.length, fresh.length) - start;
  let count = 0;
  while (count < most && old[old.length - 1 - count] === fresh[fresh.length - 1 - count]) count++;
  return count;
}

/** The longest common subsequence, by the usual table of lengths. */
function longestCommon(old: readonly string[], fresh: readonly string[]): DiffSegment[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: DiffSegment[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [oldWord, freshWord] = [old[i], fresh[j]];
    if (oldWord !== undefined && oldWord === freshWord) {
      steps.push({ kind: 'same', text: oldWord });
      i++;
      j++;
    } else if (oldWord !== undefined && (freshWord === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ kind: 'removed', text: oldWord });
      i++;
    } else {
      steps.push({ kind: 'added', text: freshWord ?? '' });
      j++;
    }
  }
  return steps;
}

/** What stands between two stretches that are the same: `removed` and `added`, either of them maybe empty. */
interface Run {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

/** Each run: a stretch that is the same, and what follows it. */
function gather(steps: readonly DiffSegment[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, text } of steps) {
    const last = runs.at(-1);
    const opens = !last || (kind === 'same' && last.removed + last.added !== '');
    const run = opens ? { same: '', removed: '', added: '' } : last;
    if (!opens) runs.pop();
    runs.push({ ...run, [kind]: run[kind] + text });
  }
  return runs;
}

/** Words that were exchanged one by one are easier to read as one change: a blank between them is none of its own. */
function withoutCrumbs(runs: readonly Run[]): DiffSegment[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isCrumb = last && run.same !== '' && !/[\p{L}\p{N}]/u.test(run.same);
    const isExchange = last && last.removed + run.removed !== '' && last.added + run.added !== '';
    if (last && isCrumb && isExchange && run.removed + run.added !== '') {
      joined.pop();
      joined.push({
        same: last.same,
        removed: last.removed + run.same + run.removed,
        added: last.added + run.same + run.added,
      });
    } else {
      joined.push(run);
    }
  }
  return joined.flatMap(({ same, removed, added }) => [
    ...(same === '' ? [] : as('same', [same])),
    ...(removed === '' ? [] : as('removed', [removed])),
    ...(added === '' ? [] : as('added', [added])),
  ]);
}
