/** Comments that hold for one place or one file only: they do not go along when what they stand at is dropped. */
const bound = /^# *(?:bieu2-disable-(?:next-)?line|yaml-language-server)\b/;

/**
 * The comments in a stretch of a text, each from its `#` on; those left out that mean nothing elsewhere.
 *
 * @param masked the text without its values
 * @param text the text itself, of the same length
 */
export function commentsIn(
  { masked, text }: { readonly masked: string; readonly text: string },
  start: number,
  end: number,
): string[] {
  const comments: string[] = [];
  for (const match of masked.slice(start, end).matchAll(/(?<=^|[ \t])#.*$/gm)) {
    const at = start + match.index;
    const comment = text.slice(at, at + match[0].length).trimEnd();
    if (!bound.test(comment)) comments.push(comment);
  }
  return comments;
}

/** Lines of comments at a column, each once and none that is there already. */
export function commentLines(comments: readonly string[], column: number, there: readonly string[]): string {
  const known = new Set(there);
  const fresh = comments.filter((comment) => !known.has(comment) && known.add(comment));
  return fresh.map((comment) => `${' '.repeat(column)}${comment}\n`).join('');
}
