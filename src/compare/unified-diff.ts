import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The maximum of removed and added lines: the search takes quadratic time. */
const maxEditLength = 4000;

/**
 * The differences of two texts as a unified diff for `patch` and `git apply`; empty if there are none.
 * Texts that differ in very many lines become one hunk.
 *
 * @param name the file's name on both sides
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const names = [`a/${name}`, `b/${name}`] as const;
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return (
    createTwoFilesPatch(...names, before, after, undefined, undefined, { ...options, maxEditLength }) ??
    `--- ${names[0]}\n+++ ${names[1]}\n${wholeHunk(linesOf(before), linesOf(after))}`
  );
}

function wholeHunk(old: readonly string[], fresh: readonly string[]): string {
  const body = [...old.map((line) => `-${line}`), ...fresh.map((line) => `+${line}`)];
  const ended = body.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  const side = (count: number) => `${count > 0 ? 1 : 0},${count}`;
  return `@@ -${side(old.length)} +${side(fresh.length)} @@\n${ended.join('')}`;
}

/** Lines with their line breaks. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
