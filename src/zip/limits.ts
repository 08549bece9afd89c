const megabyte = 1024 * 1024;

/**
 * What a Word file may hold before it is refused. A form of 50,000 tasks stays far below: beyond, a file is an
 * accident or an attack, and reading on would cost time and memory.
 */
export const limits = {
  /** Of the package, in bytes. */
  file: 50 * megabyte,
  parts: 2000,
  /** Of one part and of all, unpacked, in bytes. */
  part: 100 * megabyte,
  allParts: 300 * megabyte,
  /** Parts up to this size are unpacked at once, larger ones piece by piece. */
  wholePart: megabyte,
  /** Unpacked to packed, for parts above 1 MB: Word's own XML stays below 100. */
  ratio: 400,
  ratioFrom: megabyte,
  /** Of XML elements. */
  depth: 200,
  /** Word's own limit on the columns of a table. */
  columns: 63,
  /** Of all tables together. */
  rows: 100_000,
  /** A form of 50,000 tasks has 400,000. */
  cells: 500_000,
  /** That hold something, within cells and outside. */
  paragraphs: 600_000,
  /** Characters of text in the document. */
  text: 16 * megabyte,
  /** Of one element; Word's own have at most some fifty. */
  attributes: 500,
  /** Characters between two tags. */
  piece: 4 * megabyte,
} as const;
