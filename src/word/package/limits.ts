const million = 1024 * 1024;

/**
 * The limits of Word files, in addition to those of zip files. A form of 50,000 tasks stays far below:
 * beyond them, reading would cost too much time and memory.
 */
export const limits = {
  /** Of XML elements. */
  depth: 200,
  /** Word's own limit on the columns of a table. */
  columns: 63,
  /** Of all tables together. */
  rows: 100_000,
  /** A form of 50,000 tasks has 400,000. */
  cells: 500_000,
  /** With text, within cells and outside. */
  paragraphs: 600_000,
  /** Characters of text in the document. */
  text: 16 * million,
  /** Of one element; Word writes at most about fifty. */
  attributes: 500,
  /** Characters of one: regular expressions fail on a word of about four million letters. */
  paragraph: million,
  /** Characters between two tags. */
  piece: 4 * million,
} as const;
