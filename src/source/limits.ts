/** How deep lists and maps may nest. A form needs 8 levels; parsers recurse, so there must be an end. */
export const maxDepth = 64;

/** How many values aliases may add to those that are written out. */
export const maxAliasValues = 100_000;
