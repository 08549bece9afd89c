import type { Range } from '../../../diagnostics/finding.ts';
import { lineEndOf } from '../../text-lines.ts';
import { composeYaml } from '../compose-yaml.ts';

/** In UTF-16 units: in a longer text, trying the moves would take seconds. */
const longestText = 20_000;
const LINE = /^( *)(- )?[^\s#].*/gm;

/**
 * The only line that is indented wrongly, if there are no errors with it elsewhere. The parser compares lines with the
 * first of their siblings, so it finds a wrong first one at the second.
 *
 * @param offset where the content of the line with the first error begins
 */
export function misplacedLine(text: string, offset: number): Range | undefined {
  if (text.length > longestText) return undefined;
  const moves: { readonly span: Range; readonly moved: string; readonly oddity: number }[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const match of [...text.slice(0, lineEndOf(text, offset)).matchAll(LINE)].reverse()) {
    const { 0: line, 1: { length: indent } = '', index } = match;
    // Above the error only lines that it may belong to, each less indented than all between.
    if (indent >= least) continue;
    if (index + indent < offset) least = indent;
    const span: Range = [index + indent, index + line.trimEnd().length];
    for (let to = Math.max(0, indent - 4); to <= indent + 4; to++) {
      const moved = `${text.slice(0, index)}${' '.repeat(to)}${text.slice(span[0])}`;
      moves.push({ span, moved, oddity: oddityOf(moved) });
    }
  }
  const highest = oddityOf(text);
  const likely = moves.filter(({ oddity }) => oddity <= highest).sort((a, b) => a.oddity - b.oddity);
  return likely.find(({ moved }) => {
    const documents = composeYaml(moved);
    return Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
  })?.span;
}

/** How many spaces lines are from where they usually are below those that they belong to. */
function oddityOf(text: string): number {
  const step = /^ +/m.exec(text)?.[0].length ?? 2;
  const open: (readonly [indent: number, isItem: boolean])[] = [];
  let sum = 0;
  for (const [, { length: indent } = '', mark] of text.matchAll(LINE)) {
    const isItem = mark !== undefined;
    while (open.some(([to, item]) => to > indent || (to === indent && (item || !isItem)))) open.pop();
    const below = indent - (open.at(-1)?.[0] ?? -step);
    sum += Math.min(Math.abs(below - step), isItem ? below : Number.POSITIVE_INFINITY);
    open.push([indent, isItem]);
  }
  return sum;
}
