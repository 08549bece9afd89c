/**
 * What is made of an object, kept for the one that was asked for last. A WeakMap would do the same for all of them,
 * but V8 keeps what it holds until a full collection: over many forms, collecting took half as long again.
 */
export function keepLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
