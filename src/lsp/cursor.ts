import type { Path, Range } from '../diagnostics/finding.ts';
import { lineStart } from './line-start.ts';

/** What may be written where the cursor stands. */
export interface Cursor {
  readonly kind: 'key' | 'value' | 'item';
  /** Of the map that the key goes into, of the value, or of the list that the item goes into. */
  readonly path: Path;
  /** Keys that the map has already. */
  readonly keys: readonly string[];
  /** The place of the item in its list, from 0; of a map in a list, too. */
  readonly index: number;
  /** Where keys of the map, or the dash of the item, stand: 0-based, in UTF-16 units. */
  readonly column: number;
  /** What is typed already, in offsets of the text. */
  readonly span: Range;
  /** Before the key stands a dash on its line: a whole item may be written there. */
  readonly opensItem: boolean;
  /** A colon follows what is typed. */
  readonly hasColon: boolean;
  /** What follows is the next entry, and a comma has to part them. */
  readonly needsComma: boolean;
}

/** A line of block YAML by what its indentation says; other lines have neither dash nor key. */
interface Line {
  /** The column of its first character. */
  readonly start: number;
  readonly dash: number | undefined;
  readonly key: { readonly column: number; readonly name: string; readonly rest: string } | undefined;
}

/**
 * Tells by indentation alone what may be written at an offset of block YAML: what is being typed seldom parses.
 * Undefined within texts, comments and brackets.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = lineStart(text, offset);
  const lineEnd = start + text.slice(start).search(/[\r\n]|$/);
  const before = /^( *)((?:- +)?)(?:([\w$]+): +)?([\w$.-]*)$/.exec(text.slice(start, offset));
  const after = /^([\w$.-]*)\s*(:?)/.exec(text.slice(offset, lineEnd));
  const rest = text.slice(offset + (after?.[0].length ?? 0), lineEnd).trim();
  if (!before || (rest !== '' && after?.[2] === '' && !rest.startsWith('#'))) return undefined;
  const [, indent = '', dash = '', key, typed = ''] = before;
  const column = indent.length + dash.length;
  const context = new Upward(column, dash === '' ? undefined : indent.length);
  for (const line of linesAbove(text, start)) if (!context.take(lineOf(line))) break;
  const found = context.result();
  if (!found) return undefined;
  const keysBelow = found.isItem ? [] : [...keysIn(text, lineEnd, column)];
  const span: Range = [offset - typed.length, offset + (after?.[1]?.length ?? 0)];
  const opensItem = dash !== '' && key === undefined;
  const shared = { index: found.index, column, span, opensItem, needsComma: false };
  const keys = [...found.keys, ...keysBelow];
  const hasColon = after?.[2] === ':';
  if (key !== undefined) return { ...shared, kind: 'value', path: [...found.path, key], keys, hasColon };
  return { ...shared, kind: found.isItem ? 'item' : 'key', path: found.path, keys, hasColon };
}

/** Reads lines from the cursor upwards and gathers the path that leads to it. */
class Upward {
  /** Of the map that is being read; the list around it begins at `#list`. */
  #column: number;
  #list: number | undefined;
  #index = 0;
  readonly #path: (string | number)[] = [];
  readonly #keys: string[] = [];
  #isItem = false;
  #innerIndex: number | undefined;
  #isAtTop = false;
  #isLost = false;

  constructor(column: number, list: number | undefined) {
    this.#column = column;
    this.#list = list;
    this.#isAtTop = column === 0;
  }

  /** Whether lines further up matter. */
  take(line: Line): boolean {
    if (this.#list !== undefined) return this.#takeInList(line, this.#list);
    if (line.start > this.#column) return true;
    if (line.key?.column === this.#column) {
      if (this.#path.length === 0) this.#keys.push(line.key.name);
      this.#enterList(line);
      return true;
    }
    if (line.dash === this.#column && this.#path.length === 0 && this.#keys.length === 0) {
      this.#isItem = true;
      this.#list = line.dash;
      this.#index = 1;
      return true;
    }
    return line.start < this.#column && this.#takeParent(line);
  }

  result() {
    if (this.#isLost || !this.#isAtTop || this.#list !== undefined) return undefined;
    const path = [...this.#path].reverse();
    const isItem = this.#isItem || lists.includes(String(path.at(-1)));
    return { path, keys: this.#keys, isItem, index: this.#innerIndex ?? 0 };
  }

  #takeInList(line: Line, list: number): boolean {
    if (line.dash === list) this.#index++;
    else if (line.start <= list) return this.#takeParent(line);
    return true;
  }

  #takeParent(line: Line): boolean {
    const { key } = line;
    if (!key || !/^(?:#.*)?$/.test(key.rest)) {
      this.#isLost = true;
      return false;
    }
    this.#innerIndex ??= this.#list === undefined ? 0 : this.#index;
    const isOwnList = this.#isItem && this.#path.length === 0;
    if (this.#list !== undefined && !isOwnList) this.#path.push(this.#index);
    this.#path.push(key.name);
    this.#list = undefined;
    this.#column = key.column;
    this.#isAtTop = key.column === 0;
    this.#enterList(line);
    return !this.#isAtTop;
  }

  #enterList({ dash }: Line) {
    if (dash === undefined) return;
    this.#list = dash;
    this.#index = 0;
  }
}

/** The keys of the form that lists stand under. */
const lists = ['positions', 'areas', 'tasks', 'notes'];

/** Lines of content above an offset at which a line begins, the nearest first. */
function* linesAbove(text: string, offset: number): Generator<string> {
  let end = offset;
  while (end > 0) {
    const stop = text[end - 1] === '\n' && text[end - 2] === '\r' ? end - 2 : end - 1;
    end = lineStart(text, stop);
    const line = text.slice(end, stop);
    if (isContent(line)) yield line;
  }
}

/** The keys at a column, down to where their map ends. */
function* keysIn(text: string, lineEnd: number, column: number): Generator<string> {
  const lines = /(?:\r\n?|\n)([^\r\n]*)/g;
  lines.lastIndex = lineEnd;
  for (let match = lines.exec(text); match; match = lines.exec(text)) {
    if (!isContent(match[1] ?? '')) continue;
    const line = lineOf(match[1] ?? '');
    if (line.start < column || (line.start === column && line.dash !== undefined)) return;
    if (line.key?.column === column) yield line.key.name;
  }
}

const isContent = (line: string) => /^\s*[^\s#]/.test(line);

function lineOf(line: string): Line {
  const [, indent = '', dash = '', name, rest = ''] =
    /^( *)((?:-(?: +|$))?)(?:["']?([\w$]+)["']?:(?:[ \t]+(.*))?$)?/.exec(line) ?? [];
  return {
    start: indent.length,
    dash: dash === '' ? undefined : indent.length,
    key: name === undefined ? undefined : { column: indent.length + dash.length, name, rest: rest.trim() },
  };
}
