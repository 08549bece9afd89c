import type { Finding, Path } from '../diagnostics/finding.ts';
import { keysAt, meantKey } from './form-keys.ts';
import { isMap, type PlainMap } from './plain-map.ts';

/**
 * The value of a form file in which every misspelt key stands under the name that was most likely meant. The
 * misspelling is one finding; what the key holds is judged like any other value.
 */
export interface MendedKeys {
  /** Shares all that needed no mending with the value as written. */
  readonly value: unknown;
  /** One for each misspelt key, of the rule `form-shape`. */
  readonly findings: readonly Finding[];
  /** A key of a map in `value` as its author wrote it. */
  writtenKey(map: PlainMap, key: string): string;
}

export function mendKeys(value: unknown): MendedKeys {
  const findings: Finding[] = [];
  const writtenKeys = new WeakMap<PlainMap, ReadonlyMap<string, string>>();

  /** @param path by the names that were meant, which say what kind of map stands here */
  const mend = (value: unknown, path: Path, written: Path): unknown => {
    if (Array.isArray(value)) return mendList(value, path, written);
    return isMap(value) ? mendMap(value, path, written) : value;
  };

  const mendList = (list: readonly unknown[], path: Path, written: Path): unknown => {
    const items = list.map((item, index) => mend(item, [...path, index], [...written, index]));
    return items.some((item, index) => item !== list[index]) ? items : list;
  };

  const mendMap = (map: PlainMap, path: Path, written: Path): unknown => {
    const known = keysAt(path);
    const free = known.filter((key) => !(key in map));
    const misspelt = new Map<string, string>();
    const mended: Record<string, unknown> = Object.create(null);
    let isChanged = false;
    for (const [key, value] of Object.entries(map)) {
      const meant = known.includes(key) || known.length === 0 ? undefined : meantKey(key, free);
      const name = meant !== undefined && !misspelt.has(meant) ? meant : key;
      if (name !== key) {
        misspelt.set(name, key);
        findings.push(misspeltKey(key, name, [...written, key]));
      }
      const entry = mend(value, [...path, name], [...written, key]);
      isChanged ||= name !== key || entry !== value;
      mended[name] = entry;
    }
    if (!isChanged) return map;
    writtenKeys.set(mended, misspelt);
    return mended;
  };

  return {
    value: mend(value, [], []),
    findings,
    writtenKey: (map, key) => writtenKeys.get(map)?.get(key) ?? key,
  };
}

function misspeltKey(key: string, nearest: string, path: Path): Finding {
  const isHidden = /[\u00A0\u2007\u202F\p{Cf}]|^\s|\s$/u.test(key);
  const message = isHidden ? 'hidden-space-in-key' : 'misspelt-key';
  return { rule: 'form-shape', message, path, at: 'key', facts: { key, nearest } };
}
