import type { Path } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import { hasValue } from '../source/edit/apply-changes.ts';
import { applyEdits, type TextEdit } from '../source/edit/apply-edits.ts';
import { writePlainOrQuoted } from '../source/edit/write-scalar.ts';
import { parseText } from '../source/parse-text.ts';
import { commentLines, commentsIn } from './carry-comments.ts';
import { fieldEdits } from './field-edits.ts';
import type { Block, Owner } from './form-layout.ts';
import { type Merge, type MergedGroup, type MergedSection, type MergedTask, taskOf } from './merge.ts';
import { originsComment, sourcesComment } from './merge-comments.ts';
import { mergedValue } from './merged-value.ts';
import { numberEdits } from './number-edits.ts';
import { type PreparedInput, prepareInput } from './prepare-input.ts';

/**
 * The merged form as YAML: the lines of the first form with those of the others put in where they belong. What
 * is kept stands as it was written, with its comments; the comments of what joins another thing stand above
 * that. A task that stands in several forms says so in a comment.
 *
 * @param merge one that is possible
 */
export function mergedText(merge: Merge, language: Language): string {
  const value = mergedValue(merge);
  const text = new MergedText(merge, language).write(value);
  // Whoever reads it must find what was planned: else nothing is written.
  if (!hasValue(parseText(text, 'form.yaml'), value)) throw new Error('The merged text is not as planned');
  return text;
}

/** How far the lists that a list or map holds are indented where no form shows it. */
const step = 4;

class MergedText {
  readonly #merge: Merge;
  readonly #language: Language;
  readonly #inputs: readonly PreparedInput[];
  /** Comments of areas and groups that are gone, by the task that their first one is kept in. */
  readonly #strays = new Map<MergedTask, string[]>();

  constructor(merge: Merge, language: Language) {
    this.#merge = merge;
    this.#language = language;
    this.#inputs = merge.inputs.map(prepareInput);
    const kept = new Set<Owner>(merge.groups.flatMap(({ origins }) => origins.map(({ group }) => group)));
    for (const { input, owner, keeper } of merge.emptied) {
      // Its comments stand at the group itself.
      if (kept.has(owner)) continue;
      this.#strays.set(keeper, [...(this.#strays.get(keeper) ?? []), ...this.#outerComments(input, owner)]);
    }
  }

  write(value: Readonly<Record<string, unknown>>): string {
    const [base, ...others] = this.#inputs;
    if (!base) return '';
    const { text, masked, layout } = base;
    const column = layout.groups[0]?.column ?? 2;
    const head = others.flatMap((other) => commentsIn(other, 0, other.layout.inner));
    const foot = others.flatMap((other) => commentsIn(other, other.layout.tail, other.text.length));
    const top = [...head, ...(others.length > 0 ? [originsComment(this.#merge.inputs, this.#language)] : [])];
    // The directives and the mark of a document come before all keys.
    const firstKey = /^(?![ ]*(?:#|$)|%|---)/m.exec(masked)?.index ?? 0;
    const edits = fieldEdits(base, value);
    edits.push({ span: [firstKey, firstKey], text: commentLines(top, 0, commentsIn(base, 0, layout.inner)) });
    const there = commentsIn(base, layout.tail, text.length);
    const result = [
      pieceOf(text, 0, layout.inner, edits),
      ...this.#merge.groups.map((group) => this.#group(group, column)),
      pieceOf(text, layout.tail, text.length, edits),
      commentLines(foot, 0, there),
    ].join('');
    return this.#merge.inputs[0]?.source.text?.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
  }

  #group({ key, kind, origins, sections, tasks }: MergedGroup, column: number): string {
    const [first, ...others] = origins;
    if (!first) return '';
    const { group } = first;
    const { source } = this.#input(first.input);
    const block = this.#block(first.input, group);
    const inside = (block.children[0]?.column ?? block.column + 2) - block.column + column;
    const old = ['positions', 'areas', 'tasks'].find((name) => source.find?.([...group.path, name]));
    const rename = (path: Path, name: string): TextEdit[] => {
      const span = source.find?.(path)?.key;
      return span && path.at(-1) !== name ? [{ span, text: name }] : [];
    };
    const edits = [...rename(group.path, key), ...rename([...group.path, old ?? kind], kind)];
    const comments = others.flatMap((other) => this.#outerComments(other.input, other.group));
    const lists = sections.map((section) => this.#section(section, inside));
    const content = [...lists, ...tasks.map((task) => this.#task(task, inside))];
    return this.#around(first.input, block, column, edits, comments, content);
  }

  #section({ title, origins, tasks, number }: MergedSection, column: number): string {
    const [first, ...others] = origins;
    if (!first) return '';
    const { input, owner } = first;
    // What joins as a group brings no area of its own; its comments stand at the merged group.
    const comments = others.flatMap((other) =>
      'positions' in other.owner ? [] : this.#outerComments(other.input, other.owner),
    );
    if ('positions' in owner) {
      const lead = ' '.repeat(column);
      const ahead = number === undefined ? '' : `number: ${number}\n${lead}  `;
      const content = tasks.map((task) => this.#task(task, column + step)).join('');
      const opening = `${lead}- ${ahead}title: ${writePlainOrQuoted(title)}\n${lead}  tasks:\n`;
      return commentLines(comments, column, []) + opening + content;
    }
    const block = this.#block(input, owner);
    const inside = (block.children[0]?.column ?? block.column + step) - block.column + column;
    const edits = numberEdits(this.#input(input).source, owner.path, number === undefined ? {} : { number });
    const content = tasks.map((task) => this.#task(task, inside));
    return this.#around(input, block, column, edits, comments, content);
  }

  #task(task: MergedTask, column: number): string {
    const { input } = task.origin;
    const block = this.#block(input, taskOf(task));
    const edits = numberEdits(this.#input(input).source, taskOf(task).path, task);
    const comments = [
      ...sourcesComment(task, this.#merge.inputs, this.#language),
      ...task.copies.flatMap((copy) => this.#outerComments(copy.input, copy.placed.task)),
      ...(this.#strays.get(task) ?? []),
    ];
    return this.#around(input, block, column, edits, comments, []);
  }

  /** The lines of a block at another column, comments added above it and its children exchanged. */
  #around(
    input: number,
    block: Block,
    column: number,
    edits: readonly TextEdit[],
    comments: readonly string[],
    children: readonly string[],
  ): string {
    const prepared = this.#input(input);
    const { start, body, inner, tail, end } = block;
    const by = column - block.column;
    const there = comments.length === 0 ? [] : [...commentsIn(prepared, start, inner)];
    return [
      shift(pieceOf(prepared.text, start, body, []), by),
      commentLines(comments, column, there),
      shift(pieceOf(prepared.text, body, inner, edits), by),
      ...children,
      shift(pieceOf(prepared.text, tail, end, edits), by),
    ].join('');
  }

  /** The comments of a block, those of its children left out. */
  #outerComments(input: number, owner: Owner): string[] {
    const prepared = this.#input(input);
    const { start, inner, tail, end } = this.#block(input, owner);
    return [...commentsIn(prepared, start, inner), ...commentsIn(prepared, tail, end)];
  }

  #input(input: number): PreparedInput {
    const prepared = this.#inputs[input];
    if (!prepared) throw new Error(`There is no input ${input}`);
    return prepared;
  }

  #block(input: number, owner: Owner): Block {
    const block = this.#input(input).layout.of.get(owner);
    if (!block) throw new Error(`Nothing is laid out at ${owner.path.join('/')}`);
    return block;
  }
}

/** A stretch of a text with those edits that fall into it. */
function pieceOf(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  const own = edits.filter(
    ({ span }) => span[0] >= start && (span[0] < end || (span[0] === end && end === text.length)),
  );
  const moved = own.map(({ span, text }): TextEdit => ({ span: [span[0] - start, span[1] - start], text }));
  return applyEdits(text.slice(start, end), moved);
}

/** Lines moved to the right, or to the left as far as they can. */
function shift(lines: string, by: number): string {
  if (by > 0) return lines.replace(/^(?=[^\n])/gm, ' '.repeat(by));
  return by < 0 ? lines.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '') : lines;
}
