import type { Sheet } from '../../../sheet/sheet.ts';
import {
  elementsIn,
  paragraphsIn,
  paragraphText,
  removed,
  type XmlEdit,
  type XmlElement,
} from '../../package/xml-tree.ts';
import type { Stretch } from '../compile/edit-texts.ts';
import { paragraphLike, replaceTexts, type TextOver } from './edit-word-xml.ts';
import { cellsIn } from './rows-to-prototypes.ts';

const dateLine = /ngày\s*\S*\s*tháng\s*\S*\s*năm\s*(?:\d+|[.…]*)/iu;
const hint = /^\(?\s*(?:ký|ghi rõ họ|đã ký|chữ ký)/iu;
const parentLabel = /^\s*đơn\s+vị\s+cấp\s+trên[^:;]*[:;]?/iu;

/**
 * Writes placeholders over the texts of a form outside its rows: units, place and date, who signs, notes.
 *
 * @param without elements in which nothing is replaced
 */
export function placeTexts(
  root: XmlElement,
  source: string,
  sheet: Sheet,
  without: ReadonlySet<XmlElement>,
): XmlEdit[] {
  const edits: XmlEdit[] = [];
  const paragraphs = elementsIn(root, (one) => without.has(one)).filter(({ local }) => local === 'p');
  const stretches = new Map<XmlElement, TextOver[]>();
  const free = () => paragraphs.filter((paragraph) => !stretches.has(paragraph));
  const over = (paragraph: XmlElement, start: number, end: number, text: string) => {
    stretches.set(paragraph, [...(stretches.get(paragraph) ?? []), { start, end, text }]);
  };
  /** The existing text stays for forms without a value. */
  const beside = (paragraph: XmlElement, name: string, text: string) => {
    const xml = paragraphLike(paragraph, source, `{#${name}}${text}`);
    edits.push({ start: paragraph.start, end: paragraph.start, xml });
    over(paragraph, 0, 0, `{^${name}}`);
  };
  /** The last paragraph with a text in it, one that is nothing else before all others. */
  const holding = (text: string) => {
    const all = free().flatMap((paragraph) => {
      const span = spanIn(text, paragraph);
      return span ? { paragraph, ...span } : [];
    });
    return all.findLast(({ isAll }) => isAll) ?? all.at(-1);
  };
  const place = (text: string | undefined, name: string): boolean => {
    const found = text ? holding(text) : undefined;
    if (found) over(found.paragraph, found.start, found.end, `{${name}}`);
    return found !== undefined;
  };

  // A unit may be named several times, and with the unit above it in one line: the longer name is looked for first.
  const units = [
    { name: 'unit', text: sheet.unit ?? '' },
    { name: 'parentUnit', text: sheet.parentUnit ?? '' },
  ];
  for (const { name, text } of units.sort((a, b) => b.text.length - a.text.length)) {
    for (const paragraph of text === '' ? [] : paragraphs) {
      const span = spanIn(text, paragraph);
      const isFree = (span: Stretch) =>
        !stretches.get(paragraph)?.some(({ start, end }) => start < span.end && span.start < end);
      if (span && isFree(span)) over(paragraph, span.start, span.end, `{${name}}`);
    }
  }
  if (sheet.parentUnit === undefined) {
    const open = free().find((paragraph) => parentLabel.test(textOf(paragraph)));
    const [label] = (open && parentLabel.exec(textOf(open))) ?? [];
    if (open && label) beside(open, 'parentUnit', `${label.trimEnd()} {parentUnit}`);
  }
  if (sheet.rows.length === 0) return [...edits, ...written(stretches)];

  const dated = free().findLast((paragraph) => dateLine.test(textOf(paragraph)));
  if (dated && sheet.dateLine !== undefined) {
    const text = textOf(dated);
    const found = dateLine.exec(text);
    const [written = ''] = found ?? [];
    const place = sheet.dateLine.replace(/,?\s*ngày[^,]*$/u, '');
    const day = found?.index ?? 0;
    const at = place === '' ? day : (spanIn(place, dated)?.start ?? day);
    over(dated, Math.min(at, day), day + written.length, '{dateLine}');
  } else if (dated) beside(dated, 'dateLine', '{dateLine}');

  for (const [key, isLeft] of [
    ['preparedBy', true],
    ['approvedBy', false],
  ] as const) {
    const { title: whole, name } = sheet[key];
    // Its lines may be paragraphs: the placeholder of all of them is at the first one.
    const lines = whole && !holding(whole) ? whole.split('\n') : [];
    const title = lines[0] ?? whole;
    for (const line of lines.slice(1)) {
      const found = holding(line);
      if (found) over(found.paragraph, 0, 0, `{^${key}.title}`);
    }
    const titled = title ? holding(title) : undefined;
    if (titled?.isAll) beside(titled.paragraph, `${key}.title`, `{${key}.title}`);
    else place(title, `${key}.title`);
    if (!place(name, `${key}.name`)) {
      const below = name === undefined ? spaceBelowHint(root, without, isLeft) : undefined;
      if (below) {
        const { start, end } = below.paragraph;
        const xml = paragraphLike(below.paragraph, source, `{${key}.name}`);
        edits.push({ start: below.isEmpty ? start : end, end, xml });
      }
    }
  }
  const [first, ...others] = sheet.notes ?? [];
  if (place(first, 'note')) {
    for (const note of others) {
      const found = holding(note);
      if (!found) continue;
      stretches.set(found.paragraph, []);
      edits.push(removed(found.paragraph));
    }
  }
  return [...edits, ...written(stretches)];
}

const textOf = (paragraph: XmlElement) => paragraphText(paragraph).normalize('NFC');

/** The line breaks of a paragraph, each with the length of the text before it in NFC. */
function breaksIn(paragraph: XmlElement) {
  let at = 0;
  return elementsIn(paragraph, ({ local }) => local === 'txbxContent').flatMap((element) => {
    if (element.local === 't') at += element.text.normalize('NFC').length;
    return /^(?:br|cr)$/.test(element.local) ? [{ element, at }] : [];
  });
}

/**
 * Where a text is in a paragraph in NFC, as words of its own, and whether it is all of it. Line breaks are not in the
 * paragraph's text, but end words; Word may show small letters as capitals.
 */
function spanIn(text: string, paragraph: XmlElement): (Stretch & { readonly isAll: boolean }) | undefined {
  const words = text.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const all = textOf(paragraph);
  const breaks = new Set(breaksIn(paragraph).map(({ at }) => at));
  const isEnd = (at: number) => breaks.has(at) || !/^[\p{L}\d]{2}$/u.test(all.slice(at - 1, at + 1));
  const found = [...all.matchAll(new RegExp(words.join('\\s*'), 'giu'))].find(
    ({ index, 0: { length } }) => isEnd(index) && isEnd(index + length),
  );
  if (!found) return undefined;
  const [{ length }] = found;
  return { start: found.index, end: found.index + length, isAll: length === all.trim().length };
}

function written(stretches: ReadonlyMap<XmlElement, readonly TextOver[]>): XmlEdit[] {
  return [...stretches].flatMap(([paragraph, all]) => {
    const breaks = breaksIn(paragraph)
      .filter(({ at }) => all.some(({ start, end }) => start < at && at < end))
      .map(({ element }) => removed(element));
    const raw = paragraphText(paragraph);
    const normal = raw.normalize('NFC');
    if (raw === normal) return [...breaks, ...replaceTexts(paragraph, all)];
    // Offsets are those of NFC.
    const text = [...all]
      .sort((a, b) => b.start - a.start)
      .reduce((done, { start, end, text: own }) => done.slice(0, start) + own + done.slice(end), normal);
    return [...breaks, ...replaceTexts(paragraph, [{ start: 0, end: raw.length, text }])];
  });
}

/** The place of a name: the last empty cell below the hint to sign on a side, else after the hint in its cell. */
function spaceBelowHint(root: XmlElement, without: ReadonlySet<XmlElement>, isLeft: boolean) {
  for (const table of tablesIn(root, without)) {
    const rows = table.children.filter(({ local }) => local === 'tr').map(cellsIn);
    const at = rows.findIndex(
      (cells) => cells.length > 1 && cells.some((cell) => paragraphsIn(cell).some(isHint)),
    );
    const cells = rows[at];
    if (!cells) continue;
    const index = isLeft ? 0 : cells.length - 1;
    const own = cells[index];
    const below = rows
      .slice(at + 1)
      .findLast((each) => each.length === cells.length && each[index] && isEmptyCell(each[index]))?.[index];
    const [empty] = below ? paragraphsIn(below) : [];
    if (empty) return { paragraph: empty, isEmpty: true };
    const inCell = own ? paragraphsIn(own) : [];
    const last = inCell.at(-1);
    if (!last || !inCell.some(isHint)) continue;
    return { paragraph: last, isEmpty: paragraphText(last).trim() === '' };
  }
  return undefined;
}

const isHint = (paragraph: XmlElement) => hint.test(paragraphText(paragraph).normalize('NFC').trim());
const isEmptyCell = (cell: XmlElement) =>
  paragraphsIn(cell).every((paragraph) => paragraphText(paragraph).trim() === '');

/** Tables with the innermost ones first. */
function tablesIn(element: XmlElement, without: ReadonlySet<XmlElement>): XmlElement[] {
  if (without.has(element)) return [];
  const inner = element.children.flatMap((child) => tablesIn(child, without));
  return element.local === 'tbl' ? [...inner, element] : inner;
}
