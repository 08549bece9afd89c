const forgetters: (() => void)[] = [];

/** Frees everything that `keepLast` keeps: for a large form it is more than the form. */
export function forgetLast(): void {
  for (const forget of forgetters) forget();
}

/**
 * Memoizes a function for its last argument. A WeakMap would do so for all,
 * but V8 keeps its content until a full collection, which makes collecting half as slow again over many forms.
 */
export function keepLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  forgetters.push(() => {
    last = undefined;
  });
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
