import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Finding } from '../../diagnostics/finding.ts';
import { type Parsed, type SyntaxMessage, syntaxFinding, unreadable } from '../source.ts';
import { maxDepth, maxEntries } from '../source-limits.ts';
import { listNode, mapNode, sourceTree, type ValueNode, type ValuePair } from '../value-tree.ts';
import { explainJsonErrors } from './explain-json-errors.ts';

/** Reads strict JSON (RFC 8259), with places. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return unreadable('empty', [0, 0]);
  const excess = findExcess(text);
  if (excess) return unreadable(excess.message, [excess.at, excess.at + 1]);

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (errors.length > 0 || !root) return { tree: undefined, problems: explainJsonErrors(text, errors) };
  const repeated: Finding[] = [];
  const tree = sourceTree(
    nodeOf(root, ({ name, keyStart, keyEnd }) => {
      repeated.push(syntaxFinding('duplicate-key', [keyStart, keyEnd], { key: name }));
    }),
  );
  return { tree: repeated.length > 0 ? undefined : tree, problems: repeated };
}

/** The place where nesting or the number of entries exceeds that of any form; undefined if none. */
function findExcess(text: string): { message: SyntaxMessage; at: number } | undefined {
  let depth = 0;
  let entries = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === ',') entries++;
    if (depth > maxDepth) return { message: 'too-deep', at };
    if (entries > maxEntries) return { message: 'too-many', at };
  }
  return undefined;
}

function nodeOf(
  { type, offset: start, length, value, children = [] }: Node,
  onRepeat: (pair: ValuePair) => void,
): ValueNode {
  const end = start + length;
  if (type === 'array') {
    const items = children.map((item) => nodeOf(item, onRepeat));
    return listNode(start, end, items);
  }
  if (type !== 'object') return { start, end, value };
  const pairs = children.flatMap(({ children: [key, item] = [] }): ValuePair[] => {
    if (!key || !item) return [];
    const { value: name, offset: keyStart, length } = key;
    return [{ name, keyStart, keyEnd: keyStart + length, node: nodeOf(item, onRepeat) }];
  });
  return mapNode(start, end, pairs, onRepeat);
}
