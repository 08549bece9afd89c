import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Finding, Path } from '../diagnostics/finding.ts';
import { findConflictMarkers } from './conflict-markers.ts';
import { maxDepth } from './limits.ts';
import type { Parsed } from './parsed.ts';
import type { SourceNode } from './source-tree.ts';

/** Reads strict JSON (RFC 8259), with places. */
export function parseJson(text: string): Parsed {
  const problem = (message: string, offset: number, length: number, facts = {}): Finding => ({
    rule: 'syntax',
    message,
    path: [],
    span: [offset, offset + length],
    facts,
  });
  if (text.trim() === '') return { tree: undefined, problems: [problem('empty', 0, 0)] };
  const conflicts = findConflictMarkers(text);
  if (conflicts.length > 0) return { tree: undefined, problems: conflicts };
  const tooDeep = findDepth(text);
  if (tooDeep !== undefined) return { tree: undefined, problems: [problem('too-deep', tooDeep, 1)] };

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (errors.length > 0 || !root) {
    // One slip makes the parser stumble over and over: one finding a line.
    const lines = new Set<number>();
    const problems = errors
      .filter(({ offset }) => {
        const line = text.lastIndexOf('\n', offset - 1);
        return !lines.has(line) && lines.add(line);
      })
      .map(({ error, offset, length }) => {
        const code = printParseErrorCode(error);
        return problem(messages[code] ?? 'json-other', offset, length, { code });
      });
    return { tree: undefined, problems };
  }
  const duplicates = [...duplicateKeys(root)].map((key) =>
    problem('duplicate-key', key.offset, key.length, { key: String(key.value) }),
  );
  if (duplicates.length > 0) return { tree: undefined, problems: duplicates };
  return { tree: { value: plainValue(root), find: (path) => find(root, path) }, problems: [] };
}

const messages: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'json-comment',
  CommaExpected: 'json-comma',
  PropertyNameExpected: 'json-value',
  ValueExpected: 'json-value',
  UnexpectedEndOfString: 'json-quote',
  CloseBraceExpected: 'json-bracket',
  CloseBracketExpected: 'json-bracket',
};

/** The offset at which brackets nest deeper than any form does; undefined if they never do. */
function findDepth(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > maxDepth) return at;
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
  const object: Record<string, unknown> = Object.create(null);
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) object[String(key.value)] = plainValue(value);
  }
  return object;
}

function find(root: Node, path: Path): SourceNode | undefined {
  const node = findNodeAtLocation(root, [...path]);
  if (!node) return undefined;
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return {
    ...(key && { key: [key.offset, key.offset + key.length] as const }),
    value: [node.offset, node.offset + node.length],
    ...(node.children === undefined && { scalar: { value: node.value } }),
  };
}
