import type { Facts, Finding, Path } from '../diagnostics/finding.ts';
import { pathOfPointer, valueAt } from '../diagnostics/json-pointer.ts';
import { formKeys, keysAt } from './form-keys.ts';
import { formShape } from './form-shape.generated.js';
import { entryAt, isMap, meantKey } from './read-map.ts';
import { fromRoman } from './roman.ts';

type SchemaError = NonNullable<typeof formShape.errors>[number];

/**
 * Checks a value against the form's schema and words each fault once, as findings of `form-shape`. Faults at
 * places that another rule owns (levels, numbers, codes, dates, group keys, emptiness) are left to that rule.
 */
export function shapeFindings(value: unknown): Finding[] {
  if (!isMap(value)) return [finding('not-a-form', [], { found: kindOf(value) })];
  if (!['form', 'unit', 'groups'].some((key) => entryAt(value, [], key))) {
    return [finding('not-a-form', [], { found: 'map' })];
  }
  if (formShape(value)) return [];
  const findings = new Map<string, Finding>();
  for (const error of formShape.errors ?? []) {
    const path = pathOfPointer(error.instancePath, value);
    const found = faultOf(error, path, value);
    if (found) findings.set(JSON.stringify([found.path, found.at]), found);
  }
  return [...findings.values()];
}

function faultOf(error: SchemaError, path: Path, root: unknown): Finding | undefined {
  const value = valueAt(root, path);
  if (isOwnedElsewhere(error, path, value)) return undefined;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), path, value);
    case 'required':
      return missingKey(String(error.params.missingProperty), path, value);
    case 'const':
      return finding(`unknown-${path[0]}`, path, { value: String(value) });
    case 'oneOf':
      return finding('several-contents', path);
    case 'type':
    case 'anyOf':
      return wrongType(path, value);
    default:
      return undefined;
  }
}

/** Places with one owner: another rule words what is wrong there. */
function isOwnedElsewhere(error: SchemaError, path: Path, value: unknown): boolean {
  const last = path.at(-1);
  const isItem = (list: string) => path.at(-2) === list && typeof last === 'number';
  const isGroup = path[0] === 'groups' && path.length === 2;
  // Branches of a choice: the choice itself is reported.
  if (/\/(?:oneOf|not)\//.test(error.schemaPath)) return true;
  // task-complexity, numbering, code-sequence, invalid-date
  if (['complexity', 'unrated', 'number', 'code', 'date'].includes(String(last))) return true;
  if (isItem('tasks') && (['oneOf', 'not'].includes(error.keyword) || typeof value === 'string')) return true;
  if (isItem('tasks') && error.params.additionalProperty === 'number') return true;
  // groups-present
  if (path.length === 1 && last === 'groups') return isMap(value) || value === null;
  if (
    isGroup &&
    (value === null || (isMap(value) && error.keyword === 'oneOf' && holds(value, path) === 0))
  ) {
    return true;
  }
  if (isGroup && fromRoman(String(last)) === undefined && error.params.missingProperty === 'title')
    return true;
  if (['positions', 'areas', 'tasks'].includes(String(last))) {
    return value === null || (Array.isArray(value) && value.length === 0);
  }
  // empty-text
  return error.keyword === 'pattern' || (value === null && isTextPlace(path));
}

const holds = (group: object, path: Path) =>
  ['positions', 'areas', 'tasks'].filter((key) => entryAt({ ...group }, path, key)).length;

function unknownKey(key: string, path: Path, map: unknown): Finding | undefined {
  if (!isMap(map)) return undefined;
  if (path.at(-2) === 'tasks' && !formKeys.task.some((known) => entryAt(map, path, known))) {
    return finding('text-is-map', path, { text: key });
  }
  const nearest = meantKey(key, map, path);
  const facts = { key, nearest: nearest ?? '', known: keysAt(path).join(', ') };
  const hidden = /[\u00A0\u2007\u202F\p{Cf}]|^\s|\s$/u.test(key);
  const message = hidden && nearest ? 'hidden-space-in-key' : nearest ? 'misspelt-key' : 'unknown-key';
  return { ...finding(message, [...path, key], facts), at: 'key' };
}

function missingKey(key: string, path: Path, map: unknown): Finding | undefined {
  if (!isMap(map) || entryAt(map, path, key)) return undefined;
  if (path.at(-2) === 'tasks' && !formKeys.task.some((known) => entryAt(map, path, known))) return undefined;
  return finding('missing-key', [...path, key], { key });
}

function wrongType(path: Path, value: unknown): Finding {
  if (path.length === 1 && (path[0] === 'form' || path[0] === 'version')) {
    return finding(`unknown-${path[0]}`, path, { value: value === null ? '' : String(value) });
  }
  if (!isTextPlace(path) && path.at(-2) !== 'tasks') {
    const expected = isListPlace(path) ? 'list' : 'map';
    return finding(`expected-${expected}`, path, { key: String(path.at(-1)), found: kindOf(value) });
  }
  if (isMap(value)) return finding('text-is-map', path, { text: Object.keys(value)[0] ?? '' });
  if (Array.isArray(value)) return finding('text-is-list', path, { text: value.map(String).join(', ') });
  return finding('text-is-scalar', path, { value: String(value), found: kindOf(value) });
}

function isTextPlace(path: Path): boolean {
  const [last, parent] = [path.at(-1), path.at(-2)];
  return (
    parent === 'notes' ||
    ['$schema', 'parentUnit', 'unit', 'title', 'text', 'name', 'place'].includes(String(last))
  );
}

const isListPlace = (path: Path) => ['positions', 'areas', 'tasks', 'notes'].includes(String(path.at(-1)));

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value === 'string' ? 'text' : typeof value;
}

function finding(message: string, path: Path, facts: Facts = {}): Finding {
  return { rule: 'form-shape', message, path, facts };
}
