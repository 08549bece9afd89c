import type { Facts, Finding, Path } from '../diagnostics/finding.ts';
import { isMap, pathBelow, showValue, valueAt } from '../diagnostics/plain-value.ts';
import type { MessageIds } from '../generated/message-ids.ts';
import type { Source } from '../source/source.ts';
import type { CorrectedKeys } from './correct-keys.ts';
import { insideCurlyQuotes, keysAt } from './form-keys.ts';
import { fromRoman } from './roman.ts';
import { contents, type SchemaError, schemaErrors } from './schema-errors.ts';

/**
 * Checks a value against the form's schema and reports each error once, as findings of `form-shape`. Errors at
 * places owned by another rule (levels, numbers, codes, dates, group keys, emptiness) are left to it.
 */
export function shapeFindings(keys: CorrectedKeys, source: Source): Finding[] {
  const root = keys.value;
  if (!isMap(root)) return [finding('not-a-form', [], { found: kindOf(root) })];
  if (!['form', 'unit', 'groups'].some((key) => key in root)) {
    return [finding('not-a-form', [], { found: 'map' })];
  }
  const all: Finding[] = [];
  for (const errors of schemaErrors(root)) {
    const findings = new Map<string, Finding>();
    for (const error of errors) {
      const { path } = error;
      const value = valueAt(root, path);
      const fault = isOwnedElsewhere(error, path, value, root.groups)
        ? undefined
        : faultOf(error, path, value);
      if (!fault) continue;
      const written = writtenPath(fault.path, keys);
      const isOfValue = fault.path === path;
      const facts = isOfValue
        ? { written: writtenValue(value, written, source), ...fault.facts }
        : fault.facts;
      findings.set(JSON.stringify([fault.path, fault.at]), { ...fault, path: written, facts: facts ?? {} });
    }
    for (const finding of findings.values()) all.push(finding);
  }
  return all;
}

/** Translates a path with corrected keys to the keys in the source. */
function writtenPath(path: Path, { value, writtenKey }: CorrectedKeys): Path {
  let parent = value;
  return path.map((step) => {
    const written = typeof step === 'string' && isMap(parent) ? writtenKey(parent, step) : step;
    parent = valueAt(parent, [step]);
    return written;
  });
}

/** Numbers as they were written (1.10), texts in quotes: `version: "1"` differs from `version: 1`. */
function writtenValue(value: unknown, path: Path, source: Source): string {
  if (typeof value === 'string') return `“${showValue(value)}”`;
  return typeof value === 'number' ? (source.scalarText(path) ?? showValue(value)) : showValue(value);
}

function faultOf(error: SchemaError, path: Path, value: unknown): Finding | undefined {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), path, value);
    case 'required':
      return missingKey(String(error.params.missingProperty), path, value);
    case 'const':
      return unknownHead(path, value);
    case 'oneOf':
      return severalContents(path, value);
    case 'type':
    case 'anyOf':
      return wrongType(path, value);
    default:
      return undefined;
  }
}

function unknownHead(path: Path, value: unknown): Finding {
  const inner = typeof value === 'string' ? insideCurlyQuotes(value) : undefined;
  const isVersion = path[0] === 'version';
  if (inner !== undefined && inner === (isVersion ? '1' : 'bieu-so-2')) {
    return finding('curly-quotes', path, { key: String(path[0]), inner });
  }
  return finding(isVersion ? 'unknown-version' : 'unknown-form', path);
}

/** Whether another rule owns the place and reports what is wrong there. */
function isOwnedElsewhere(
  { keyword, schemaPath, params }: SchemaError,
  path: Path,
  value: unknown,
  groups: unknown,
): boolean {
  const last = path.at(-1);
  const isTask = path.at(-2) === 'tasks';
  const isGroup = path[0] === 'groups' && path.length === 2;
  // Branches of a choice: the choice itself is reported.
  if (/\/(?:oneOf|not)\//.test(schemaPath)) return true;
  // task-complexity, numbering, code-sequence, invalid-date
  if (['complexity', 'unrated', 'number', 'code', 'date'].includes(String(last))) return true;
  if (isTask && (['oneOf', 'not'].includes(keyword) || typeof value === 'string')) return true;
  if (isTask && params.additionalProperty === 'number') return true;
  // groups-present
  if (path.length === 1 && last === 'groups') return isMap(value) || value === null;
  if (isGroup && value === null) return true;
  if (isGroup && keyword === 'oneOf' && contentsOf(value).length === 0) return true;
  const isNumeralWrong =
    fromRoman(String(last)) === undefined || (last === 'IV' && !(isMap(groups) && 'III' in groups));
  if (isGroup && params.missingProperty === 'title' && isNumeralWrong) return true;
  if (contents.includes(String(last))) return value === null || (Array.isArray(value) && value.length === 0);
  // empty-text
  return keyword === 'pattern' || (value === null && isTextPlace(path) && last !== '$schema');
}

const contentsOf = (group: unknown) =>
  isMap(group) ? Object.keys(group).filter((key) => contents.includes(key)) : [];

function severalContents(path: Path, group: unknown): Finding | undefined {
  const [, second] = contentsOf(group);
  return second === undefined ? undefined : atKey('several-contents', pathBelow(path, second));
}

function unknownKey(key: string, path: Path, map: unknown): Finding {
  if (isTextAsMap(path, map)) return atKey('text-is-map', pathBelow(path, key), { text: key });
  return atKey('unknown-key', pathBelow(path, key), { key, known: keysAt(path).join(', ') });
}

function missingKey(key: string, path: Path, map: unknown): Finding | undefined {
  return isTextAsMap(path, map) ? undefined : finding('missing-key', pathBelow(path, key), { key });
}

/** A task without `text` but with a key such as “Quản lý về” is most likely a text that contains a colon. */
const isTextAsMap = (path: Path, map: unknown) =>
  path.at(-2) === 'tasks' &&
  isMap(map) &&
  !('text' in map) &&
  Object.keys(map).some((key) => !keysAt(path).includes(key) && !/^\w+$/.test(key));

function wrongType(path: Path, value: unknown): Finding | undefined {
  // Errors within a task are reported there.
  if (path.at(-2) === 'tasks' && isMap(value)) return undefined;
  if (path.length === 1 && (path[0] === 'form' || path[0] === 'version')) {
    return unknownHead(path, value);
  }
  if (!isTextPlace(path) && path.at(-2) !== 'tasks') {
    const expected = isListPlace(path) ? 'list' : 'map';
    return finding(`expected-${expected}`, path, { key: String(path.at(-1)), found: kindOf(value) });
  }
  if (value === null && path.at(-2) === 'tasks') return finding('empty-item', path);
  if (isMap(value)) return finding('text-is-map', path, { text: Object.keys(value)[0] ?? '' });
  if (Array.isArray(value)) return finding('text-is-list', path, { text: showValue(value) });
  return finding('text-is-scalar', path, { found: kindOf(value) });
}

function isTextPlace(path: Path): boolean {
  const [last, parent] = [path.at(-1), path.at(-2)];
  return (
    parent === 'notes' ||
    ['$schema', 'parentUnit', 'unit', 'title', 'text', 'name', 'place'].includes(String(last))
  );
}

const isListPlace = (path: Path) => [...contents, 'notes'].includes(String(path.at(-1)));

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value === 'string' ? 'text' : typeof value;
}

function finding(message: MessageIds['form-shape'], path: Path, facts: Facts = {}): Finding {
  return { rule: 'form-shape', message, path, facts };
}

function atKey(message: MessageIds['form-shape'], path: Path, facts: Facts = {}): Finding {
  return { ...finding(message, path, facts), at: 'key' };
}
