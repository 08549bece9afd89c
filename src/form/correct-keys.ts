import type { Finding, Path } from '../diagnostics/finding.ts';
import { emptyMap, isMap, type PlainMap, pathBelow } from '../diagnostics/plain-value.ts';
import type { MessageIds } from '../generated/message-ids.ts';
import { insideCurlyQuotes, keysAt, meantKey } from './form-keys.ts';

/**
 * The value of a form file in which every misspelt key is corrected to the most likely one. The
 * misspelling is one finding; the value of the key is checked like any other.
 */
export interface CorrectedKeys {
  /** Shares everything that needed no correction with the original value. */
  readonly value: unknown;
  /** One for each misspelt key, of the rule `form-shape`. */
  readonly findings: readonly Finding[];
  /** A key of a map in `value` as its author wrote it. */
  writtenKey(map: PlainMap, key: string): string;
}

export function correctKeys(value: unknown): CorrectedKeys {
  const findings: Finding[] = [];
  const writtenKeys = new Map<PlainMap, ReadonlyMap<string, string>>();

  /** @param path with the corrected keys, which determine the kind of map */
  const correct = (value: unknown, path: Path, written: Path): unknown => {
    if (Array.isArray(value)) return correctList(value, path, written);
    return isMap(value) ? correctMap(value, path, written) : value;
  };

  const correctList = (list: readonly unknown[], path: Path, written: Path): unknown => {
    let corrected: unknown[] | undefined;
    for (const [index, item] of list.entries()) {
      if (typeof item !== 'object') continue;
      const entry = correct(item, pathBelow(path, index), pathBelow(written, index));
      if (entry === item) continue;
      corrected ??= [...list];
      corrected[index] = entry;
    }
    return corrected ?? list;
  };

  const correctMap = (map: PlainMap, path: Path, written: Path): unknown => {
    const known = keysAt(path);
    const isKnown = (key: string) => known.length === 0 || known.includes(key);
    const entries = Object.entries(map);
    const misspelt = new Map<string, string>();
    if (!entries.every(([key]) => isKnown(key))) {
      const free = known.filter((key) => !(key in map));
      for (const [key] of entries) {
        const meant = isKnown(key) ? undefined : meantKey(key, free);
        if (meant === undefined || misspelt.has(meant)) continue;
        misspelt.set(meant, key);
        findings.push(misspeltKey(key, meant, pathBelow(written, key)));
      }
    }
    const names = new Map(Array.from(misspelt, ([name, key]) => [key, name]));
    const changed = new Map<string, unknown>();
    for (const [key, value] of entries) {
      if (typeof value !== 'object') continue;
      const entry = correct(value, pathBelow(path, names.get(key) ?? key), pathBelow(written, key));
      if (entry !== value) changed.set(key, entry);
    }
    if (misspelt.size + changed.size === 0) return map;
    const corrected = emptyMap();
    for (const [key, value] of entries) corrected[names.get(key) ?? key] = changed.get(key) ?? value;
    writtenKeys.set(corrected, misspelt);
    return corrected;
  };

  return {
    value: correct(value, [], []),
    findings,
    writtenKey: (map, key) => writtenKeys.get(map)?.get(key) ?? key,
  };
}

function misspeltKey(key: string, nearest: string, path: Path): Finding {
  const isHidden = /[\u00A0\u2007\u202F\p{Cf}]|^\s|\s$/u.test(key);
  const isQuoted = insideCurlyQuotes(key) === nearest;
  const message: MessageIds['form-shape'] = isQuoted
    ? 'curly-quotes-in-key'
    : isHidden
      ? 'hidden-space-in-key'
      : 'misspelt-key';
  return { rule: 'form-shape', message, path, at: 'key', facts: { key, nearest } };
}
