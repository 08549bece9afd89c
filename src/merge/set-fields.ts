import { isScalar, type Node, Pair, Scalar, type YAMLMap } from 'yaml';
import { yamlDocument } from '../source/edit/write-yaml.ts';
import { addAbove, commentsOf, entryOf, indexOf, joinComments } from './nodes.ts';

const keys = ['$schema', 'parentUnit', 'unit', 'signatures', 'notes'] as const;

/** Sets the fields of a form except its groups; their comments stay. @param old the form's value */
export function setFields(form: YAMLMap, old: unknown, value: Readonly<Record<string, unknown>>): void {
  for (const key of keys) {
    const wanted = value[key];
    if (JSON.stringify(wanted) === JSON.stringify(Reflect.get(Object(old), key))) continue;
    const entry = entryOf(form, key);
    if (wanted === undefined) remove(form, key);
    else if (!entry) insert(form, key, nodeOf(wanted));
    else if (isScalar(entry.value) && typeof wanted === 'string') entry.value.value = wanted;
    else {
      addAbove(entry.key, commentsOf(entry.value));
      entry.value = nodeOf(wanted);
    }
  }
}

const nodeOf = (value: unknown): Node | null => yamlDocument(value).contents;

function insert(form: YAMLMap, key: string, value: Node | null): void {
  const unit = key === 'parentUnit' ? indexOf(form, 'unit') : -1;
  form.items.splice(unit < 0 ? form.items.length : unit, 0, new Pair(new Scalar(key), value));
}

/** Removes a field; its comments move to the next one. */
function remove(form: YAMLMap, key: string): void {
  const at = indexOf(form, key);
  if (at < 0) return;
  const comments = commentsOf(form.items.splice(at, 1)[0]);
  const next = form.items[at]?.key;
  if (isScalar(next)) next.commentBefore = joinComments(...comments, next.commentBefore);
  else form.comment = joinComments(form.comment, ...comments);
}
