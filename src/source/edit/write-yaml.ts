import { Document, isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Path } from '../../diagnostics/finding.ts';

/** Comments of a YAML text; lines without the `#`. */
export interface YamlComments {
  readonly head?: string;
  readonly foot?: string;
  readonly before?: (path: Path) => string | undefined;
}

/** Keys whose values look like numbers, written without quotes: `number: 1.10`. */
const bareKeys = ['number'];

/**
 * Writes a plain value (maps, lists, texts, integers) as YAML for people to edit: one text per line,
 * texts of several lines as blocks, numbers as printed. Reading it gives the same value; only a number
 * that is a text may come back as a number, whose source text is the same.
 */
export function writeYaml(value: unknown, comments: YamlComments = {}): string {
  return yamlDocument(value, comments).toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The nodes that `writeYaml` prints. */
export function yamlDocument(value: unknown, { head, foot, before }: YamlComments = {}): Document<Node> {
  const document = new Document<Node>(value, { aliasDuplicateObjects: false });
  finish(document.contents, [], before ?? (() => undefined));
  if (head !== undefined) document.commentBefore = commented(head);
  if (foot !== undefined) document.comment = commented(foot);
  return document;
}

/** Every line of a comment begins with a space after its `#`. */
const commented = (text: string) => text.replace(/^/gm, ' ');

function finish(node: unknown, path: Path, before: (path: Path) => string | undefined): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = [...path, name];
      comment(key, before(at));
      if (isScalar(value) && bareKeys.includes(name)) writeBare(value);
      finish(value, at, before);
    }
  } else if (isSeq(node)) {
    // Levels fit on one line: [3, 4].
    if (node.items.every((item) => isScalar(item) && typeof item.value === 'number')) node.flow = true;
    for (const [index, item] of node.items.entries()) {
      const at = [...path, index];
      comment(item, before(at));
      finish(item, at, before);
    }
  } else if (isScalar(node) && typeof node.value === 'string') {
    if (/\n/.test(node.value) && isBlockSafe(node.value)) node.type = Scalar.BLOCK_LITERAL;
    else if (/\n/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
  }
}

function comment(node: unknown, text: string | undefined): void {
  if (text !== undefined && isNode(node)) node.commentBefore = commented(text);
}

const isNode = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node);

/** In a block spaces at the ends of lines cannot be seen, and some characters are not allowed. */
const isBlockSafe = (text: string) =>
  !/[ \t]$|^[ \t]/m.test(text) && !/[^\n\P{C}]|[\u0085\u2028\u2029]/u.test(text) && !/\n$/.test(text);

/** A text that looks like a number: “1.10” is written without quotes. */
export function bareScalar(text: string): Scalar {
  const scalar = new Scalar<unknown>(text);
  writeBare(scalar);
  return scalar;
}

/** A decimal number that is not shortened: `1.10` keeps its zero. */
function writeBare(node: Scalar): void {
  const text = String(node.value);
  const [, decimals = ''] = text.split('.');
  if (!/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/.test(text)) return;
  node.value = Number(text);
  node.minFractionDigits = decimals.length;
}
