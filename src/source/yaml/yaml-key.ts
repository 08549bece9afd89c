import { isScalar, type Pair } from 'yaml';

/** A key as a property name, as it was written: `1` and `1.0` are two keys. Undefined if it is no scalar. */
export function yamlKey({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
