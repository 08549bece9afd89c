import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Facts, Finding, Range } from '../../diagnostics/finding.ts';
import { emptyMap } from '../../diagnostics/plain-value.ts';
import { type SyntaxMessage, syntaxFinding } from '../source.ts';
import { maxAliasValues, maxDepth } from '../source-limits.ts';
import { yamlKey } from './yaml-finder.ts';

/** No-break and similar spaces before a key were meant as indentation. */
const hiddenSpaces = /^[\u00A0\u2000-\u200A\u202F\u3000]+/;

/** A YAML document as plain values. */
export interface YamlValue {
  readonly value: unknown;
  /** What each alias refers to. */
  readonly anchors: ReadonlyMap<Node, Node>;
  /** Of the rule `syntax`. */
  readonly problems: readonly Finding[];
}

interface Converted {
  readonly value: unknown;
  /** The number of values with every alias expanded. */
  readonly size: number;
}

/**
 * Turns a document into plain values. An alias shares the object of its anchor, so that memory stays
 * small; its expanded size is counted, since every walk of the value visits it each time.
 */
export function yamlValue(document: Document.Parsed): YamlValue {
  const converter = new Converter();
  const { value } = converter.convert(document.contents, 0);
  return { value, anchors: converter.anchors, problems: converter.finish() };
}

class Converter {
  readonly anchors = new Map<Node, Node>();
  readonly #problems: Finding[] = [];
  readonly #byName = new Map<string, { node: Node; converted: Converted | undefined; used: boolean }>();
  #aliasValues = 0;

  convert(node: unknown, depth: number): Converted {
    if (depth > maxDepth) {
      this.#report('too-deep', node);
      return { value: null, size: 1 };
    }
    if (isAlias(node)) return this.#alias(node, node.source);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { value: null, size: 1 };
    // A lone “!” turns the next value into a text: most likely it was meant as the first word.
    if (isScalar(node) && node.tag === '!' && node.type === 'PLAIN') this.#report('tag', node, { tag: '!' });
    const anchor = node.anchor;
    if (anchor) this.#byName.set(anchor, { node, converted: undefined, used: false });
    const converted = isScalar(node) ? { value: node.value, size: 1 } : this.#collection(node, depth);
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

  #alias(alias: Node, name: string): Converted {
    const entry = this.#byName.get(name);
    if (!entry) {
      this.#report('unknown-alias', alias, { name });
      return { value: null, size: 1 };
    }
    entry.used = true;
    if (!entry.converted) {
      this.#report('alias-loop', alias, { name });
      return { value: null, size: 1 };
    }
    this.anchors.set(alias, entry.node);
    const before = this.#aliasValues;
    this.#aliasValues += entry.converted.size;
    if (before <= maxAliasValues && this.#aliasValues > maxAliasValues) {
      this.#report('alias-bomb', alias, { name, limit: maxAliasValues });
    }
    return entry.converted;
  }

  #collection(node: Node, depth: number): Converted {
    let size = 1;
    const take = (child: unknown): unknown => {
      const converted = this.convert(child, depth + 1);
      size += converted.size;
      return converted.value;
    };
    if (isSeq(node)) return { value: node.items.map(take), size };
    const object = emptyMap();
    let isRepeating = false;
    for (const pair of isMap(node) ? node.items : []) {
      const key = yamlKey(pair);
      const isRepeated = key !== undefined && key in object;
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
        object[key] = take(pair.value);
      }
      isRepeating = isRepeated;
    }
    return { value: object, size };
  }

  #report(message: SyntaxMessage, node: unknown, facts: Facts = {}, length?: number): void {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    const span: Range = range ? [range[0], length ? range[0] + length : range[1]] : [0, 0];
    this.#problems.push(syntaxFinding(message, span, facts));
  }
}
