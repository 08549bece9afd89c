import type { Finding, Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap, pathBelow } from '../diagnostics/plain-value.ts';
import { formKeys, keysAt } from './form-keys.ts';
import { fromRoman } from './roman.ts';

/** The maps of a form to which a key may belong. */
export type KeyOwner = 'form' | 'groups' | 'group' | 'section' | 'task' | 'signatures' | 'signatory';

const ownKeysOf = (owner: Exclude<KeyOwner, 'groups'>, ...shared: string[]) =>
  formKeys[owner].filter((key) => !shared.includes(key)).map((key): [string, KeyOwner] => [key, owner]);
const roman = (key: string): KeyOwner | undefined => (fromRoman(key) === undefined ? undefined : 'groups');

const ofTask = ownKeysOf('task', 'number');
const ofForm = ownKeysOf('form');
/** What keys of other maps mean where a line that is indented wrongly has put them. */
const strangers: Readonly<
  Record<'form' | 'groups' | 'group' | 'section' | 'signatures', ReadonlyMap<string, KeyOwner>>
> = {
  form: new Map([...ownKeysOf('group', 'title'), ...ownKeysOf('signatures')]),
  groups: new Map([...ownKeysOf('group'), ...ofForm, ...ownKeysOf('signatures')]),
  group: new Map([...ofTask, ...ofForm]),
  section: new Map([...ofTask, ...ownKeysOf('group', 'title', 'tasks')]),
  signatures: new Map([...ownKeysOf('signatory'), ['notes', 'form']]),
};

/**
 * Keys that are at the wrong level, since their line is indented too little or too much: the first of each map. What else
 * the structure of such a form seems to lack follows from them.
 */
export function misplacedKeys(root: unknown): Finding[] {
  const findings: Finding[] = [];
  const look = (map: unknown, path: Path, place: keyof typeof strangers) => {
    if (!isMap(map)) return;
    const own = keysAt(path);
    for (const key of Object.keys(map)) {
      const owner = own.includes(key)
        ? outdented(map, key, place)
        : (strangers[place].get(key) ?? numeralIn(place, key));
      if (!owner) continue;
      findings.push({
        rule: 'form-shape',
        message: 'misplaced-key',
        path: pathBelow(path, key),
        at: 'key',
        facts: { key, owner },
      });
      break;
    }
    for (const [key, value] of Object.entries(map)) {
      const below = pathBelow(path, key);
      if (place === 'form' && key === 'groups') look(value, below, 'groups');
      if (place === 'form' && key === 'signatures') look(value, below, 'signatures');
      if (place === 'groups') look(value, below, 'group');
      if (place !== 'group' || !Array.isArray(value) || key === 'tasks') continue;
      for (const [index, item] of value.entries()) look(item, pathBelow(below, index), 'section');
    }
  };
  look(root, [], 'form');
  return findings;
}

const numeralIn = (place: string, key: string) => (place === 'groups' ? undefined : roman(key));

/** `tasks` of a group whose last position or area has none. */
function outdented(map: PlainMap, key: string, place: string): KeyOwner | undefined {
  if (place !== 'group' || key !== 'tasks') return undefined;
  const sections = map.positions ?? map.areas;
  const last: unknown = Array.isArray(sections) ? sections.at(-1) : undefined;
  return isMap(last) && !('tasks' in last) ? 'section' : undefined;
}
