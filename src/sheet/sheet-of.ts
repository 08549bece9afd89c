import type { Path } from '../diagnostics/finding.ts';
import { type CalendarDate, parseDate } from '../form/calendar-date.ts';
import {
  type Form,
  type Group,
  levelOf,
  type Section,
  type Signatory,
  type Task,
  type Text,
} from '../form/form.ts';
import { countNumbers, type Numbered } from '../form/numbers.ts';
import { groupsInOrder, ownTitleOf } from '../form/own-wording.ts';
import { fromRoman } from '../form/roman.ts';
import type { Level, Paragraphs, Sheet, SheetRow, SignatureBlock } from './sheet.ts';

/**
 * What is printed of a form, in order: groups by numeral, numbers counted if the file leaves them
 * out, codes before their texts, every text in NFC.
 *
 * @param options.draft prints a form with errors: what is in doubt stays empty
 */
export function sheetOf(form: Form, { draft = false }: { readonly draft?: boolean } = {}): Sheet {
  const { parentUnit, unit, notes } = form;
  const dateLine = dateLineOf(form);
  return {
    ...(parentUnit && { parentUnit: lineOf(parentUnit) }),
    ...(unit && { unit: lineOf(unit) }),
    rows: rowsOf(form),
    preparedBy: signatureOf(form.preparedBy),
    approvedBy: signatureOf(form.approvedBy),
    ...(dateLine && { dateLine }),
    ...(notes && { notes: notes.map(lineOf) }),
    draft,
  };
}

function rowsOf(form: Form): SheetRow[] {
  const numbers = countNumbers(form);
  const rows: SheetRow[] = [];
  for (const group of groupsInOrder(form)) {
    const isLeadership = group.ordinal === 1;
    rows.push({ kind: 'group', number: numeralOf(group), title: titleOf(group) });
    for (const position of group.positions) rows.push(...dutyRows(position, numbers));
    for (const area of group.areas) {
      rows.push({ kind: 'area', number: numberOf(area, numbers), title: lineOf(area.title) });
      rows.push(...area.tasks.map((task) => taskRow(task, numbers, isLeadership)));
    }
    rows.push(...group.tasks.map((task) => taskRow(task, numbers, isLeadership)));
  }
  return rows;
}

/** Empty if the key is not a numeral, which only a draft may have. */
const numeralOf = ({ key }: Group) => (fromRoman(key) === undefined ? '' : key);

const titleOf = (group: Group) => (group.title ? lineOf(group.title) : ownTitleOf(group));

/** A position without duties, which only a draft has, keeps one row. */
function dutyRows(position: Section, numbers: ReadonlyMap<Numbered, string>): SheetRow[] {
  const number = numberOf(position, numbers);
  const title = lineOf(position.title);
  if (position.tasks.length === 0) {
    return [{ kind: 'duty', first: true, number, title, text: [''], level: undefined }];
  }
  return position.tasks.map((task, index) => ({
    kind: 'duty',
    first: index === 0,
    number,
    title,
    text: textOf(task),
    level: certainLevel(task),
  }));
}

/** Group I has no levels: its tasks without one are printed like unrated tasks. */
function taskRow(task: Task, numbers: ReadonlyMap<Numbered, string>, isLeadership: boolean): SheetRow {
  const number = numberOf(task, numbers);
  const text = textOf(task);
  const level = certainLevel(task);
  const isUnrated = !task.complexity && (task.unrated !== undefined || (isLeadership && !task.isFaulty));
  return isUnrated ? { kind: 'unrated', number, text } : { kind: 'task', number, text, level };
}

/** A task that is both graded and marked as unrated is in doubt. */
const certainLevel = (task: Task): Level | undefined => (task.unrated ? undefined : levelOf(task));

/** Empty if the written number is not the counted one, which only a draft may have. */
function numberOf(item: Numbered, numbers: ReadonlyMap<Numbered, string>): string {
  const counted = numbers.get(item) ?? '';
  const written = item.number?.value;
  return written === undefined || written === counted ? counted : '';
}

function textOf({ text, code }: Task): Paragraphs {
  const [first = '', ...rest] = paragraphsOf(text);
  const mark = code?.value.trim();
  return [mark ? `${mark}. ${first}` : first, ...rest];
}

/** A text of one line: line breaks become spaces. */
const lineOf = (text: Text | undefined): string => paragraphsOf(text).join(' ');

/** Words joined by no-break spaces, as copied from web pages: lines would break anywhere within them. */
const longWord = /[^\s\u00a0]+(?:\u00a0+[^\s\u00a0]+){4,}/gu;

/** The lines of a text that are not empty. */
const paragraphsOf = (text: Text | undefined): string[] =>
  (text?.value ?? '')
    .normalize('NFC')
    .replace(longWord, (word) => word.replaceAll('\u00a0', ' '))
    .split(/[\r\n]/)
    .flatMap((line) => line.trim() || []);

function signatureOf(signatory: Signatory | undefined): SignatureBlock {
  const { title, name } = signatory ?? {};
  return { ...(title && { title: paragraphsOf(title).join('\n') }), ...(name && { name: lineOf(name) }) };
}

/** “Huyện A, ngày 24 tháng 11 năm 2026”; dots if there is a place but no date. */
function dateLineOf({ place, date }: Form): string {
  const day = typeof date?.value === 'string' ? parseDate(date.value) : undefined;
  const words = day ? wordDate(day) : 'ngày ... tháng ... năm ...';
  if (place) return `${lineOf(place)}, ${words}`;
  return day ? words : '';
}

/** Days under 10 and months 1 and 2 with a leading zero (Decree 30/2020/NĐ-CP, Annex I). */
function wordDate({ year, month, day }: CalendarDate): string {
  const dayText = String(day).padStart(2, '0');
  const monthText = month < 3 ? `0${month}` : String(month);
  return `ngày ${dayText} tháng ${monthText} năm ${year}`;
}

/** The source path of each row of the sheet, in the order of `sheetOf`'s rows. */
export function rowPaths(form: Form): Path[] {
  return groupsInOrder(form).flatMap(({ path, positions, areas, tasks }) => [
    path,
    ...positions.flatMap((position) => (position.tasks.length === 0 ? [position.path] : taskPaths(position))),
    ...areas.flatMap((area) => [area.path, ...taskPaths(area)]),
    ...tasks.map((task) => task.path),
  ]);
}

const taskPaths = ({ tasks }: Pick<Section, 'tasks'>) => tasks.map(({ path }) => path);
