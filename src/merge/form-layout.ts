import type { Path } from '../diagnostics/finding.ts';
import type { Form, Group, Section, Task } from '../form/form.ts';
import { sectionsOf } from '../form/walk-form.ts';
import type { Source } from '../source/source.ts';
import { lineEndOf, lineStartOf, nextLineOf } from '../source/text-lines.ts';

/** What has lines of its own in a form file. */
export type Owner = Group | Section | Task;

/**
 * The lines of a group, section or task: first what stands above it (blank lines and comments), then its own,
 * then those of its children, then what stands below them. Offsets, all at the beginning of a line.
 */
export interface Block {
  readonly start: number;
  readonly body: number;
  /** Where the children begin and end; both at `end` where there are none. */
  readonly inner: number;
  readonly tail: number;
  readonly end: number;
  /** Of the key or dash that it begins with. */
  readonly column: number;
  readonly children: readonly Block[];
  readonly owner: Owner;
}

/** The lines of a form file: what stands above its groups, the groups, what stands below. */
export interface FormLayout {
  readonly groups: readonly Block[];
  readonly inner: number;
  readonly tail: number;
  readonly of: ReadonlyMap<Owner, Block>;
}

/**
 * Parts the text of a form into the lines of its groups, sections and tasks. A comment belongs to what follows
 * it; one that is indented deeper than what follows, to what it follows. Undefined unless each of them begins a
 * line of its own, as in block YAML.
 *
 * @param source with line feeds as line breaks, the last line included
 */
export function layOutForm(source: Source, form: Form): FormLayout | undefined {
  const layout = new Layout(source);
  try {
    const { groups } = form;
    const from = layout.below(form.groupsPath ?? []);
    const blocks = layout.blocks(groups.map(layout.group), from, source.text?.length ?? 0);
    const of = new Map<Owner, Block>();
    const add = (block: Block) => {
      of.set(block.owner, block);
      block.children.forEach(add);
    };
    blocks.forEach(add);
    return { groups: blocks, inner: from, tail: blocks.at(-1)?.end ?? from, of };
  } catch (error) {
    if (error === otherwise) return undefined;
    throw error;
  }
}

/** Thrown where the text is laid out otherwise; not an Error, since nothing went wrong. */
const otherwise = Symbol('not in lines');

/** Something that is to get its lines. */
interface Item {
  readonly owner: Owner;
  /** Where its key or dash stands. */
  readonly at: number;
  readonly contentEnd: number;
  readonly children: readonly Item[];
  /** Where the line after the key of the children begins. */
  readonly below: number;
}

class Layout {
  readonly #source: Source;
  readonly #text: string;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text ?? '';
  }

  readonly group = (group: Group): Item => {
    const { key, value } = this.#node(group.path);
    if (!key) throw otherwise;
    const sections = sectionsOf(group);
    const name = group.positions.length > 0 ? 'positions' : sections.length > 0 ? 'areas' : 'tasks';
    return {
      owner: group,
      at: key[0],
      contentEnd: value[1],
      children: sections.length > 0 ? sections.map(this.#section) : group.tasks.map(this.#task),
      below: this.below([...group.path, name]),
    };
  };

  readonly #section = (section: Section): Item => ({
    owner: section,
    at: this.#dash(section.path),
    contentEnd: this.#node(section.path).value[1],
    children: section.tasks.map(this.#task),
    below: this.below([...section.path, 'tasks']),
  });

  readonly #task = (task: Task): Item => {
    const at = this.#dash(task.path);
    return { owner: task, at, contentEnd: this.#node(task.path).value[1], children: [], below: at };
  };

  /** Where the line after a key begins. */
  below(path: Path): number {
    const { key } = this.#node(path);
    if (!key) throw otherwise;
    return nextLineOf(this.#text, key[1]);
  }

  /** @param from where the line after the key of the items begins @param limit where their lines end at the latest */
  blocks(items: readonly Item[], from: number, limit: number): Block[] {
    const columns = items.map(({ at }) => at - lineStartOf(this.#text, at));
    const column = columns[0] ?? 0;
    let start = from;
    return items.map((item, index): Block => {
      const body = lineStartOf(this.#text, item.at);
      const contentEnd = this.#endOf(item);
      const next = items[index + 1];
      const nextBody = next && lineStartOf(this.#text, next.at);
      if (columns[index] !== column || this.#text.slice(body, item.at).trim() !== '') throw otherwise;
      if (body < start || contentEnd > (nextBody ?? limit)) throw otherwise;
      const end = this.#commentsEnd(contentEnd, nextBody ?? limit, next ? column + 1 : column);
      const { owner } = item;
      const isLeaf = item.children.length === 0;
      const children = isLeaf ? [] : this.blocks(item.children, item.below, end);
      const inner = isLeaf ? end : item.below;
      const block = { start, body, inner, tail: children.at(-1)?.end ?? end, end, column, children, owner };
      start = end;
      return block;
    });
  }

  /** Where the line after the last one of an item begins. */
  #endOf({ at, contentEnd }: Item): number {
    const end = at + this.#text.slice(at, contentEnd).trimEnd().length;
    return nextLineOf(this.#text, end - 1);
  }

  /** Behind the last of the comments, one below the other, that are indented at least so far. */
  #commentsEnd(from: number, limit: number, column: number): number {
    let end = from;
    for (let at = from; at < limit; ) {
      const line = this.#text.slice(at, lineEndOf(this.#text, at));
      const isComment = /^ *#/.test(line);
      if (!isComment && line.trim() !== '') break;
      if (isComment && line.indexOf('#') < column) break;
      at = nextLineOf(this.#text, at);
      if (isComment) end = at;
    }
    return end;
  }

  #dash(path: Path): number {
    const start = this.#node(path).value[0];
    const line = lineStartOf(this.#text, start);
    if (!/^ *- +$/.test(this.#text.slice(line, start))) throw otherwise;
    return line + this.#text.slice(line, start).indexOf('-');
  }

  #node(path: Path) {
    const node = this.#source.find?.(path);
    if (!node) throw otherwise;
    return node;
  }
}
