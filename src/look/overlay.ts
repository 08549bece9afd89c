import { isMap } from '../diagnostics/plain-map.ts';

/** The look that lends what a file leaves out, unless the file names another. */
export const referenceLookName = 'bieu-so-2';

/** Part of a value: every key may be left out, at any depth; lists are whole. */
export type Changes<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Changes<Value[Key]> }
    : Value;

/** The base with what `changes` names in its place; neither is altered. */
export function overlay<Value extends object>(base: Value, changes: Changes<Value>): Value {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, change] of Object.entries(changes)) {
    const before = result[key];
    result[key] = isMap(before) && isMap(change) ? overlay(before, change) : change;
  }
  // Of the same type by the type of `changes`; the compiler cannot follow keys through a loop.
  return result as Value;
}
