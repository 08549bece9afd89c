import { fromRoman } from '../../form/roman.ts';
import { foldHeading } from './fold-heading.ts';
import { readMark } from './marks.ts';
import type { RowView } from './row-view.ts';

/** What a row of the table is. */
export type RowKind =
  | { readonly kind: 'blank' }
  /** The header once more, as at the top of a page, or a row that numbers the columns. */
  | { readonly kind: 'header' }
  /** `numeral` is absent where the group is named without one. */
  | { readonly kind: 'group'; readonly numeral?: number; readonly title: string }
  | { readonly kind: 'area'; readonly number: string; readonly title: string }
  | { readonly kind: 'position'; readonly number: string; readonly title: string }
  /** A task, or a further duty of the position above. */
  | { readonly kind: 'task'; readonly number: string }
  | { readonly kind: 'unknown' };

const dotted = /^\d+(?:[.,]\d+)+$/;
const integer = /^\d+$/;
const numeralAhead =
  /^(?:nhóm\s+)?([IVXLⅠ-ⅿ]+)\s*[.):–—-]*\s+(?=\S)|^(?:nhóm\s+)?([IVXLⅠ-ⅿ]+)\s*[.):–—-]+\s*(?=\S)/u;

/** A number without the full stop or bracket behind it. */
const bareNumber = (text: string) => text.normalize('NFKC').replace(/[\s.):]+$/, '');

const numeralOf = (text: string) =>
  fromRoman(
    bareNumber(text)
      .replace(/^nhóm\s+/iu, '')
      .toUpperCase(),
  );

const isNumber = (text: string) => integer.test(text) || dotted.test(text);

/** Tells by its cells what a row is; where it belongs is told by the rows above it. */
export function rowKind(view: RowView): RowKind {
  const { group, task, levels, others } = view;
  const number = bareNumber(view.number);
  const hasMarks = levels.some(({ text }) => readMark(text).kind !== 'empty');
  if (isHeader(view)) return { kind: 'header' };
  if (number === '' && group === '' && task === '') {
    return { kind: hasMarks || others.some(({ text }) => text !== '') ? 'unknown' : 'blank' };
  }
  if (task !== '') {
    const inGroup = bareNumber(group);
    if (group === '' || isNumber(inGroup)) {
      const own = inGroup !== '' ? inGroup : dotted.test(number) || hasMarks ? number : '';
      if (inGroup === '' && integer.test(number) && !hasMarks && !view.groupContinues) {
        return { kind: 'area', number, title: task };
      }
      const numeral = group === '' ? numeralOf(view.number) : undefined;
      if (numeral !== undefined) return { kind: 'group', numeral, title: task };
      return { kind: 'task', number: own };
    }
    return { kind: 'position', number, title: group };
  }
  return headingKind(view, number, hasMarks);
}

function headingKind(
  { number: written, group, isHeading }: RowView,
  number: string,
  hasMarks: boolean,
): RowKind {
  const title = group === '' ? written : group;
  const numeral = group === '' ? undefined : numeralOf(written);
  if (numeral !== undefined) return { kind: 'group', numeral, title };
  const ahead = numeralAhead.exec(title);
  const inTitle =
    ahead && number === (group === '' ? number : '') ? numeralOf(ahead[1] ?? ahead[2] ?? '') : undefined;
  if (ahead && inTitle !== undefined)
    return { kind: 'group', numeral: inTitle, title: title.slice(ahead[0].length) };
  if (group === '' && isNumber(number)) return { kind: 'unknown' };
  if (isNumber(bareNumber(title)))
    return hasMarks || !isHeading ? { kind: 'task', number: bareNumber(title) } : { kind: 'unknown' };
  if (!integer.test(number) && /^nhom (?:cong viec|nhiem vu)/.test(foldHeading(title)))
    return { kind: 'group', title };
  const numbered = /^(\d+)\s*[.)]\s*(?=\D)/.exec(title);
  if (number === '' && numbered?.[1])
    return { kind: 'area', number: numbered[1], title: title.slice(numbered[0].length) };
  return { kind: 'area', number: group === '' ? '' : number, title };
}

function isHeader({ number, group, task, levels }: RowView): boolean {
  const isLevels =
    levels.length === 5 && levels.every(({ text, levels: [level] }) => text.trim() === String(level));
  const isBare = (text: string) => /^\(?(?:\d|[A-Z])?\)?$/i.test(text);
  if (isLevels && [number, group, task].every(isBare)) return true;
  if (/^nhom cong viec/.test(foldHeading(group)) && foldHeading(task) === 'cong viec cu the') return true;
  // A row that numbers the columns.
  return /^\(?\d\)?$/.test(task) && [number, group, ...levels.map(({ text }) => text)].every(isBare);
}
