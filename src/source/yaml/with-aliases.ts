import type { Change, Path } from '../../diagnostics/finding.ts';
import type { Source } from '../source.ts';

/**
 * Finds every path that leads to the value at a path: several if YAML aliases share it. A key belongs to
 * its map and is shared with it.
 */
export function aliasesIn(source: Source): (path: Path) => readonly Path[] {
  if (!/(?:^|[\s,[{:])&\S/m.test(source.text ?? '')) return (path) => [path];
  const paths = pathsBySpan(source);
  return (path) => paths.get(spanAt(source, path)) ?? [path];
}

/** Changes with their copies for aliases: a change at an anchor applies to every alias. */
export function withAliases(source: Source, changes: readonly Change[]): readonly Change[] {
  const aliasesOf = aliasesIn(source);
  return changes.flatMap((change): Change[] => {
    if (!('path' in change)) return [change];
    // A key is changed within its map.
    const isOfKey = ['add', 'remove', 'rename', 'quote-pair'].includes(change.kind);
    const depth = change.path.length - (isOfKey ? 1 : 0);
    const rest = change.path.slice(depth);
    return aliasesOf(change.path.slice(0, depth)).map((path) => ({ ...change, path: [...path, ...rest] }));
  });
}

const spanAt = (source: Source, path: Path) => String(source.find?.(path)?.value);

function pathsBySpan(source: Source): ReadonlyMap<string, readonly Path[]> {
  const paths = new Map<string, Path[]>();
  const visit = (value: unknown, path: Path) => {
    const span = spanAt(source, path);
    const others = paths.get(span) ?? [];
    paths.set(span, others);
    others.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) {
      visit(entry, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(source.value, []);
  return paths;
}
