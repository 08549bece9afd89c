import type { Path } from '../../diagnostics/finding.ts';
import type { TablePlace } from '../../diagnostics/place.ts';
import { groupTitles } from '../../form/groups.ts';
import { fromRoman, toRoman } from '../../form/roman.ts';
import type { MessageIds } from '../../generated/message-ids.ts';
import { foldHeading } from '../../vietnamese/fold-text.ts';
import { readMark } from './marks.ts';
import type { Places } from './places.ts';
import type { Rating } from './rate-row.ts';
import { readTask, type TaskNode } from './read-task.ts';
import type { RowKind } from './row-kind.ts';
import type { RowView } from './row-view.ts';

/** The plain value of a group while a form is read; what YAML gives for the same group. */
export interface GroupNode {
  title: string;
  positions?: SectionNode[];
  areas?: SectionNode[];
  tasks?: (TaskNode | string)[];
}

export interface SectionNode {
  number?: string;
  title: string;
  readonly tasks: (TaskNode | string)[];
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

/** Puts the rows of the form's tables together, in order, to the value that a form file would give. */
export class FormBuilder {
  readonly groups: Record<string, GroupNode> = {};
  readonly #places: Places;
  #group: OpenGroup | undefined;
  #section: OpenSection | undefined;
  #above: Rating | undefined;
  #hasCode: boolean | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  /** @param hasCode whether the text begins with a code, where that is known */
  addRow(view: RowView, kind: RowKind, table: number, hasCode?: boolean): void {
    const place: TablePlace = { kind: 'table', table, row: view.row.number };
    this.#hasCode = hasCode;
    if (kind.kind === 'header') return;
    this.#keepCovered(view, this.#labelled(place));
    if (kind.kind === 'empty') return;
    if (kind.kind === 'total') {
      this.#places.keep(this.#labelled(place), textsOf(view).join(' | '));
      return;
    }
    if (kind.kind === 'group') this.#addGroup(kind, view, place);
    else if (kind.kind === 'unknown') this.#refuse('unknown-row', view, place);
    else if (!this.#group) this.#refuse('row-outside-group', view, place);
    else this.#addToGroup(this.#group, kind, view, place);
    this.#lookBeside(view, this.#labelled(place));
  }

  #addGroup({ numeral, title }: RowKind & { kind: 'group' }, view: RowView, place: TablePlace): void {
    const key = this.#groupKey(numeral, title);
    this.#section = undefined;
    this.#above = undefined;
    const path = ['groups', key];
    const known = this.groups[key];
    // The same group once more, as where a table was cut: “II. Nhóm công việc CM, nghiệp vụ (tiếp theo)”.
    const node: GroupNode = known ?? { title: oneLine(title) };
    const goesOn = known !== undefined && this.#group?.node === known;
    this.groups[key] = node;
    this.#group = { key, node, path };
    const at = { ...place, label: key };
    if (!known) {
      this.#places.set(path, at);
      this.#places.set([...path, 'title'], { ...at, column: view.columns.group });
    } else if (!goesOn || !foldHeading(title).startsWith(foldHeading(known.title))) {
      this.#places.report('word-form', 'group-twice', at, { group: key, title });
      this.#places.keep(at, title);
    } else if (!/^(?: tiep(?: theo)?)?$/.test(foldHeading(title).slice(foldHeading(known.title).length))) {
      this.#places.keep(at, title);
    }
    this.#refuseMarks(view, at);
  }

  /** The numeral that a group carries; else that of the form's own group of this name, else the next one. */
  #groupKey(numeral: number | undefined, title: string): string {
    if (numeral !== undefined) return toRoman(numeral);
    const folded = foldHeading(title);
    const own = groupTitles.findIndex((known) => folded.startsWith(foldHeading(known)));
    if (own >= 0) return toRoman(own + 1);
    const same = Object.entries(this.groups).find(([, { title }]) => foldHeading(title) === folded);
    return same?.[0] ?? toRoman(Object.keys(this.groups).length + 1);
  }

  #addToGroup(
    group: OpenGroup,
    kind: RowKind & { kind: 'area' | 'position' | 'task' },
    view: RowView,
    place: TablePlace,
  ): void {
    if (kind.kind === 'area') {
      this.#openSection(group, 'areas', kind, view, place);
      this.#refuseMarks(view, this.#labelled(place));
      return;
    }
    if (kind.kind === 'position' && !this.#isSamePosition(kind)) {
      this.#openSection(group, 'positions', kind, view, place);
    }
    if (kind.kind === 'task' && kind.letter !== undefined)
      this.#places.keep(this.#labelled(place), kind.letter);
    const section = this.#section;
    if (kind.kind === 'position' || (section?.kind === 'positions' && kind.number === '')) {
      this.#addTask(section?.node.tasks ?? [], [...(section?.path ?? []), 'tasks'], '', view, place);
    } else {
      const areas = section?.kind === 'areas' ? section : undefined;
      if (!areas) this.#section = undefined;
      if (!areas) group.node.tasks ??= [];
      const tasks = areas?.node.tasks ?? group.node.tasks ?? [];
      this.#addTask(tasks, [...(areas ?? group).path, 'tasks'], kind.number, view, place);
    }
  }

  #openSection(
    { key, node, path }: OpenGroup,
    kind: OpenSection['kind'],
    { number, title }: { readonly number: string; readonly title: string },
    view: RowView,
    place: TablePlace,
  ): void {
    node[kind] ??= [];
    const list = node[kind];
    const section: SectionNode = { ...(number !== '' && { number }), title: oneLine(title), tasks: [] };
    const own = [...path, kind, list.length];
    list.push(section);
    const shown = number === '' ? String(list.length) : number;
    const at = { ...place, label: `${key}, ${shown}` };
    this.#section = { kind, node: section, path: own, number: shown };
    this.#places.set(own, at);
    this.#places.set([...own, 'number'], { ...at, column: view.columns.number });
    this.#places.set([...own, 'title'], { ...at, column: view.columns.group });
  }

  /** A position may be repeated from row to row instead of being merged downwards. */
  #isSamePosition({ number, title }: RowKind & { kind: 'position' }): boolean {
    const open = this.#section;
    return (
      open?.kind === 'positions' &&
      foldHeading(open.node.title) === foldHeading(title) &&
      (number === '' || number === open.node.number)
    );
  }

  #addTask(tasks: (TaskNode | string)[], list: Path, number: string, view: RowView, place: TablePlace): void {
    const path = [...list, tasks.length];
    const { task, rating } = readTask(view, {
      number,
      parent: this.#parentNumber(),
      isDuty: this.#section?.kind === 'positions',
      hasCode: this.#hasCode,
      canBeUnrated: this.#group?.key !== 'I',
      above: this.#above,
    });
    this.#above = rating;
    const hasTextOnly = Object.keys(task).length === 1;
    tasks.push(hasTextOnly ? task.text : task);

    const shown = task.number || this.#counted(tasks.length);
    const at = { ...place, label: `${this.#group?.key}, ${shown}` };
    const textAt = { ...at, column: view.columns.task };
    this.#places.set(path, at, textAt, { ...at, column: view.columns.group });
    this.#places.set([...path, 'complexity'], {
      ...at,
      ...(rating.column !== undefined && { column: rating.column }),
    });
    for (const { text, column } of rating.merged) {
      this.#places.report('word-form', 'mark-in-merged-cell', { ...at, column }, { mark: text });
    }
    for (const { text, column } of rating.others) this.#places.keep({ ...at, column }, text);
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

  #labelled(place: TablePlace): TablePlace {
    const key = this.#group?.key;
    if (key === undefined) return place;
    return { ...place, label: this.#section ? `${key}, ${this.#section.number}` : key };
  }

  #refuse(message: MessageIds['word-form'], view: RowView, place: TablePlace): void {
    const text = textsOf(view).join(' | ');
    this.#places.report('word-form', message, place, { text });
    this.#places.keep(place, text);
  }

  #refuseMarks({ levels }: RowView, place: TablePlace): void {
    for (const { text, column } of levels) {
      if (readMark(text).kind === 'empty') continue;
      this.#places.report('word-form', 'mark-on-heading', { ...place, column }, { mark: text });
      this.#places.keep({ ...place, column }, text);
    }
  }

  /** Cells that go on from above may repeat what is there. */
  #keepCovered({ covered }: RowView, place: TablePlace): void {
    const { title, number } = this.#section?.node ?? {};
    for (const { text, column } of covered) {
      const isRepeated = [title, number].some((each) => foldHeading(each ?? '') === foldHeading(text));
      if (!isRepeated || !/\p{L}|\d/u.test(text)) this.#places.keep({ ...place, column }, text);
    }
  }

  /** Marks and texts in columns that the form does not have. */
  #lookBeside({ others }: RowView, place: TablePlace): void {
    for (const { text, column } of others) {
      if (text === '') continue;
      if (readMark(text).kind === 'mark') {
        this.#places.report('word-form', 'mark-outside', { ...place, column }, { mark: text });
      }
      this.#places.keep({ ...place, column }, text);
    }
  }
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function textsOf({ number, group, task, levels, others }: RowView): string[] {
  const texts = [number, group, task, ...levels.map(({ text }) => text), ...others.map(({ text }) => text)];
  return texts.filter((text) => text !== '').map(oneLine);
}
