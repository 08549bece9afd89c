import type { Path } from '../diagnostics/finding.ts';
import { pathOfPointer, valueAt } from '../diagnostics/json-pointer.ts';
import { isMap, type PlainMap } from '../diagnostics/plain-map.ts';
import { formShape } from '../generated/form-shape.js';

export type SchemaError = NonNullable<typeof formShape.errors>[number] & { readonly path: Path };

/** What a group holds, in lists. */
export const contents = ['positions', 'areas', 'tasks'];

/** Items of a list that are checked at once: the validator makes up to five errors of each faulty one. */
const partLength = 512;

/**
 * The errors of the form's schema. Those of long lists come a part of the list at a time, since all at once would take
 * more memory than the form.
 */
export function* schemaErrors(root: PlainMap): Generator<readonly SchemaError[]> {
  const lists = longLists(root);
  yield errorsOf(lists.length === 0 ? root : shortened(root, 0), (path) => path);
  for (const path of lists) {
    const list = valueAt(root, path);
    if (!Array.isArray(list)) continue;
    // The list alone, with all that leads to it; of a list in between it is the only item.
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

/** @param pathIn the whole form, of a path in `value`; undefined where the error is of no interest */
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

/** The same with the first part of long lists only. @param depth of the value; the last lists are in the items at 4 */
function shortened(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.slice(0, partLength).map((item) => shortened(item, depth + 1));
  if (!isMap(value) || depth > 4) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part, depth + 1)]));
}
