import { groupTitles } from '../../form/own-wording.ts';
import { typedRoman } from '../../form/roman.ts';
import { foldHeading } from '../../vietnamese/fold-text.ts';
import { isDotted } from './lines.ts';
import { readMark } from './marks.ts';
import type { RowView } from './row-view.ts';

/** The kind of a row of the table. */
export type RowKind =
  | { readonly kind: 'empty' }
  /** The header again, as at the top of a page, or a row that numbers the columns. */
  | { readonly kind: 'header' }
  /** A row of sums, which a form has no place for. */
  | { readonly kind: 'total' }
  /** `numeral` is absent where the group is named without one; `label` is what is wrong about it: “1”, “A”, “IIII”. */
  | {
      readonly kind: 'group';
      readonly numeral?: number;
      readonly title: string;
      readonly label?: string;
      /** Its first task is in the same row. */
      readonly hasTask?: true;
    }
  | { readonly kind: 'area'; readonly number: string; readonly title: string }
  /** `hasCode`: whether the text begins with a code, where that is known. */
  | { readonly kind: 'position'; readonly number: string; readonly title: string; readonly hasCode?: boolean }
  /**
   * A task, or another duty of the position above; `letter` is what is in its column instead of a number, `text` is its
   * text where that is not in the column of the texts.
   */
  | {
      readonly kind: 'task';
      readonly number: string;
      readonly letter?: string;
      readonly text?: string;
      readonly hasCode?: boolean;
    }
  | { readonly kind: 'unknown' };

const dotted = /^\d+(?:\.\d+)+$/;
const integer = /^\d+$/;
const groupWord = '[Nn][Hh](?:[Óó]|[Oo]\u0301)[Mm](?:\\s+[Cc]ông\\s+[Vv]iệc|\\s+CÔNG\\s+VIỆC)?\\s+';
const sign = '\\s*[.):–—-]';
/** Digits and look-alike letters are I and X among others. */
const numeral = '[1|l]*[IVXLⅠ-ⅿ\u0399\u03a7\u0406\u0425\u04c0][IVXL1|lⅠ-ⅿ\u0399\u03a7\u0406\u0425\u04c0]*';
const numeralAhead = new RegExp(
  `^(?:${groupWord})?(${numeral})(?:${sign}*\\s+(?=[^\\s\\d])|${sign}+\\s*(?=[^\\s\\d]))|^${groupWord}(${numeral})${sign}*$`,
  'u',
);
const labelAhead = /^(\d{1,2}|[a-zđ])\s*[.):–—-]\s*(?=nh)/iu;
const wordAhead = new RegExp(`^${groupWord}`, 'u');
const groupAhead = new RegExp(`^${groupWord}(\\d{1,2}|[A-Za-z])(?:${sign}+\\s*|$)`, 'u');
const bullet = /^[-–—−+*•·▪●○◦➢►✦]$/u;
const letter = /^(?:\(?[a-zA-ZđĐ]\s*[.):]|[a-hđ])$/u;
const total =
  /^(?:tong(?: cong| so)?|cong|ty le)(?: (?:so|cac|toan|bo|cong viec|nhiem vu|viec|nhom|bieu|phan tram|theo muc|muc|va|[a-e]|[ivxl]+|\d+))*$/;

/** A number as it is counted, however it was typed: “1. 2”, “1-2”, “1..2”, “1/2”, “(1.2)”, “1.2.” are 1.2. */
function bareNumber(text: string): string {
  // Most are written like that, and the rest takes nine times as long.
  if (/^(?:\d+(?:\.\d+)*)?$/.test(text)) return text;
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\s(]+|[\s.):]+$/g, '');
  return /^\d+(?:\s*[.,\-–—;:/_·•]+\s*\d+)+$/.test(bare) ? bare.replace(/\D+/g, '.') : bare;
}

/** The number in a cell of numbers, which may name what it counts and have letters for digits: “Mục 1.2”, “l.1O”. */
function numberInCell(text: string): string {
  const bare = bareNumber(text.replace(/^\s*(?:điều|khoản|mục|mảng|số|việc)\s+(?=\d)/iu, ''));
  if (!/^[\dlo]+(?:\.[\dlo]+)+$/i.test(bare) || !/\d/.test(bare)) return bare;
  return bare.replace(/l/g, '1').replace(/o/gi, '0');
}

/** A numeral as written in its own cell or before a title. A small l is an I: no form has 50 groups. */
function numeralOf(text: string): Pick<RowKind & { kind: 'group' }, 'numeral' | 'label'> | undefined {
  const label = bareNumber(text).replace(wordAhead, '');
  if (!/[ivxl\u0370-\u04ff]/i.test(label)) return undefined;
  const numeral = typedRoman(label);
  if (numeral === undefined) return /^[IVXL]{2,}$/.test(label) ? { label } : undefined;
  return { numeral, ...(/[^ivxl]/i.test(label) && { label }) };
}

/** Which of the form's own groups a title names, from 1. */
export function ownGroup(title: string): number | undefined {
  if (!/^nh/i.test(title)) return undefined;
  const folded = foldHeading(title).replace('chuyen mon', 'cm');
  const index = groupTitles.findIndex((own) => folded.startsWith(foldHeading(own)));
  return index < 0 ? undefined : index + 1;
}

/**
 * A heading that names the group with this position in a form whose groups have no Roman numerals: “1. Lãnh đạo, quản lý”,
 * “Nhóm 1: …”. Elsewhere such a heading is an area's.
 */
export function looseGroup(
  { number, title }: RowKind & { kind: 'area' },
  position: number,
): (RowKind & { kind: 'group' }) | undefined {
  const [ahead = '', label = ''] = groupAhead.exec(title) ?? [];
  const own = foldHeading(groupTitles[position - 1] ?? '').replace('nhom cong viec ', '');
  const isShort =
    own !== '' &&
    foldHeading(title)
      .replace('chuyen mon', 'cm')
      .replace(/^cong viec /, '') === own;
  const isLabelled =
    label !== '' && [String(position), 'abcdefghi'.charAt(position - 1)].includes(label.toLowerCase());
  if (!isShort && !isLabelled) return undefined;
  const shown = isLabelled ? label : number;
  return { kind: 'group', title: title.slice(ahead.length) || title, ...(shown !== '' && { label: shown }) };
}

/** Numbers, and what is one but for the group's numeral before it, a letter after it, or another one. */
const isNumber = (text: string) =>
  /^(?:(?:[IVXL]+\.)?\d+(?:\.\d+)*[a-zđ]?|\d+(?:\.\d+)+(?:\s+\d+(?:\.\d+)+)+)$/.test(text);

/** Determines the kind of a row by its cells; the rows above determine its place. */
export function rowKind(view: RowView): RowKind {
  const { group, task, levels, others } = view;
  const number = numberInCell(view.number);
  const hasMarks = levels.some(({ text }) => readMark(text).kind !== 'empty');
  if (isHeader(view)) return { kind: 'header' };
  if (number === '' && group === '' && task === '') {
    return { kind: hasMarks || others.some(({ text }) => text !== '') ? 'unknown' : 'empty' };
  }
  if (isTotal(view)) return { kind: 'total' };
  if (task !== '') {
    if (isUnnumbered(view)) return { kind: 'task', number: '' };
    if (number === '' && letter.test(group)) return { kind: 'task', number: '', letter: group };
    const inGroup = numberInCell(group);
    // A position may be titled with a number, too.
    const isPosition = integer.test(number) && integer.test(inGroup);
    if (group === '' || (isNumber(inGroup) && !isPosition)) {
      const own = inGroup !== '' ? inGroup : dotted.test(number) || hasMarks ? number : '';
      if (inGroup === '' && integer.test(number) && !hasMarks && !view.groupContinues) {
        return { kind: 'area', number, title: task };
      }
      const numeral = group === '' ? numeralOf(view.number) : undefined;
      if (numeral) return { kind: 'group', ...numeral, title: task };
      if (own !== '' && !isNumber(own)) {
        return { kind: 'task', number: '', ...(!bullet.test(own) && { letter: view.number }) };
      }
      return { kind: 'task', number: own };
    }
    const heading = /^\W*(?:[ivxl\d]+\W+)?nh/i.test(group) ? headingKind(view, number, hasMarks) : undefined;
    if (heading?.kind === 'group') return { ...heading, hasTask: true };
    if (number === '') return { kind: 'position', ...numberAhead(group) };
    return { kind: 'position', number: bullet.test(number) ? '' : number, title: group };
  }
  return headingKind(view, number, hasMarks);
}

/** A bullet is where the number belongs; or dashes or dots are there and in the column before it. */
function isUnnumbered({ number, group }: RowView): boolean {
  if (bullet.test(group)) return isDotted(number) || bullet.test(number);
  return number !== '' && group !== '' && isDotted(number) && isDotted(group);
}

function isTotal({ number, group, task, groupContinues }: RowView): boolean {
  if (groupContinues) return false;
  if (number !== '' && (group !== '' || task !== '')) return false;
  const first = group || task || number;
  // Without tones, “Công việc” begins like “Cộng”.
  return /^\W*(?:t|c(?!ông))/iu.test(first.normalize('NFC')) && total.test(foldHeading(first));
}

/** A number that has no cell is before the title: “1. Trưởng ban”, “1 - Thanh tra”. */
function numberAhead(title: string): { readonly number: string; readonly title: string } {
  const [ahead = '', number = ''] =
    /^((?:[IVXL]+\.)?\d{1,2})(?:\s*[.):]\s*|\s+[-–—]\s+)(?=\p{L})/u.exec(title) ?? [];
  return { number, title: title.slice(ahead.length) };
}

function headingKind(
  { number: written, group, isHeading, isMerged, levels }: RowView,
  number: string,
  hasMarks: boolean,
): RowKind {
  const title = group === '' ? written : group;
  const inCell = group === '' ? undefined : numeralOf(written);
  if (inCell) return { kind: 'group', ...inCell, title };
  const [ahead = '', first, alone = ''] =
    (group === '' || number === '' ? numeralAhead.exec(title) : null) ?? [];
  const inTitle = numeralOf(first ?? alone);
  if (inTitle) return { kind: 'group', ...inTitle, title: title.slice(ahead.length) || title };
  const [labelled = '', label = group === '' ? '' : written] = labelAhead.exec(title) ?? [];
  const bare = title.slice(labelled.length);
  const isOwn = ownGroup(bare) !== undefined;
  if (isOwn || (!integer.test(number) && /^nhom (?:cong viec|nhiem vu)/.test(foldHeading(title))))
    return {
      kind: 'group',
      title: isOwn ? bare : title,
      ...(!isDotted(label) && !bullet.test(label) && { label }),
    };
  if (group === '' && isNumber(number)) return { kind: 'unknown' };
  // A level makes it a task, and so do cells for levels that are not merged.
  if (group !== '' && dotted.test(number) && (hasMarks || !isMerged))
    return { kind: 'task', number, text: group };
  if (isMarked(levels) && group !== '' && number === '' && !isNumber(bareNumber(title)))
    return { kind: 'task', number: '', text: title };
  // An area may be titled with a number: “1 | 2”.
  if (isHeading && !hasMarks && group !== '' && integer.test(number)) return { kind: 'area', number, title };
  if (isNumber(bareNumber(title)))
    return hasMarks || !isHeading ? { kind: 'task', number: bareNumber(title) } : { kind: 'unknown' };
  if (number === '' || group === '') return { kind: 'area', ...numberAhead(title) };
  return { kind: 'area', number: bullet.test(number) ? '' : number, title };
}

/** Whether one level, and only one, is marked: in a heading there may be counts of what is below. */
function isMarked(levels: RowView['levels']): boolean {
  const [only, other] = levels.filter(({ text }) => readMark(text).kind !== 'empty');
  if (!only || other || only.levels.length > 1) return false;
  const mark = readMark(only.text);
  return mark.kind === 'mark' || (mark.kind === 'digit' && mark.digit === only.levels[0]);
}

function isHeader({ number, group, task, levels }: RowView): boolean {
  const isLevels =
    levels.length === 5 && levels.every(({ text, levels: [level] }) => text.trim() === String(level));
  const isBare = (text: string) => /^\(?(?:\d|[A-Z])?\)?$/i.test(text);
  if (isLevels && [number, group, task].every(isBare)) return true;
  const isHeaded = /^\W*nh/i.test(group) && /^nhom cong viec/.test(foldHeading(group));
  if (isHeaded && !integer.test(number) && foldHeading(task) === 'cong viec cu the') return true;
  // A row that numbers the columns.
  const figures = [group, task, ...levels.map(({ text }) => text)];
  return /^\(?\d\)?$/.test(task) && isBare(number) && figures.every((text) => text !== '' && isBare(text));
}
