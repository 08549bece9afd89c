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
