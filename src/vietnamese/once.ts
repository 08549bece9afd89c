/**
 * A value that is made when it is first asked for. Tables and large regular expressions cost more time than
 * all else in a run, and few forms have the faults for which they are needed.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A regular expression that is made when it is first asked for: lazyPattern('u')`^\p{L}`. V8 reads literals
 * together with the file, called or not, and a single `\p{…}` takes as long as a hundred lines of code.
 */
export const lazyPattern =
  (flags: string) =>
  ({ raw }: TemplateStringsArray): (() => RegExp) =>
    once(() => new RegExp(raw.join(''), flags));
