import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: of both, of the old one only, of the new one only. */
export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words removed and added at most: beyond, the texts have little in common, and are shown as a whole. */
const maxEditLength = 600;

/**
 * What differs between two texts, word by word. Segments `same` and `removed` together give the old text, `same` and
 * `added` the new one; what was removed is before what replaced it.
 */
export function wordDifference(before: string, after: string): DiffSegment[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const segments = changes.map(({ removed, added, value }): DiffSegment => {
    return { kind: removed ? 'removed' : added ? 'added' : 'same', text: value };
  });
  return joined(segments).filter(({ text }) => text !== '');
}

/** Words that were exchanged one by one are easier to read as one change: a space between them is not one of its own. */
function joined(segments: readonly DiffSegment[]): DiffSegment[] {
  const result: DiffSegment[] = [];
  for (let at = 0; at < segments.length; ) {
    const run = { removed: '', added: '' };
    for (; at < segments.length; at++) {
      const { kind, text } = segments[at] ?? { kind: 'same', text: '' };
      if (kind !== 'same') {
        run[kind] += text;
        continue;
      }
      const next = segments.slice(at + 1, at + 3).filter((one) => one.kind !== 'same');
      const isBetween = run.removed + run.added !== '' && next[0] === segments[at + 1] && next.length > 0;
      const has = (one: 'removed' | 'added') =>
        run[one] !== '' || next.some(({ kind: other }) => other === one);
      if (!isBetween || /[\p{L}\p{N}]/u.test(text) || !has('removed') || !has('added')) break;
      run.removed += text;
      run.added += text;
    }
    const same = segments[at];
    // The space after both belongs to neither.
    const space = /\s*$/.exec(run.removed)?.[0] ?? '';
    const shared = same && run.added.endsWith(space) ? space.length : 0;
    result.push({ kind: 'removed', text: run.removed.slice(0, run.removed.length - shared) });
    result.push({ kind: 'added', text: run.added.slice(0, run.added.length - shared) });
    if (same) result.push({ kind: 'same', text: space.slice(0, shared) + same.text });
    at++;
  }
  return result;
}
