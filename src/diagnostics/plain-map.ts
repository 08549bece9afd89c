/** A map as parsed from a file. */
export type PlainMap = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noPrototype: PlainMap = Object.create(null);

/**
 * An empty map in which any key, `__proto__` too, is a key like any other: what all parsers make. With one prototype for
 * all, which has nothing, V8 reads a property in less time than of an object that has none.
 */
export const emptyMap = (): Record<string, unknown> => Object.create(noPrototype);
