const forgetters: (() => void)[] = [];

/** Frees all that `keepLast` keeps: of a large form it is more than the form. */
export function forgetLast(): void {
  for (const forget of forgetters) forget();
}

/**
 * What is made of an object, kept for the one that was asked for last. A WeakMap would do the same for all of them,
 * but V8 keeps what it holds until a full collection: over many forms, collecting took half as long again.
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
