/**
 * In bytes, or in UTF-16 units of decoded text. A form of 50,000 tasks has about 8 MB; beyond this limit a
 * file is not a form, and parsing it would keep people waiting.
 */
export const maxSourceSize = 16 * 1024 * 1024;

/**
 * In UTF-16 units of a key or value. A regular expression that goes through a word of some four million letters exceeds
 * the stack of V8.
 */
export const maxTextLength = 1_000_000;

/** How deep lists and maps may nest. A form needs 8 levels; parsers recurse, so there must be a limit. */
export const maxDepth = 64;

/** How many values aliases may add. */
export const maxAliasValues = 100_000;

/**
 * How many tokens (spaces, marks, keys, texts) YAML may have. A task takes some 25; a small file of nothing but
 * marks would take as long to parse as a large form.
 */
export const maxTokens = 3_000_000;

/** How many keys and list items a file may have. A task has some 5. */
export const maxEntries = 500_000;
