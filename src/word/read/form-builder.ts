import type { Path, TablePlace } from '../../diagnostics/finding.ts';
import { fromRoman, toRoman } from '../../form/roman.ts';
import type { MessageIds } from '../../generated/message-ids.ts';
import { foldHeading } from '../../vietnamese/fold-text.ts';
import { headCode } from '../../vietnamese/head-code.ts';
import { hasLetters } from '../../vietnamese/is-letter.ts';
import { type Below, GroupHeadings, numberWithin, numeralFor } from './group-headings.ts';
import { readMark } from './marks.ts';
import type { Places } from './places.ts';
import { areCounts, type Rating, reportRating } from './rate-row.ts';
import { type GroupNode, readTask, type SectionNode, type TaskNode } from './read-task.ts';
import type { RowKind } from './row-kind.ts';
import { isOfRowAbove, oneLine, type RowView, textsInRow } from './row-view.ts';

interface Heading {
  readonly number: string;
  readonly title: string;
}

interface OpenGroup {
  readonly key: string;
  readonly node: GroupNode;
  readonly path: Path;
}

interface OpenSection {
  readonly kind: 'positions' | 'areas';
  readonly node: SectionNode;
  readonly path: Path;
  /** As written, else as counted. */
  readonly number: string;
}

/** Builds the value that a form file would have from the rows of the form's tables, in order. */
export class FormBuilder {
  readonly groups: Record<string, GroupNode> = {};
  readonly #places: Places;
  #group: OpenGroup | undefined;
  #section: OpenSection | undefined;
  /** The last one of each group, which goes on where its group does. */
  readonly #sections = new Map<string, OpenSection>();
  #above: Rating | undefined;
  readonly #headings = new GroupHeadings();
  constructor(places: Places) {
    this.#places = places;
  }

  /** @param below looks for what is below the row, where its numeral is doubtful */
  addRow(given: RowView, row: RowKind, below: () => Below): void {
    const { columns } = given;
    const isMoved = row.kind === 'task' && row.text !== undefined;
    const view = isMoved ? { ...given, task: row.text, columns: { ...columns, task: columns.group } } : given;
    const kind = this.#headings.read(row, this.groups);
    if (kind.kind === 'header') return;
    this.#keepCovered(view);
    if (kind.kind === 'empty') return;
    if (kind.kind === 'total') {
      this.#places.keep(this.#labelled(view), textsInRow(view).join(' | '));
      return;
    }
    if (kind.kind === 'group') {
      const group = this.#addGroup(kind, view, below);
      if (kind.hasTask) this.#addToGroup(group, { kind: 'task', number: '' }, view);
      else this.#refuseMarks(view);
    } else if (kind.kind === 'unknown') this.#refuse('unknown-row', view);
    else if (!this.#group) this.#refuse('row-outside-group', view);
    else this.#addToGroup(this.#group, kind, view);
    this.#lookBeside(view);
  }

  #addGroup(kind: RowKind & { kind: 'group' }, view: RowView, below: () => Below): OpenGroup {
    const { numeral, title } = kind;
    const key = numeralFor(kind, this.groups, this.#group?.key, below);
    const label = numeral !== undefined && toRoman(numeral) !== key ? toRoman(numeral) : kind.label;
    this.#section = this.#sections.get(key);
    this.#above = undefined;
    const path = ['groups', key];
    const known = this.groups[key];
    // The same group again, as where a table was cut: “II. Nhóm công việc CM, nghiệp vụ (tiếp theo)”.
    const node: GroupNode = known ?? { title: oneLine(title) };
    const goesOn = known !== undefined && this.#group?.node === known;
    this.groups[key] = node;
    const group = { key, node, path };
    this.#group = group;
    const at = { ...view.place, label: key };
    if (label !== undefined) {
      const column = view.number === '' ? view.columns.group : view.columns.number;
      this.#places.report('word-form', 'group-numeral', { ...at, column }, { label, group: key, title });
    }
    if (!known) {
      this.#places.set(path, at);
      this.#places.set([...path, 'title'], { ...at, column: view.columns.group });
    } else if (!goesOn || !foldHeading(title).startsWith(foldHeading(known.title))) {
      this.#places.report('word-form', 'group-twice', at, { group: key, title });
      this.#places.keep(at, title);
    } else if (!/^(?: tiep(?: theo)?)?$/.test(foldHeading(title).slice(foldHeading(known.title).length))) {
      this.#places.keep(at, title);
    }
    return group;
  }

  #addToGroup(group: OpenGroup, row: RowKind & { kind: 'area' | 'position' | 'task' }, view: RowView): void {
    const number = numberWithin(group.key, row);
    if (row.kind === 'area') {
      this.#openSection(group, 'areas', { number, title: row.title }, view);
      this.#refuseMarks(view);
      return;
    }
    if (row.kind === 'position') this.#openBeside(group, { ...row, number }, view);
    else if (row.letter !== undefined) this.#places.keep(this.#labelled(view), row.letter);
    const own = row.kind === 'position' ? '' : number;
    const isDuty = this.#section?.kind === 'positions' && own === '';
    if (!isDuty && this.#section?.kind === 'positions') this.#section = undefined;
    const { node, path } = this.#section ?? group;
    node.tasks ??= [];
    const last = node.tasks.at(-1);
    if (!isDuty && typeof last === 'object' && isOfRowAbove(view)) last.text += `\n${view.task}`;
    else this.#addTask(node.tasks, [...path, 'tasks'], { number: own, hasCode: row.hasCode }, view);
  }

  /** A position or an area beside its tasks, which may be repeated from row to row instead of being merged downwards. */
  #openBeside(group: OpenGroup, heading: RowKind & { kind: 'position' }, view: RowView): void {
    // Duties of a position have no numbers, tasks beside an area do, unless a hint says otherwise.
    const isNumbered = heading.hasCode === undefined && headCode(view.task)?.kind === 'number';
    const isArea = group.key !== 'I' && isNumbered;
    const kind = isArea ? 'areas' : 'positions';
    const { kind: open, node } = this.#section ?? {};
    const isSame = open === kind && foldHeading(node?.title ?? '') === foldHeading(heading.title);
    if (isSame && (heading.number === '' || heading.number === node?.number)) return;
    this.#openSection(group, kind, heading, view);
  }

  #openSection(
    { key, node, path }: OpenGroup,
    kind: OpenSection['kind'],
    { number, title }: Heading,
    view: RowView,
  ): void {
    node[kind] ??= [];
    const list = node[kind];
    const section: SectionNode = { ...(number !== '' && { number }), title: oneLine(title), tasks: [] };
    const own = [...path, kind, list.length];
    list.push(section);
    const shown = number === '' ? String(list.length) : number;
    const at = { ...view.place, label: `${key}, ${shown}` };
    this.#section = { kind, node: section, path: own, number: shown };
    this.#sections.set(key, this.#section);
    this.#places.set(own, at);
    this.#places.set([...own, 'number'], { ...at, column: view.columns.number });
    this.#places.set([...own, 'title'], { ...at, column: view.columns.group });
  }

  #addTask(
    tasks: (TaskNode | string)[],
    list: Path,
    { number, hasCode }: { readonly number: string; readonly hasCode: boolean | undefined },
    view: RowView,
  ): void {
    const path = [...list, tasks.length];
    const { task, rating } = readTask(view, {
      number,
      parent: this.#parentNumber(),
      isDuty: this.#section?.kind === 'positions',
      hasCode,
      canBeUnrated: this.#group?.key !== 'I',
      above: this.#above,
    });
    this.#above = rating;
    tasks.push(Object.keys(task).length === 1 ? task.text : task);
    const shown = task.number || this.#counted(tasks.length);
    const at = { ...view.place, label: `${this.#group?.key}, ${shown}` };
    const textAt = { ...at, column: view.columns.task };
    this.#places.set(path, at, textAt, { ...at, column: view.columns.group });
    const marked = rating.column !== undefined && { column: rating.column };
    const level = [...path, 'complexity'];
    this.#places.set(level, { ...at, ...marked });
    reportRating(rating, at, this.#places, level);
  }

  /** The counted number of the last of `count` tasks. */
  #counted(count: number): string {
    const isDuty = this.#section?.kind === 'positions';
    return `${this.#parentNumber()}${isDuty ? ', ' : '.'}${count}`;
  }

  /** The number of the position or area, else of the group in Arabic. */
  #parentNumber(): string {
    return this.#section?.number ?? String(fromRoman(this.#group?.key ?? '') ?? '');
  }

  /** The place of a row in the current section or group. */
  #labelled({ place }: RowView): TablePlace {
    const key = this.#group?.key;
    if (key === undefined) return place;
    return { ...place, label: this.#section ? `${key}, ${this.#section.number}` : key };
  }

  #refuse(message: MessageIds['word-form'], view: RowView): void {
    const text = textsInRow(view).join(' | ');
    // Rows above all groups have one cause, which is reported at the first.
    const isReported = message === 'row-outside-group' && this.#places.problems.at(-1)?.message === message;
    if (!isReported) this.#places.report('word-form', message, view.place, { text });
    this.#places.keep(view.place, text);
  }

  #refuseMarks(view: RowView): void {
    const place = this.#labelled(view);
    const filled = view.levels.filter(({ text }) => readMark(text).kind !== 'empty');
    for (const { text, column } of filled) {
      const at = { ...place, column };
      if (!areCounts(filled)) this.#places.report('word-form', 'mark-on-heading', at, { mark: text });
      this.#places.keep(at, text);
    }
  }

  /** Cells continued from above may repeat its text. */
  #keepCovered(view: RowView): void {
    const place = this.#labelled(view);
    const { title, number } = this.#section?.node ?? {};
    for (const { text, column } of view.covered) {
      const isRepeated = [title, number].some((each) => foldHeading(each ?? '') === foldHeading(text));
      const hasWords = hasLetters(text, 1) || /\d/.test(text);
      if (!isRepeated || !hasWords) this.#places.keep({ ...place, column }, text);
    }
  }

  /** Marks and texts in columns that the form does not have. */
  #lookBeside(view: RowView): void {
    const place = this.#labelled(view);
    for (const { text, column } of view.others) {
      const at = { ...place, column };
      const isMark = text !== '' && readMark(text).kind === 'mark';
      if (isMark) this.#places.report('word-form', 'mark-outside', at, { mark: text });
      this.#places.keep(at, text);
    }
  }
}
