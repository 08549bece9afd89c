import type { Change, Path, Range } from '../../diagnostics/finding.ts';
import { valueAt } from '../../diagnostics/plain-value.ts';
import { isJson, type Source, type SourceNode } from '../source.ts';
import { lineStartOf, trimmedSpan } from '../text-lines.ts';
import { unquotedTextAt } from '../yaml/slips/unquoted-text.ts';
import type { TextEdit } from './apply-edits.ts';
import { expandTabs } from './expand-tabs.ts';
import { staysPlain, styleOf, writePart, writeQuoted } from './write-scalar.ts';

/**
 * The edits that apply changes of a form to its text. Everything else is kept: comments, order,
 * quotes and line endings. Undefined if a change cannot be written that way.
 */
export function editText(source: Source, changes: readonly Change[]): readonly TextEdit[] | undefined {
  if (source.text === undefined || source.find === undefined) return undefined;
  const editor = new Editor(source, source.text);
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const edit = editor.edit(change);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  return edits;
}

class Editor {
  readonly #source: Source;
  readonly #text: string;
  readonly #lineBreak: string;
  readonly #isJson: boolean;

  constructor(source: Source, text: string) {
    this.#source = source;
    // A lone CR ends a line, too; offsets stay.
    this.#text = text.replace(/\r(?!\n)/g, '\n');
    this.#lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    this.#isJson = isJson(source.file);
  }

  edit(change: Change): readonly TextEdit[] | undefined {
    switch (change.kind) {
      case 'insert':
        return [{ span: [change.offset, change.offset], text: change.text }];
      case 'quote-at':
        return this.#quoteUnquoted(unquotedTextAt(this.#text, change.offset));
      case 'quote-pair':
        return this.#quotePair(change.path, change.under);
      case 'expand-tabs':
        return expandTabs(this.#text, this.#source.file);
      case 'to-utf8':
        return [];
    }
    const node = this.#source.find?.(change.kind === 'add' ? change.path.slice(0, -1) : change.path);
    if (!node) return undefined;
    switch (change.kind) {
      case 'replace':
        return this.#replace(node, change.range, change.text);
      case 'set':
        return this.#set(node, change.value);
      case 'add':
        return this.#add(node, change.path, change.before, change.value);
      case 'remove':
        return this.#remove(node, change.path);
      case 'rename':
        return this.#rename(node, change.key);
      case 'quote':
        return this.#quoteNode(node);
    }
  }

  #replace(node: SourceNode, [start, end]: Range, text: string): readonly TextEdit[] | undefined {
    const value = node.scalar?.value;
    if (typeof value !== 'string') return undefined;
    const offsets = this.#source.offsetsOf?.(node);
    const from = start === value.length ? offsets?.ends[start - 1] : offsets?.starts[start];
    const last = end === start ? from : offsets?.ends[end - 1];
    if (from === undefined || last === undefined) return undefined;
    // A removed line break also removes the indentation after it.
    const isFold = /[\r\n]/.test(this.#text.slice(from, last));
    const to = (isFold ? offsets?.starts[end] : undefined) ?? last;
    const style = styleOf(this.#text.slice(...node.value));
    if (style === 'plain' && !staysPlain(value, [start, end], text)) {
      const changed = value.slice(0, start) + text + value.slice(end);
      return [{ span: trimmedSpan(this.#text, node.value), text: writeQuoted(changed) }];
    }
    return [{ span: [from, to], text: writePart(text, style) }];
  }

  #set(node: SourceNode, value: string | number): readonly TextEdit[] | undefined {
    const span = trimmedSpan(this.#text, node.value);
    const written = this.#text.slice(...span);
    if (written === '') {
      // A key without a value.
      const colon = node.key?.[1];
      if (colon === undefined || this.#text[colon] !== ':') return undefined;
      return [{ span: [colon + 1, colon + 1], text: ` ${value}` }];
    }
    if (typeof value === 'number') return [{ span, text: String(value) }];
    const style = styleOf(written);
    if (style === 'single') return [{ span, text: `'${writePart(value, style)}'` }];
    const isBare = style === 'plain' && (!this.#isJson || /^-?\d+(?:\.\d+)?$/.test(value));
    return [{ span, text: isBare ? value : JSON.stringify(value) }];
  }

  #add(map: SourceNode, path: Path, before: string, value: string): readonly TextEdit[] | undefined {
    const key = String(path.at(-1));
    if (map.scalar) return this.#wrap(map, key, before, value);
    const keys = Object.keys(valueAt(this.#source.value, path.slice(0, -1)) ?? {});
    const next = keys.includes(before) ? before : keys[0];
    const at = next === undefined ? undefined : this.#source.find?.([...path.slice(0, -1), next])?.key?.[0];
    if (at === undefined) return undefined;
    const lead = this.#text.slice(lineStartOf(this.#text, at), at);
    const startsLine = /^[\s-]*$/.test(lead);
    const lineBreak = this.#lineBreak + ' '.repeat(lead.length);
    if (this.#isJson || this.#text[map.value[0]] === '{') {
      const gap = startsLine ? this.#lineBreak + lead : ' ';
      return [{ span: [at, at], text: `${this.#flowPair(key, value)},${gap}` }];
    }
    return startsLine ? [{ span: [at, at], text: `${key}: ${value}${lineBreak}` }] : undefined;
  }

  #wrap({ value: span, scalar }: SourceNode, key: string, textKey: string, value: string) {
    const [start, end] = trimmedSpan(this.#text, span);
    if (typeof scalar?.value !== 'string') return undefined;
    const lead = this.#text.slice(lineStartOf(this.#text, start), start);
    if (!this.#isJson && /^\s*(?:- +)+$/.test(lead)) {
      const gap = this.#lineBreak + ' '.repeat(lead.length);
      return [{ span: [start, start] as const, text: `${key}: ${value}${gap}${textKey}: ` }];
    }
    if (styleOf(this.#text.slice(start, end)) !== 'double') return undefined;
    return [
      {
        span: [start, start] as const,
        text: `{ ${this.#flowPair(key, value)}, ${this.#isJson ? `"${textKey}"` : textKey}: `,
      },
      { span: [end, end] as const, text: ' }' },
    ];
  }

  #flowPair(key: string, value: string): string {
    return this.#isJson ? `"${key}": ${JSON.stringify(value)}` : `${key}: ${value}`;
  }

  #remove({ key, value }: SourceNode, path: Path): readonly TextEdit[] | undefined {
    const parent = path.slice(0, -1);
    const siblings = Object.keys(valueAt(this.#source.value, parent) ?? {});
    const index = siblings.indexOf(String(path.at(-1)));
    const neighbour = (at: number) => {
      const name = siblings[at];
      return name === undefined ? undefined : this.#source.find?.([...parent, name]);
    };
    const [next, previous] = [neighbour(index + 1), neighbour(index - 1)];
    const isGap = (span: Range) => /^\s*,?\s*$/.test(this.#text.slice(...span));
    const end = trimmedSpan(this.#text, value)[1];
    if (key && next?.key && isGap([end, next.key[0]])) return [{ span: [key[0], next.key[0]], text: '' }];
    const before = previous && trimmedSpan(this.#text, previous.value)[1];
    if (key && before !== undefined && isGap([before, key[0]])) return [{ span: [before, end], text: '' }];
    return undefined;
  }

  #rename({ key }: SourceNode, name: string): readonly TextEdit[] | undefined {
    const quote = key && /^["']/.exec(this.#text.slice(...key))?.[0];
    return key && [{ span: key, text: `${quote ?? ''}${name}${quote ?? ''}` }];
  }

  /** Quotes what was parsed as a number, or as a list or map on one line. */
  #quoteNode({ value, scalar }: SourceNode): readonly TextEdit[] | undefined {
    if (this.#isJson && !scalar) return undefined;
    return this.#quote(trimmedSpan(this.#text, value), '');
  }

  #quotePair(path: Path, under: string): readonly TextEdit[] | undefined {
    const pair = this.#source.find?.(path);
    const parent = path.slice(0, -1);
    const isAlone = Object.keys(valueAt(this.#source.value, parent) ?? {}).length === 1;
    if (!pair?.key || this.#isJson) return undefined;
    return this.#quote([pair.key[0], trimmedSpan(this.#text, pair.value)[1]], isAlone ? '' : `${under}: `);
  }

  #quote(span: Range, prefix: string): readonly TextEdit[] | undefined {
    const written = this.#text.slice(...span);
    // Parts with their own quotes would be parsed differently.
    if (written === '' || /["'\r\n]/.test(written)) return undefined;
    return [{ span, text: prefix + writeQuoted(written) }];
  }

  /** Adds only quotes and necessary escapes: lines stay as they are. */
  #quoteUnquoted(span: Range | undefined): readonly TextEdit[] | undefined {
    if (!span || this.#isJson) return undefined;
    const written = this.#text.slice(...span);
    const quoted =
      /["\\]/.test(written) && !written.includes("'")
        ? `'${written}'`
        : `"${written.replace(/["\\]/g, '\\$&')}"`;
    return [{ span, text: quoted }];
  }
}
