/**
 * Computes a value on first use. Tables and large regular expressions cost more time than
 * everything else in a run, and few forms have the errors for which they are needed.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A regular expression created on first use: lazyPattern('u')`^\p{L}`. V8 parses literals
 * together with the file, called or not, and a single `\p{…}` takes as long as a hundred lines of code.
 */
export const lazyPattern =
  (flags: string) =>
  ({ raw }: TemplateStringsArray): (() => RegExp) =>
    once(() => new RegExp(raw.join(''), flags));
