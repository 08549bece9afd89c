import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import { composeYaml } from '../yaml/compose-yaml.ts';

/**
 * YAML with a line for each key and item, down to `depth` maps and lists; what is deeper stays as it is written.
 * Aliases are written out, tags left out, and texts that end in blank lines stand in quotes. Values and comments
 * are kept; some comments move a line down.
 *
 * @param text YAML that was parsed without a problem
 */
export function blockYaml(text: string, depth: number): string {
  const documents = composeYaml(text);
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (!document) throw new Error('This YAML cannot be parsed');
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_, node, path) {
      if (isAlias(node)) return copyOf(node, anchors);
      if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
      if (node.anchor) anchors.set(node.anchor, node);
      const level = path.filter((parent) => isMap(parent) || isSeq(parent)).length;
      if (!isScalar(node)) {
        if (level < depth) node.flow = false;
      } else if (typeof node.value === 'string' && /\n\s*\n$/.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
      return undefined;
    },
  });
  visit(document, {
    Value(_, node) {
      delete node.anchor;
      delete node.tag;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function copyOf({ source }: Alias, anchors: ReadonlyMap<string, Node>): Node | undefined {
  const copy = anchors.get(source)?.clone();
  return isScalar(copy) || isMap(copy) || isSeq(copy) ? copy : undefined;
}
