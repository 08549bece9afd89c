/**
 * Whether a path is named by a pattern, or lies in a folder that is: `*` and `?` within a name, `**` over folders,
 * `{a,b}` either one.
 *
 * @param path below the folder that patterns start from, with `/`
 */
export function matchGlob(path: string, pattern: string): boolean {
  const parts =
    pattern
      .replace(/^\.\//, '')
      .replace(/\/$/, '')
      .match(/\*\*\/?|[*?{},]|[^*?{},]+/g) ?? [];
  let depth = 0;
  const source = parts.map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part === '{') return ++depth > 0 ? '(?:' : '';
    if (part === '}' && depth > 0) return depth-- > 0 ? ')' : '';
    if (part === ',' && depth > 0) return '|';
    return part.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}${')'.repeat(depth)}(?:/.*)?$`, 'u').test(path);
}
