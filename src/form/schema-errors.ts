import type { Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap, pathOfPointer, valueAt } from '../diagnostics/plain-value.ts';
import { formShape } from '../generated/form-shape.js';

export type SchemaError = NonNullable<typeof formShape.errors>[number] & { readonly path: Path };

/** The keys of a group's content. */
export const contents = ['positions', 'areas', 'tasks'];

/** How many items of a list are checked at once: the validator makes up to five errors for each invalid one. */
const partLength = 512;

/**
 * The errors of the form's schema. Long lists are checked in parts, since all errors at once would take
 * more memory than the form.
 */
export function* schemaErrors(root: PlainMap): Generator<readonly SchemaError[]> {
  const lists = longLists(root);
  yield errorsOf(lists.length === 0 ? root : shortened(root, 0), (path) => path);
  for (const path of lists) {
    const list = valueAt(root, path);
    if (!Array.isArray(list)) continue;
    // Only the part of the list and its ancestors; in a list in between it is the only item.
    const way = path.map((step) => (typeof step === 'number' ? 0 : step));
    for (let start = partLength; start < list.length; start += partLength) {
      const items = shortened(list.slice(start, start + partLength), path.length);
      const part = way.reduceRight((value, step) => (step === 0 ? [value] : { [step]: value }), items);
      yield errorsOf(part, (at) => {
        const [index, ...rest] = at.slice(way.length);
        const isInside = typeof index === 'number' && way.every((step, depth) => at[depth] === step);
        return isInside ? [...path, start + index, ...rest] : undefined;
      });
    }
  }
}

export function hasShape(root: PlainMap): boolean {
  for (const errors of schemaErrors(root)) if (errors.length > 0) return false;
  return true;
}

/** @param pathIn maps a path in `value` to one in the whole form; undefined if the error is to be ignored */
function errorsOf(value: unknown, pathIn: (path: Path) => Path | undefined): SchemaError[] {
  formShape(value);
  const errors = formShape.errors ?? [];
  formShape.errors = null;
  return errors.flatMap((error) => {
    const path = pathIn(pathOfPointer(error.instancePath, value));
    return path ? [{ ...error, path }] : [];
  });
}

const isLong = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > partLength;

/** The paths of the long lists that a form may hold. */
function longLists({ groups, notes }: PlainMap): Path[] {
  const lists: Path[] = isLong(notes) ? [['notes']] : [];
  for (const [key, group] of Object.entries(isMap(groups) ? groups : {})) {
    for (const name of isMap(group) ? contents : []) {
      const list = isMap(group) ? group[name] : undefined;
      if (!Array.isArray(list)) continue;
      if (isLong(list)) lists.push(['groups', key, name]);
      for (const [index, item] of list.entries())
        if (isMap(item) && isLong(item.tasks)) lists.push(['groups', key, name, index, 'tasks']);
    }
  }
  return lists;
}

/** The value with only the first part of long lists. @param depth of the value; the deepest lists are in items at depth 4 */
function shortened(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.slice(0, partLength).map((item) => shortened(item, depth + 1));
  if (!isMap(value) || depth > 4) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part, depth + 1)]));
}
