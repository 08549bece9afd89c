import {
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  visit,
} from 'yaml';
import type { Section, Task } from '../form/form.ts';
import { sectionsOf } from '../form/walk-form.ts';
import { yamlDocument } from '../source/edit/write-yaml.ts';
import { isJson } from '../source/source.ts';
import { composeYaml } from '../source/yaml/compose-yaml.ts';
import type { MergeInput } from './merge.ts';
import { entryAt, joinComments, nodeAt } from './nodes.ts';

/**
 * Making nodes of a text takes several times as long as reading its values. A text beyond this length (some 8,000
 * tasks) without a comment gets its nodes from the values: then only its quotes and brackets are written otherwise.
 */
const maxComposed = 1024 * 1024;

/** An input as separate nodes, without anchors, aliases and tags: those of positions, areas and tasks, and the entries of groups. */
export function inputDocument({ source, form, yaml }: MergeInput) {
  const text = yaml ?? source.text ?? '';
  const isComposed = !isJson(source.file) && (text.length <= maxComposed || /(?:^|[ \t])#/m.test(text));
  const document = isComposed ? compose(text, source.file) : yamlDocument(source.value);
  const owners = form.groups.flatMap((group) => {
    const sections = sectionsOf(group);
    return [...sections, ...group.tasks, ...sections.flatMap(({ tasks }) => tasks)];
  });
  return {
    document,
    nodes: new Map(owners.map((owner): [Section | Task, Node] => [owner, nodeAt(document, owner.path)])),
    entries: new Map(form.groups.map((group) => [group, entryAt(document, group.path)])),
  };
}

/** The library attaches a comment above the first item to the list. */
function settle(list: Node, first: unknown): void {
  if (!list.commentBefore || !isNode(first)) return;
  first.commentBefore = joinComments(list.commentBefore, first.commentBefore);
  list.commentBefore = null;
}

function compose(text: string, file: string): Document<Node> {
  const documents = composeYaml(text.replace(/\r\n?/g, '\n'), {
    // The fast parser, which has read it, counts differently.
    limit: Infinity,
    prepare: liftComments,
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (!document) throw new Error(`${file} cannot be parsed again`);
  if (/[&*!]/.test(text)) standAlone(document);
  visit(document, { Seq: (_, list) => settle(list, list.items[0]) });
  const groups = nodeAt(document, ['groups']);
  if (isMap(groups)) settle(groups, groups.items[0]?.key);
  return document;
}

/** Expands aliases, without the comments at their anchors, and drops anchors and tags. */
function standAlone(document: Document.Parsed): void {
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const copy = anchors.get(node.source)?.clone();
        if (!isScalar(copy) && !isCollection(copy)) return undefined;
        visit(copy, {
          Node: (_, inner) => void Object.assign(inner, { comment: undefined, commentBefore: undefined }),
        });
        return Object.assign(copy, { comment: node.comment, commentBefore: node.commentBefore });
      }
      if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) anchors.set(node.anchor, node);
      return undefined;
    },
  });
  visit(document, {
    Value(_, node) {
      delete node.anchor;
      delete node.tag;
    },
  });
}

/**
 * Comments below a list or map that are indented less than it belong to what comes next outside; the library
 * knows this only where all of them are.
 */
function liftComments(token: CST.Token): void {
  if (token.type === 'document' && token.value) {
    token.end = [...lifted(token.value), ...(token.end ?? [])];
  }
}

function lifted(token: CST.Token): CST.SourceToken[] {
  if (token.type !== 'block-map' && token.type !== 'block-seq') return [];
  let carried: CST.SourceToken[] = [];
  for (const item of token.items) {
    item.start.unshift(...carried);
    carried = item.value ? lifted(item.value) : [];
  }
  if (carried.length > 0) token.items.push({ start: carried });
  const last = token.items.at(-1);
  if (!last || last.value || last.key || last.sep) return [];
  const at = last.start.findIndex(({ type, indent }) => type === 'comment' && indent < token.indent);
  if (at < 0 || last.start.some(({ type }) => type === 'seq-item-ind')) return [];
  return last.start.splice(at);
}
