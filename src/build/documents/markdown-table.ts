import type { Language, Wording } from '../../diagnostics/wording.ts';

/** A table in Markdown. Cells are Markdown already; only `|` is escaped. */
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

/** Plain text as Markdown, with tags and emphasis escaped. */
export const inMarkdown = (text: string): string => text.replace(/[<>*_`]/g, (character) => `\\${character}`);
