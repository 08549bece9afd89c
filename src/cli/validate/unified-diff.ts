/** Unchanged lines that are shown around a change. */
const context = 3;

/** Lines `[from, to)` of the old text that become lines `[newFrom, newTo)` of the new one. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * The difference of two texts in the unified format that `patch` and `git apply` read; empty where there is none.
 *
 * @param name of the file, on both sides
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const blocks = changedBlocks(old, fresh);
  if (blocks.length === 0) return '';
  const hunks = gather(blocks).map((hunk) => hunkText(hunk, old, fresh));
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

/** Lines with their line breaks. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * Where the texts part and meet again: at the nearest lines that are equal. Fixes change few lines at a time;
 * for them this is as short as the shortest difference, and it needs no memory.
 */
function changedBlocks(old: readonly string[], fresh: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let [from, newFrom] = [0, 0];
  while (from < old.length || newFrom < fresh.length) {
    if (from < old.length && old[from] === fresh[newFrom]) {
      from++;
      newFrom++;
      continue;
    }
    const [to, newTo] = nextMeeting(old, from, fresh, newFrom);
    blocks.push({ from, to, newFrom, newTo });
    [from, newFrom] = [to, newTo];
  }
  return blocks;
}

function nextMeeting(
  old: readonly string[],
  from: number,
  fresh: readonly string[],
  newFrom: number,
): [number, number] {
  const most = old.length - from + fresh.length - newFrom;
  for (let distance = 1; distance < most; distance++) {
    for (let ahead = 0; ahead <= distance; ahead++) {
      const [to, newTo] = [from + ahead, newFrom + distance - ahead];
      if (to < old.length && newTo < fresh.length && old[to] === fresh[newTo]) return [to, newTo];
    }
  }
  return [old.length, fresh.length];
}

/** Blocks whose surroundings touch make one hunk. */
function gather(blocks: readonly Block[]): Block[][] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && block.from - last.to <= 2 * context) hunk.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

function hunkText(blocks: readonly Block[], old: readonly string[], fresh: readonly string[]): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return '';
  const lead = Math.min(context, first.from);
  const trail = Math.min(context, old.length - last.to);
  const lines: string[] = [];
  let at = first.from - lead;
  for (const { from, to, newFrom, newTo } of blocks) {
    lines.push(...old.slice(at, from).map((line) => ` ${line}`));
    lines.push(...old.slice(from, to).map((line) => `-${line}`));
    lines.push(...fresh.slice(newFrom, newTo).map((line) => `+${line}`));
    at = to;
  }
  lines.push(...old.slice(at, at + trail).map((line) => ` ${line}`));
  const body = lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  const side = (start: number, end: number) => `${end > start ? start + 1 : start},${end - start}`;
  const head = `@@ -${side(first.from - lead, last.to + trail)} +${side(first.newFrom - lead, last.newTo + trail)} @@`;
  return `${head}\n${body.join('')}`;
}
