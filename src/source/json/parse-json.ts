import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { emptyMap } from '../../diagnostics/plain-value.ts';
import { type Parsed, type SyntaxMessage, syntaxFinding } from '../source.ts';
import { maxDepth, maxEntries } from '../source-limits.ts';
import { explainJsonErrors } from './explain-json-errors.ts';
import { jsonFinder } from './json-finder.ts';

/** Reads strict JSON (RFC 8259), with places. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { tree: undefined, problems: [syntaxFinding('empty', [0, 0])] };
  const excess = findExcess(text);
  if (excess)
    return { tree: undefined, problems: [syntaxFinding(excess.message, [excess.at, excess.at + 1])] };

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (errors.length > 0 || !root) return { tree: undefined, problems: explainJsonErrors(text, errors) };
  const duplicates = [...duplicateKeys(root)].map((key) =>
    syntaxFinding('duplicate-key', [key.offset, key.offset + key.length], { key: String(key.value) }),
  );
  if (duplicates.length > 0) return { tree: undefined, problems: duplicates };
  return { tree: { value: plainValue(root), find: jsonFinder(root) }, problems: [] };
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

function* duplicateKeys(node: Node): Generator<Node> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key && seen.has(key.value)) yield key;
    seen.add(key?.value);
    yield* duplicateKeys(child);
  }
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const object = emptyMap();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) object[String(key.value)] = plainValue(value);
  }
  return object;
}
