import type { Language, Wording } from '../../diagnostics/wording.ts';

/** A table in Markdown. Cells are Markdown already, but for `|`. */
export function markdownTable(
  head: readonly Wording[],
  rows: readonly (readonly string[])[],
  language: Language,
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return (
    line(head.map((cell) => cell[language])) +
    line(head.map(() => '---')) +
    rows.map((row) => line(row)).join('')
  );
}

/** Plain text as Markdown: what would be a tag or emphasis is shown as it is. */
export const inMarkdown = (text: string): string => text.replace(/[<>*_`]/g, (character) => `\\${character}`);
