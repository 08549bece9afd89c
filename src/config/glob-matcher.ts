import { type GlobPart, parseGlob, type Takes } from './glob-syntax.ts';

/**
 * Makes a function that tests whether one of the patterns (see `parseGlob`) matches a path or a folder above it.
 * Composed and decomposed letters are equal; macOS decomposes them.
 *
 * @param patterns with `/`, and relative to the same folder as the paths
 */
export const globMatcher = (patterns: readonly string[]): ((path: string) => boolean) => {
  const all = patterns
    .map((pattern) => pattern.replace(/^\.$|^(?:\.\/)+|\/$/g, ''))
    .flatMap((pattern) => (pattern === '' ? '**' : [pattern, `${pattern}/**`]));
  return matcher([{ either: all.map((pattern) => parseGlob(pattern.normalize(), true)) }], (path) =>
    path.normalize(),
  );
};

/**
 * The same for one pattern as shells expand it: without paths below a match, and hidden names only if the dot is given.
 *
 * @param nocase as on Windows
 */
export const shellMatcher = (pattern: string, nocase: boolean): ((path: string) => boolean) => {
  const fold = (text: string) => (nocase ? text.normalize().toLowerCase() : text.normalize());
  return matcher(parseGlob(fold(pattern), false), fold);
};

/** A state of matching: before a part that consumes a character, or before each of `next`. */
interface State {
  readonly takes?: Takes;
  readonly next: State[];
}

interface Place {
  readonly states: ReadonlySet<State>;
  readonly isFirst: boolean;
  readonly next: Map<string, Place>;
}

/** Few patterns have more places; then the cache is cleared. */
const maxPlaces = 1000;

/** Follows all alternatives at once: the time is linear in the length of a path. */
function matcher(parts: readonly GlobPart[], fold: (path: string) => string): (path: string) => boolean {
  const end: State = { next: [] };
  const start = stateBefore(parts, end);
  const ids = new Map<State, number>();
  const places = new Map<string, Place>();
  const placeOf = (reached: readonly State[], isFirst: boolean): Place => {
    const states = withFollowing(reached);
    for (const state of states) if (!ids.has(state)) ids.set(state, ids.size);
    const key = `${isFirst} ${[...states].map((state) => ids.get(state))}`;
    const place = places.get(key) ?? { states, isFirst, next: new Map() };
    places.set(key, place);
    return place;
  };
  const after = ({ states, isFirst, next: known }: Place, char: string): Place => {
    const reached = [...states].flatMap(({ takes, next }) => (takes?.(char, isFirst) ? next : []));
    const place = placeOf(reached, char === '/');
    known.set(char, place);
    return place;
  };
  let first = placeOf([start], true);
  return (path) => {
    if (places.size > maxPlaces) {
      places.clear();
      first = placeOf([start], true);
    }
    let place = first;
    for (const char of fold(path)) {
      place = place.next.get(char) ?? after(place, char);
      if (place.states.size === 0) return false;
    }
    return place.states.has(end);
  };
}

/** The first state of the parts, after which the state `end` follows. */
function stateBefore(parts: readonly GlobPart[], end: State): State {
  return parts.reduceRight((then, part): State => {
    if ('takes' in part) return { takes: part.takes, next: [then] };
    if ('either' in part) return { next: part.either.map((each) => stateBefore(each, then)) };
    const again: State = { next: [then] };
    again.next.push(stateBefore(part.repeat, again));
    return again;
  }, end);
}

/** The states, and those reachable from them without a character. */
function withFollowing(states: readonly State[]): ReadonlySet<State> {
  const all = new Set(states);
  for (const { takes, next } of all) if (!takes) for (const state of next) all.add(state);
  return all;
}
