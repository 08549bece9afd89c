/** A part of a pattern: one character, parts any number of times, or one of several sequences of parts. */
export type GlobPart =
  | { readonly takes: Takes }
  | { readonly repeat: readonly GlobPart[] }
  | { readonly either: readonly (readonly GlobPart[])[] };

/** Whether a part matches a character. @param isFirst whether a name begins with the character */
export type Takes = (char: string, isFirst: boolean) => boolean;

/**
 * Parses a pattern. `*`, `?` and `[ab]` match within a name, `**` across folders, `{a,b}` either one, `{1..4}` each number;
 * a backslash makes the next character literal. Parentheses are literal: “Biểu (1)”.
 *
 * @param dot whether wildcards match hidden names
 * @param isInName whether the pattern is inside braces that do not begin a name
 */
export function parseGlob(pattern: string, dot: boolean, isInName = false): GlobPart[] {
  const inName: Takes = (char, isFirst) => char !== '/' && (dot || !isFirst || char !== '.');
  const parts: GlobPart[] = [];
  let at = 0;
  while (at < pattern.length) {
    const beginsName = at === 0 ? !isInName : pattern[at - 1] === '/';
    const braces = pattern[at] === '{' ? readBraces(pattern, at) : undefined;
    if (braces) {
      parts.push({ either: braces.texts.map((text) => parseGlob(text, dot, !beginsName)) });
      at = braces.end;
      continue;
    }
    token.lastIndex = at;
    const { folders, below, name, one, set, char = '' } = token.exec(pattern)?.groups ?? {};
    at = token.lastIndex;
    if (folders) parts.push({ repeat: [{ takes: inName }, { repeat: [{ takes: inName }] }, slash] });
    else if (below)
      parts.push({ repeat: [{ takes: (next, isFirst) => next === '/' || inName(next, isFirst) }] });
    else if (name) parts.push({ repeat: [{ takes: inName }] });
    else if (one) parts.push({ takes: inName });
    else if (set) {
      const members = setOf(set);
      parts.push({ takes: (next, isFirst) => inName(next, isFirst) && members.test(next) });
    } else {
      // “*.yaml” does not match “.yaml”.
      const isAnywhere = dot || char !== '.' || beginsName;
      parts.push({ takes: (next, isFirst) => next === char && (isAnywhere || !isFirst) });
    }
  }
  return parts;
}

const slash: GlobPart = { takes: (char) => char === '/' };

/** `**` differs from `*` only as a whole name: before others, or at the end. */
const token =
  /(?<folders>(?<=^|\/)\*\*\/)|(?<below>(?<=^|\/)\*\*$)|(?<name>\*+)|(?<one>\?)|(?<set>\[[!^]?\]?[^\]/]*\])|\\?(?<char>.)/suy;

/** @param source with its brackets */
function setOf(source: string): RegExp {
  const [, not = '', chars = ''] = /^\[([!^]?)(.*)\]$/su.exec(source) ?? [];
  try {
    return new RegExp(`^[${not && '^'}${chars.replace(/[\\\]^[]/g, '\\$&')}]$`, 'su');
  } catch {
    // “[z-a]” matches nothing.
    return /^(?!)/;
  }
}

/** The maximum size of a range; a larger one is literal. */
const maxRange = 1000;

/** The content of the braces at `from`, and where the pattern continues; undefined if they are literal. */
function readBraces(pattern: string, from: number): { texts: readonly string[]; end: number } | undefined {
  const texts = [''];
  let depth = 0;
  for (const { 0: part, index } of pattern.slice(from).matchAll(/\\.|./gsu)) {
    if (part === '}') depth -= 1;
    if (depth === 0 && index > 0) {
      const all = texts.length === 1 ? numbersOf(texts[0] ?? '') : texts;
      return all && { texts: all, end: from + index + 1 };
    }
    if (part === ',' && depth === 1) texts.push('');
    else if (depth > 0) texts.push((texts.pop() ?? '') + part);
    if (part === '{') depth += 1;
  }
  return undefined;
}

/** The numbers of a range such as “1..4”. */
function numbersOf(range: string): string[] | undefined {
  const [, from, to] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(range) ?? [];
  const count = Number(to) - Number(from) + 1;
  return count >= 1 && count <= maxRange
    ? Array.from({ length: count }, (_, step) => String(Number(from) + step))
    : undefined;
}
