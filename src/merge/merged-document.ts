import { type Document, isMap, isPair, isScalar, type Node } from 'yaml';
import { enNumber, type Language, viNumber } from '../diagnostics/wording.ts';
import type { Group, Section, Task } from '../form/form.ts';
import { printable } from '../reporters/printable.ts';
import { inputDocument } from './input-document.ts';
import {
  type MergedGroup,
  type MergedSection,
  type MergedTask,
  type Origin,
  ratingOf,
  type TaskOrigin,
  taskOf,
} from './merge.ts';
import type { Merge } from './merge-forms.ts';
import { ratingWords } from './merge-rules.ts';
import {
  addComments,
  asMap,
  commentsOf,
  edgeComments,
  fill,
  type ListItem,
  listIn,
  type MapEntry,
  needed,
  nodeAt,
  nodeOf,
  setFields,
  setNumber,
} from './nodes.ts';

/**
 * Builds the merged form: the nodes of the first form, with those of the others inserted, so that what
 * is kept keeps its comments. Comments of joined parts go above the part they join; a task that is in several
 * forms gets a comment that says so.
 */
export class MergedDocument {
  readonly #merge: Merge;
  readonly #language: Language;
  readonly #inputs: readonly ReturnType<typeof inputDocument>[];
  /** Comments of dropped sections and groups, by the task that keeps their first task. */
  readonly #strays = new Map<MergedTask, string[]>();

  /** @param merge with `isPossible` @param language of the comments */
  constructor(merge: Merge, language: Language) {
    this.#merge = merge;
    this.#language = language;
    this.#inputs = merge.inputs.map(inputDocument);
    const kept = new Set(
      merge.groups.flatMap((group) => [group.origin, ...group.copies]).map(({ owner }) => owner),
    );
    for (const { keeper, ...emptied } of merge.emptied) {
      // Its comments are at the group itself.
      if (isOfGroup(emptied) && kept.has(emptied.owner)) continue;
      this.#strays.set(keeper, [...(this.#strays.get(keeper) ?? []), ...this.#outerComments(emptied)]);
    }
  }

  /** Once only. @param value that of the merged form */
  build(value: Readonly<Record<string, unknown>>): Document<Node> {
    const { inputs, groups } = this.#merge;
    const [base, ...others] = this.#inputs.map(({ document }) => document);
    const form = base?.contents;
    const map = base && nodeAt(base, ['groups']);
    if (!base || !isMap(form) || !isMap(map)) throw new Error('There is nothing to merge');
    const [there, ...joining] = [base, ...others].map(edgeComments);
    const origins = others.length > 0 ? [originsComment(inputs, this.#language)] : [];
    map.items = groups.map((group) => this.#group(group));
    map.flow = form.flow = false;
    setFields(form, inputs[0]?.source.value, value);
    const top = form.items[0]?.key;
    const above = [...joining.flatMap(({ head }) => head), ...origins];
    if (isScalar(top)) addComments(top, above, there?.head);
    const below = joining.flatMap(({ foot }) => foot);
    addComments(base, below, there?.foot, 'comment');
    return base;
  }

  #group({ key, kind, origin, copies, sections, tasks }: MergedGroup): MapEntry {
    const entry = this.#entryOf(origin);
    const list = listIn(entry.value);
    const comments = copies.flatMap((copy) => this.#outerComments(copy));
    addComments(entry.key, comments, this.#outerComments(origin));
    fill(list.value, origin.input, [
      ...sections.map((section) => this.#section(section)),
      ...tasks.map((task) => this.#task(task)),
    ]);
    entry.key.value = key;
    list.key.value = kind;
    if (isMap(entry.value)) entry.value.flow = false;
    return entry;
  }

  #section({ title, origin, copies, tasks, number }: MergedSection): ListItem {
    const { input, owner } = origin;
    const node = isOfGroup(origin) ? nodeOf({ title, tasks: [] }) : this.#nodeOf(input, owner);
    if (!isMap(node)) throw new Error(`There is no map at ${owner.path.join('/')}`);
    // A joined group has no section of its own: its comments go to the merged group.
    const commentsOfSection = (one: Origin) => (isOfGroup(one) ? [] : this.#outerComments(one));
    const there = commentsOfSection(origin);
    const items = tasks.map((task) => this.#task(task));
    fill(listIn(node).value, input, items);
    if (number !== undefined) setNumber(node, 'number', number);
    node.flow = false;
    addComments(node, copies.flatMap(commentsOfSection), there);
    return { node, input };
  }

  #task(task: MergedTask): ListItem {
    const { copies, number, code } = task;
    const { input } = task.origin;
    const written = this.#nodeOf(input, taskOf(task));
    const node = number !== undefined && isScalar(written) ? asMap(written) : written;
    if (isMap(node) && code !== undefined) setNumber(node, 'code', code);
    if (isMap(node) && number !== undefined) setNumber(node, 'number', number);
    const comments = [
      ...sourcesComment(task, this.#merge.inputs, this.#language),
      ...copies.flatMap((copy) => commentsOf(this.#nodeOf(copy.input, copy.placed.task))),
      ...(this.#strays.get(task) ?? []),
    ];
    if (comments.length > 0) addComments(node, comments, commentsOf(node));
    return { node, input };
  }

  /** The comments of a group or section, without those within its list. */
  #outerComments(origin: Origin): string[] {
    const found = isOfGroup(origin) ? this.#entryOf(origin) : this.#nodeOf(origin.input, origin.owner);
    return commentsOf(found, new Set<unknown>(listIn(isPair(found) ? found.value : found).value.items));
  }

  #entryOf({ input, owner }: Origin<Group>): MapEntry {
    return needed(this.#inputs[input]?.entries.get(owner), owner.path);
  }

  #nodeOf(input: number, owner: Section | Task): Node {
    return needed(this.#inputs[input]?.nodes.get(owner), owner.path);
  }
}

const isOfGroup = (origin: Origin): origin is Origin<Group> => 'positions' in origin.owner;

type Inputs = Merge['inputs'];

/** How many forms are named; the others are counted. */
const maxNames = 10;

/** Names the merged forms. A comment without its `#`, as in nodes. */
function originsComment(inputs: Inputs, language: Language): string {
  const names = inputs.map(({ source }) => printable(source.file));
  const more = names.length - maxNames;
  const shown = names.slice(0, maxNames).join(', ');
  if (language === 'vi') return ` Hợp nhất từ: ${shown}${more > 0 ? ` và ${viNumber(more)} tệp khác` : ''}`;
  return ` Merged from: ${shown}${more > 0 ? ` and ${enNumber(more)} more` : ''}`;
}

/** Names the places of a task that is in several forms, with its levels if they differ. */
function sourcesComment({ origin, copies }: MergedTask, inputs: Inputs, language: Language): string[] {
  if (copies.length === 0) return [];
  const all = [origin, ...copies];
  const levels = all.map((one) => ratingWords(ratingOf(one))[language]);
  const differ = new Set(levels).size > 1;
  const parts = all.map((one, index) => {
    const file = printable(inputs[one.input]?.source.file ?? '');
    return `${file} (${placeWords(one)}${differ ? `; ${levels[index]}` : ''})`;
  });
  return [` ${language === 'vi' ? 'Nguồn' : 'Sources'}: ${parts.join(', ')}`];
}

/** “II, 2.18”; of a duty “I, Trưởng Ban, 2”. */
function placeWords({ placed: { group, section, isDuty, number } }: TaskOrigin): string {
  return printable([group.key, ...(isDuty ? [section?.title?.value ?? ''] : []), number].join(', '));
}
