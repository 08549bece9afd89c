import { diffWordsWithSpace } from 'diff';

/** A segment of two texts: in both, only in the old one, or only in the new one. */
export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The maximum of removed and added words: beyond it, the texts have little in common and are shown whole. */
const maxEditLength = 600;

/**
 * The differences of two texts, word by word. Segments `same` and `removed` together give the old text, `same` and
 * `added` the new one; removed words come before their replacement.
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

/** Joins replacements of adjacent words into one change, which is easier to read: the space between them is not kept apart. */
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
