import { isMap } from '../diagnostics/plain-value.ts';

/** The default base of a look's file. */
export const referenceLookName = 'bieu-so-2';

/** A deep partial type; lists are complete. */
export type Changes<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Changes<Value[Key]> }
    : Value;

/** The base with `changes` applied; neither is modified. */
export function overlay<Value extends object>(base: Value, changes: Changes<Value>): Value {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, change] of Object.entries(changes)) {
    const before = result[key];
    result[key] = isMap(before) && isMap(change) ? overlay(before, change) : change;
  }
  // The type of `changes` ensures the type; the compiler cannot follow keys through a loop.
  return result as Value;
}
