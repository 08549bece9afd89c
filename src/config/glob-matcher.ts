/**
 * Makes a test of paths: whether one of the patterns names the path, or a folder that it is in. `*`, `?` and `[ab]`
 * match within a name, `**` over folders, `{a,b}` either one, `{1..4}` each number; parentheses match themselves, since
 * names of copies have them: “Biểu (1)”. Letters compare equal composed or decomposed; macOS decomposes them.
 *
 * @param patterns with `/`, and relative to the same folder as the paths
 */
export const globMatcher = (patterns: readonly string[]): ((path: string) => boolean) => {
  const matchers = patterns
    .map((pattern) => pattern.replace(/^\.$|^(?:\.\/)+|\/$/g, ''))
    .flatMap((pattern) => (pattern === '' ? '**' : [pattern, `${pattern}/**`]))
    .map((pattern) => matcher(pattern, true, false));
  return (path) => matchers.some((isMatch) => isMatch(path));
};

/**
 * The same of one pattern as shells expand it: no path below what matches, hidden names only where the dot is given.
 *
 * @param nocase as on Windows
 */
export const shellMatcher = (pattern: string, nocase: boolean): ((path: string) => boolean) =>
  matcher(pattern, false, nocase);

/** Takes one character, or none; `next` are what may follow. */
interface State {
  readonly takes?: Takes;
  readonly next: State[];
}

type Takes = (char: string, isFirst: boolean) => boolean;

/** All the states that a path may have led to. */
interface Place {
  readonly states: ReadonlySet<State>;
  /** A name begins here. */
  readonly isFirst: boolean;
  readonly next: Map<string, Place>;
}

/** Of one pattern; a few are usual. Then they are found again. */
const maxPlaces = 1000;

/**
 * Follows all ways through a pattern at once. Libraries make a regular expression of it, which tries one way after the
 * other: for `*a*a*a*b` and a long name longer than anybody waits.
 *
 * @param dot whether wildcards match hidden names
 */
function matcher(pattern: string, dot: boolean, nocase: boolean): (path: string) => boolean {
  const fold = (text: string) => (nocase ? text.normalize().toLowerCase() : text.normalize());
  const end: State = { next: [] };
  const start = stateOf(fold(pattern), 0, end, dot);
  const ids = new Map<State, number>();
  const places = new Map<string, Place>();
  const idOf = (state: State) => {
    const id = ids.get(state) ?? ids.size;
    ids.set(state, id);
    return id;
  };
  const placeOf = (reached: readonly State[], isFirst: boolean): Place => {
    const states = closureOf(reached);
    const key = `${isFirst} ${[...states].map(idOf).sort()}`;
    const place = places.get(key) ?? { states, isFirst, next: new Map() };
    if (places.size >= maxPlaces) places.clear();
    return places.set(key, place).get(key) ?? place;
  };
  const after = ({ states, isFirst }: Place, char: string) =>
    placeOf(
      [...states].flatMap(({ takes, next }) => (takes?.(char, isFirst) ? next : [])),
      char === '/',
    );
  return (path) => {
    let place = places.get('start') ?? placeOf([start], true);
    places.set('start', place);
    for (const char of fold(path)) {
      const next = place.next.get(char) ?? after(place, char);
      place.next.set(char, next);
      if (next.states.size === 0) return false;
      place = next;
    }
    return place.states.has(end);
  };
}

function closureOf(states: readonly State[]): Set<State> {
  const closure = new Set(states);
  for (const { takes, next } of closure) if (!takes) for (const state of next) closure.add(state);
  return closure;
}

/** A `**` that is a whole name, at the end or before others; stars; a set; a brace; an escaped character; any other. */
const token = /(?<=^|\/)\*\*(?:\/|$)|\/\*\*$|\*+|\[[!^]?\]?[^\]/]*\]|\\.|./suy;

/**
 * @param from where in the pattern @param then follows it @param isInName the pattern is of braces within a name
 * @returns its first state
 */
function stateOf(pattern: string, from: number, then: State, dot: boolean, isInName = false): State {
  token.lastIndex = from;
  const [first] = token.exec(pattern) ?? [];
  if (first === undefined) return then;
  const beginsName = from === 0 ? !isInName : pattern[from - 1] === '/';
  const alternatives = first === '{' ? alternativesIn(pattern, from) : undefined;
  if (alternatives) {
    const after = stateOf(pattern, alternatives.end, then, dot, isInName);
    return { next: alternatives.texts.map((text) => stateOf(text, 0, after, dot, !beginsName)) };
  }
  const rest = () => stateOf(pattern, from + first.length, then, dot, isInName);
  const inName: Takes = (char, isFirst) => char !== '/' && (dot || !isFirst || char !== '.');
  const isShown: Takes = (char, isFirst) => char === '/' || inName(char, isFirst);
  switch (first) {
    case '/**':
      return { takes: (char) => char === '/', next: [loop(isShown, then)] };
    case '**/': {
      const again: State = { next: [rest()] };
      const name: State = { takes: inName, next: [{ takes: (char) => char === '/', next: [again] }] };
      name.next.push(name);
      again.next.push(name);
      return again;
    }
    case '**':
      if (from === 0 || pattern[from - 1] === '/')
        if (from + 2 === pattern.length) return loop(isShown, then);
      return loop(inName, rest());
    case '?':
      return { takes: inName, next: [rest()] };
  }
  if (first.startsWith('*')) return loop(inName, rest());
  if (first.startsWith('[') && first.length > 1) {
    const set = setOf(first);
    return { takes: (char, isFirst) => inName(char, isFirst) && set.test(char), next: [rest()] };
  }
  const literal = first.length > 1 && first.startsWith('\\') ? first.slice(1) : first;
  // “*.yaml” is not “.yaml”.
  return {
    takes: (char, isFirst) => char === literal && (dot || !isFirst || literal !== '.' || beginsName),
    next: [rest()],
  };
}

/** Any number of characters. */
function loop(takes: Takes, then: State): State {
  const again: State = { takes, next: [then] };
  again.next.push(again);
  return { next: [then, again] };
}

const setOf = (source: string): RegExp => {
  const [, not = '', chars = ''] = /^\[([!^]?)(.*)\]$/su.exec(source) ?? [];
  const escaped = chars.replace(/[\\\]^[]/g, '\\$&');
  try {
    return new RegExp(`^[${not && '^'}${escaped}]$`, 'su');
  } catch {
    // “[z-a]”
    return /^(?!)/;
  }
};

interface Alternatives {
  readonly texts: readonly string[];
  /** Where the pattern goes on. */
  readonly end: number;
}

/** Numbers of a range at most; more match themselves. */
const maxRange = 1000;

/** What is in braces; undefined where they match themselves. */
function alternativesIn(pattern: string, from: number): Alternatives | undefined {
  const texts = [''];
  let depth = 0;
  for (const { 0: part, index } of pattern.slice(from).matchAll(/\\.|./gsu)) {
    if (part === '}') depth -= 1;
    if (depth === 0 && index > 0) {
      const range = texts.length === 1 ? rangeOf(texts[0] ?? '') : texts;
      return range && { texts: range, end: from + index + 1 };
    }
    if (part === ',' && depth === 1) texts.push('');
    else if (depth > 0) texts.push((texts.pop() ?? '') + part);
    if (part === '{') depth += 1;
  }
  return undefined;
}

function rangeOf(text: string): string[] | undefined {
  const [, from, to] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
  const count = Number(to) - Number(from) + 1;
  return count >= 1 && count <= maxRange
    ? Array.from({ length: count }, (_, step) => String(Number(from) + step))
    : undefined;
}
