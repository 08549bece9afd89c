import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
} from 'yaml';
import type { Path, Range } from '../diagnostics/finding.ts';
import { findConflictMarkers } from './conflict-markers.ts';
import { findCutTexts } from './cut-texts.ts';
import { explainYamlErrors } from './explain-yaml-errors.ts';
import type { Parsed } from './parsed.ts';
import type { SourceNode } from './source-tree.ts';
import { yamlKey } from './yaml-key.ts';
import { yamlValue } from './yaml-value.ts';

/** Reads YAML 1.2 (core schema), with places. */
export function parseYaml(text: string): Parsed {
  const conflicts = findConflictMarkers(text);
  if (conflicts.length > 0) return { tree: undefined, problems: conflicts };

  // Duplicate keys are found in yamlValue: the library's own check is quadratic in the keys of a map.
  const parsed = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, version: '1.2' });
  const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const [document, second] = documents;
  if (!document?.contents || (isScalar(document.contents) && document.contents.value === null)) {
    if (!document?.errors.length) return failure('empty', [0, 0]);
  }
  const errors = documents.flatMap((one) => [...one.errors, ...one.warnings]);
  const problems = document ? explainYamlErrors(text, document, errors) : [];
  if (problems.length > 0) return { tree: undefined, problems };
  if (!document) return failure('empty', [0, 0]);
  if (second) return failure('several-documents', separatorSpan(text, second));
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    return failure('yaml-version', firstMatch(text, /^%YAML.*$/m));
  }

  const { value, anchors, problems: valueProblems } = yamlValue(document);
  if (valueProblems.length > 0) return { tree: undefined, problems: valueProblems };
  return {
    tree: { value, find: (path) => find(document, anchors, path) },
    problems: findCutTexts(text, document),
  };
}

function failure(message: string, span: Range): Parsed {
  return { tree: undefined, problems: [{ rule: 'syntax', message, path: [], span }] };
}

function firstMatch(text: string, pattern: RegExp): Range {
  const match = pattern.exec(text);
  return match ? [match.index, match.index + match[0].trimEnd().length] : [0, 0];
}

/** The `---` line that opens a further document. */
function separatorSpan(text: string, document: Document.Parsed): Range {
  const start = document.contents?.range?.[0] ?? document.range[0];
  const separator = text.lastIndexOf('\n---', start);
  return separator < 0 ? [start, start + 1] : [separator + 1, separator + 4];
}

/** Follows a path through the tree; aliases lead to what they stand for. */
function find(document: Document, anchors: ReadonlyMap<Node, Node>, path: Path): SourceNode | undefined {
  let node = resolve(document.contents, anchors);
  let key: Range | undefined;
  for (const step of path) {
    let next: unknown;
    if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
      key = undefined;
    } else if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => yamlKey(item) === String(step));
      next = pair?.value;
      key = pair && spanOfNode(pair.key);
    }
    if (next === undefined || (next === null && !key)) return undefined;
    node = resolve(next, anchors);
    if (!node && key) return { key, value: [key[1], key[1]], scalar: { value: null } };
  }
  const value = spanOfNode(node);
  if (!node || !value) return undefined;
  return { ...(key && { key }), value, ...(isScalar(node) && { scalar: { value: node.value } }) };
}

function resolve(node: unknown, anchors: ReadonlyMap<Node, Node>): Node | undefined {
  if (isAlias(node)) return anchors.get(node);
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}

function spanOfNode(node: unknown): Range | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
