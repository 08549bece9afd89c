import type { Change } from '../../diagnostics/change.ts';
import type { Path } from '../../diagnostics/finding.ts';
import type { Source } from '../source.ts';

/**
 * Changes as they come out in the value of a source: what stands at an anchor of YAML is changed wherever an
 * alias leads to it.
 */
export function withAliases(source: Source, changes: readonly Change[]): readonly Change[] {
  if (!/(?:^|[\s,[{:])&\S/m.test(source.text ?? '')) return changes;
  const paths = pathsBySpan(source);
  return changes.flatMap((change): Change[] => {
    if (!('path' in change)) return [change];
    // A key is changed within its map.
    const isOfKey = ['add', 'remove', 'rename', 'quote-pair'].includes(change.kind);
    const depth = change.path.length - (isOfKey ? 1 : 0);
    const others = paths.get(spanAt(source, change.path.slice(0, depth))) ?? [change.path.slice(0, depth)];
    return others.map((path) => ({ ...change, path: [...path, ...change.path.slice(depth)] }));
  });
}

const spanAt = (source: Source, path: Path) => String(source.find?.(path)?.value);

function pathsBySpan(source: Source): ReadonlyMap<string, readonly Path[]> {
  const paths = new Map<string, Path[]>();
  const visit = (value: unknown, path: Path) => {
    const span = spanAt(source, path);
    paths.set(span, [...(paths.get(span) ?? []), path]);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) {
      visit(entry, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(source.value, []);
  return paths;
}
