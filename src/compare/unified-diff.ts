import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Lines removed and added at most: the search costs the square of it. */
const maxEditLength = 4000;

/**
 * The difference of two texts in the unified format that `patch` and `git apply` read; empty where there is none.
 * Texts that differ in very many lines are one hunk.
 *
 * @param name of the file, on both sides
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
