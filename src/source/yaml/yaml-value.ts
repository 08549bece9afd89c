import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Facts, Finding, Range } from '../../diagnostics/finding.ts';
import { emptyMap } from '../../diagnostics/plain-value.ts';
import { type SyntaxMessage, syntaxFinding } from '../source.ts';
import { maxAliasValues, maxDepth } from '../source-limits.ts';
import { listNode, type ValueNode, type ValuePair } from '../value-tree.ts';

/** No-break and similar spaces before a key were meant as indentation. */
const hiddenSpaces = /^[\u00A0\u2000-\u200A\u202F\u3000]+/;

interface Converted {
  readonly node: ValueNode;
  /** The number of values with every alias expanded. */
  readonly size: number;
}

/**
 * Turns a document into plain values. An alias shares the value and the place of its anchor, so that memory stays
 * small; its expanded size is counted, since every walk of the value visits it each time.
 *
 * @returns `problems` of the rule `syntax`
 */
export function yamlValue(document: Document.Parsed): { root: ValueNode; problems: readonly Finding[] } {
  const converter = new Converter();
  const { node } = converter.convert(document.contents, 0);
  return { root: node, problems: converter.finish() };
}

class Converter {
  readonly #problems: Finding[] = [];
  readonly #byName = new Map<string, { node: Node; converted: Converted | undefined; used: boolean }>();
  #aliasValues = 0;

  /** @param at the place of a value that is missing */
  convert(node: unknown, depth: number, at = 0): Converted {
    const [start, end] = spanOf(node) ?? [at, at];
    const nothing = { node: { start, end, value: null }, size: 1 };
    if (depth > maxDepth) {
      this.#report('too-deep', node);
      return nothing;
    }
    if (isAlias(node)) return this.#alias(node, node.source) ?? nothing;
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing;
    // A lone “!” turns the next value into a text: most likely it was meant as the first word.
    if (isScalar(node) && node.tag === '!' && node.type === 'PLAIN') this.#report('tag', node, { tag: '!' });
    const anchor = node.anchor;
    if (anchor) this.#byName.set(anchor, { node, converted: undefined, used: false });
    const converted = isScalar(node)
      ? { node: { start, end, value: node.value }, size: 1 }
      : this.#collection(node, start, end, depth);
    const entry = anchor ? this.#byName.get(anchor) : undefined;
    if (entry?.node === node) entry.converted = converted;
    return converted;
  }

  /** An anchor without an alias is most likely a text that begins with “&”: its first word would be lost. */
  finish(): readonly Finding[] {
    for (const { node, used } of this.#byName.values()) {
      if (!used && isScalar(node)) this.#report('anchor', node, { name: node.anchor ?? '' });
    }
    return this.#problems;
  }

  #alias(alias: Node, name: string): Converted | undefined {
    const entry = this.#byName.get(name);
    if (entry) entry.used = true;
    if (!entry?.converted) {
      this.#report(entry ? 'alias-loop' : 'unknown-alias', alias, { name });
      return undefined;
    }
    const before = this.#aliasValues;
    this.#aliasValues += entry.converted.size;
    if (before <= maxAliasValues && this.#aliasValues > maxAliasValues) {
      this.#report('alias-bomb', alias, { name, limit: maxAliasValues });
    }
    return entry.converted;
  }

  #collection(node: Node, start: number, end: number, depth: number): Converted {
    let size = 1;
    const take = (child: unknown, at: number): ValueNode => {
      const converted = this.convert(child, depth + 1, at);
      size += converted.size;
      return converted.node;
    };
    if (isSeq(node)) {
      const items = node.items.map((item) => take(item, end));
      return { node: listNode(start, end, items), size };
    }
    const value = emptyMap();
    const pairs: ValuePair[] = [];
    let isRepeating = false;
    for (const pair of isMap(node) ? node.items : []) {
      const key = yamlKey(pair);
      const isRepeated = key !== undefined && key in value;
      if (key === undefined) {
        this.#report('key-not-text', pair.key);
      } else if (isRepeated) {
        // Consecutive repeated keys are one mistake: the item that they begin lacks its dash.
        if (!isRepeating) this.#report('duplicate-key', pair.key, { key });
      } else if (hiddenSpaces.test(key) && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        this.#report('hidden-indent', pair.key, {}, hiddenSpaces.exec(key)?.[0].length);
      } else if (key === '<<') {
        this.#report('merge-key', pair.key);
      } else {
        const [keyStart, keyEnd] = spanOf(pair.key) ?? [start, start];
        const below = take(pair.value, keyEnd);
        value[key] = below.value;
        pairs.push({ name: key, keyStart, keyEnd, node: below });
      }
      isRepeating = isRepeated;
    }
    return { node: { start, end, value, pairs }, size };
  }

  #report(message: SyntaxMessage, node: unknown, facts: Facts = {}, length?: number): void {
    const [start, end] = rangeOf(node) ?? [0, 0];
    this.#problems.push(syntaxFinding(message, [start, length ? start + length : end], facts));
  }
}

const rangeOf = (node: unknown): Range | undefined => {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
};

/** From the start of a node to the end of its content: the parser includes comments and empty lines after a block. */
function spanOf(node: unknown): Range | undefined {
  const range = rangeOf(node);
  if (!range || !(isMap(node) || isSeq(node)) || node.flow) return range;
  const last = node.items.at(-1);
  const child = isPair(last) ? (last.value ?? last.key) : last;
  return [range[0], spanOf(child)?.[1] ?? range[1]];
}

/** A key as a property name, as it was written: `1` and `1.0` are two keys. Undefined if it is not a scalar. */
export function yamlKey({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
