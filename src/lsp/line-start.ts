/** Where the line begins that an offset stands on. LF, CRLF and a lone CR each end a line. */
export function lineStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
