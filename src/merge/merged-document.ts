import { type Document, isMap, isScalar, type Node } from 'yaml';
import type { Language } from '../diagnostics/wording.ts';
import type { Group, Section, Task } from '../form/form.ts';
import { type InputDocument, inputDocument } from './input-document.ts';
import { type Merge, type MergedGroup, type MergedSection, type MergedTask, taskOf } from './merge.ts';
import { originsComment, sourcesComment } from './merge-comments.ts';
import { addAbove, addBelow, commentsOf, edgeComments } from './node-comments.ts';
import { asMap, emptySection, fill, listIn, type MapEntry, nodeAt, setNumber } from './nodes.ts';
import { setFields } from './set-fields.ts';

export interface MergedDocumentOptions {
  /** Of the comments. */
  readonly language: Language;
  /** What a reference to a schema becomes where the merged form is in another folder than the first. */
  readonly relocate: (reference: string) => string;
}

/**
 * The merged form: the nodes of the first form with those of the others put in where they belong, so that what is
 * kept keeps its comments. The comments of what joins another thing are above that; a task that is in several forms
 * says so in a comment.
 *
 * @param merge one that is possible
 * @param value its value
 */
export const mergedDocument = (
  merge: Merge,
  value: Readonly<Record<string, unknown>>,
  { language, relocate }: MergedDocumentOptions,
): Document<Node> => {
  const document = new MergedDocument(merge, language).build(value);
  relocateSchema(document, relocate);
  return document;
};

/** The line by which editors find the schema (`# yaml-language-server: $schema=…`) is above everything. */
function relocateSchema(document: Document<Node>, relocate: MergedDocumentOptions['relocate']): void {
  const { contents } = document;
  const first = isMap(contents) ? contents.items[0]?.key : undefined;
  for (const node of [document, contents, isScalar(first) ? first : undefined]) {
    if (!node?.commentBefore) continue;
    node.commentBefore = node.commentBefore.replace(
      /^( *yaml-language-server: *\$schema=)(\S+)/m,
      (_, start: string, reference: string) => start + relocate(reference),
    );
  }
}

class MergedDocument {
  readonly #merge: Merge;
  readonly #language: Language;
  readonly #inputs: readonly InputDocument[];
  /** Comments of sections and groups that are gone, by the task that their first one is kept in. */
  readonly #strays = new Map<MergedTask, string[]>();

  constructor(merge: Merge, language: Language) {
    this.#merge = merge;
    this.#language = language;
    this.#inputs = merge.inputs.map(inputDocument);
    const kept = new Set<object>(merge.groups.flatMap(({ origins }) => origins.map(({ group }) => group)));
    for (const { input, owner, keeper } of merge.emptied) {
      // Its comments are at the group itself.
      if (kept.has(owner)) continue;
      this.#strays.set(keeper, [...(this.#strays.get(keeper) ?? []), ...this.#outerComments(input, owner)]);
    }
  }

  build(value: Readonly<Record<string, unknown>>): Document<Node> {
    const { inputs } = this.#merge;
    const [base, ...others] = this.#inputs.map(({ document }) => document);
    const form = base?.contents;
    const groups = base && nodeAt(base, ['groups']);
    if (!base || !isMap(form) || !isMap(groups)) throw new Error('There is nothing to merge');
    const [there, ...joining] = [base, ...others].map(edgeComments);
    const origins = others.length > 0 ? [originsComment(inputs, this.#language)] : [];
    groups.items = this.#merge.groups.map((group) => this.#group(group));
    groups.flow = form.flow = false;
    setFields(form, inputs[0]?.source.value, value);
    const top = form.items[0]?.key;
    if (isScalar(top)) addAbove(top, [...joining.flatMap(({ head }) => head), ...origins], there?.head);
    addBelow(
      base,
      joining.flatMap(({ foot }) => foot),
      there?.foot,
    );
    return base;
  }

  #group({ key, kind, origins, sections, tasks }: MergedGroup): MapEntry {
    const [first, ...others] = origins;
    if (!first) throw new Error(`Group ${key} comes from nowhere`);
    const entry = this.#input(first.input).entries.get(first.group);
    const map = this.#nodeOf(first.input, first.group);
    if (!entry) throw new Error(`There is no group ${first.group.key}`);
    const list = listIn(map);
    const comments = others.flatMap((other) => this.#outerComments(other.input, other.group));
    addAbove(entry.key, comments, this.#outerComments(first.input, first.group));
    const isOwn = (input: number | undefined) => input === first.input;
    const items = [
      ...sections.map((section) => this.#section(section)),
      ...tasks.map((task) => this.#task(task)),
    ];
    fill(list.value, items, [
      ...sections.map((section) => isOwn(section.origins[0]?.input)),
      ...tasks.map(({ origin }) => isOwn(origin.input)),
    ]);
    entry.key.value = key;
    list.key.value = kind;
    if (isMap(map)) map.flow = false;
    return entry;
  }

  #section({ title, origins, tasks, number }: MergedSection): Node {
    const [first, ...others] = origins;
    if (!first) throw new Error(`“${title}” comes from nowhere`);
    const { input, owner } = first;
    // What joins as a group brings no section of its own: its comments are at the merged group.
    const comments = [first, ...others].map((one) =>
      'positions' in one.owner ? [] : this.#outerComments(one.input, one.owner),
    );
    const map = 'positions' in owner ? emptySection(title) : this.#nodeOf(input, owner);
    if (!isMap(map)) throw new Error(`There is no map at ${owner.path.join('/')}`);
    const items = tasks.map((task) => this.#task(task));
    fill(
      listIn(map).value,
      items,
      tasks.map(({ origin }) => origin.input === input),
    );
    if (number !== undefined) setNumber(map, 'number', number);
    map.flow = false;
    addAbove(map, comments.slice(1).flat(), comments[0]);
    return map;
  }

  #task(task: MergedTask): Node {
    const { origin, copies, number, code } = task;
    const written = this.#nodeOf(origin.input, taskOf(task));
    const node = number !== undefined && isScalar(written) ? asMap(written) : written;
    if (isMap(node) && code !== undefined) setNumber(node, 'code', code);
    if (isMap(node) && number !== undefined) setNumber(node, 'number', number);
    const comments = [
      ...sourcesComment(task, this.#merge.inputs, this.#language),
      ...copies.flatMap((copy) => commentsOf(this.#nodeOf(copy.input, copy.placed.task))),
      ...(this.#strays.get(task) ?? []),
    ];
    if (comments.length > 0) addAbove(node, comments, commentsOf(node));
    return node;
  }

  /** The comments of a group or section, those of what its list holds left out. */
  #outerComments(input: number, owner: Group | Section): string[] {
    const map = this.#nodeOf(input, owner);
    const entry = 'positions' in owner ? this.#input(input).entries.get(owner) : undefined;
    return commentsOf(entry ?? map, new Set<unknown>(listIn(map).value.items));
  }

  #nodeOf(input: number, owner: Group | Section | Task): Node {
    const node = this.#input(input).nodes.get(owner);
    if (!node) throw new Error(`There is no node at ${owner.path.join('/')}`);
    return node;
  }

  #input(input: number): InputDocument {
    const found = this.#inputs[input];
    if (!found) throw new Error(`There is no input ${input}`);
    return found;
  }
}
