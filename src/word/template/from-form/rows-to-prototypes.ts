import { attributeIn, propertyOf, type XmlElement, xmlOf } from '../../package/xml-tree.ts';
import type { FormRow } from '../../read/form-rows.ts';
import { readMark } from '../../read/marks.ts';
import { isRowTag, type RowTag, rowKinds } from '../placeholders.ts';
import { type CellMerge, cellWith, mergeOf } from './edit-word-xml.ts';

/** A row of a filled-in form, with what it prints. */
export interface FilledRow {
  readonly row: FormRow;
  readonly element: XmlElement;
  readonly tag: RowTag;
  /** As read; what is not written is empty. */
  readonly number: string;
  readonly title: string;
}

/** Rows that serve where a form has none of a kind, the best first. */
const substitutes: Readonly<Record<RowTag, readonly RowTag[]>> = {
  group: ['area'],
  position: ['position-rated', 'unrated', 'task'],
  'position-next': ['position-next-rated', 'position', 'position-rated', 'unrated', 'task'],
  'position-rated': [],
  'position-next-rated': [],
  area: ['group'],
  task: ['position-rated', 'position-next-rated'],
  unrated: ['task', 'position'],
};

/** Makes the prototype rows of a template from the rows of a form, as concatenated XML. */
export function prototypesFrom(rows: readonly FilledRow[], source: string): string {
  const mark = markIn(rows);
  const isMerged = rows.some(
    ({ element, row, tag }) => tag.startsWith('position-next') && merges(element, row).includes('continue'),
  );
  return Object.keys(rowKinds)
    .filter(isRowTag)
    .flatMap((tag) => {
      const own = mostUsual(rows, tag);
      const chosen = own ?? substitutes[tag].map((each) => mostUsual(rows, each)).find((each) => each);
      return chosen ? [prototypeOf({ ...chosen, tag }, chosen.tag, { source, mark, isMerged })] : [];
    })
    .join('');
}

/** The first row of the shape that most rows of its kind have. One that begins merged cells is preferred. */
function mostUsual(rows: readonly FilledRow[], tag: RowTag): FilledRow | undefined {
  const ofKind = rows.filter((one) => one.tag === tag);
  const opening = ofKind.filter(({ element, row }) => merges(element, row).includes('restart'));
  const candidates = opening.length > 0 ? opening : ofKind;
  const shapes = new Map<string, number>();
  const shapeOf = ({ element }: FilledRow) =>
    cellsIn(element)
      .map((cell) => `${spanOf(cell)} ${mergeOf(cell)}`)
      .join('|');
  for (const one of candidates) shapes.set(shapeOf(one), (shapes.get(shapeOf(one)) ?? 0) + 1);
  const most = Math.max(...shapes.values());
  return candidates.find((one) => shapes.get(shapeOf(one)) === most);
}

interface PrototypeOptions {
  readonly source: string;
  /** The mark of levels; empty where they are printed as numbers. */
  readonly mark: string;
  /** Positions are merged over their duties. */
  readonly isMerged: boolean;
}

function prototypeOf(
  { row, element, tag, number, title }: FilledRow,
  from: RowTag,
  { source, mark, isMerged }: PrototypeOptions,
): string {
  const cells = cellsIn(element);
  const texts = cells.map(() => '');
  const { numberCell, groupCell, taskCell, levelCells } = row;
  const put = (cell: number, text: string) => {
    if (cell >= 0) texts[cell] += text;
  };
  const written = (cell: number) => row.cells[cell] ?? '';
  const isOfPosition = tag.startsWith('position');
  const isNext = tag.startsWith('position-next');
  const kind = isOfPosition ? 'position' : tag === 'unrated' ? 'task' : tag;
  const numbered = `{${kind}.number}`;
  if (kind === 'group' || kind === 'area') {
    const titleCell = groupCell >= 0 && groupCell !== numberCell ? groupCell : Math.max(taskCell, numberCell);
    const own = written(titleCell);
    const ahead = title !== '' && own.endsWith(title) ? own.slice(0, -title.length) : '';
    const numeral = /[\p{L}\d]+(?=[\s.):–—-]*$)/u.exec(ahead)?.[0];
    if (numberCell !== titleCell && written(numberCell) !== '') {
      put(numberCell, withNumber(written(numberCell), number, numbered));
    }
    put(titleCell, `${numeral ? ahead.replace(numeral, numbered) : ''}{${kind}.title}`);
  } else {
    const wasOfPosition = from.startsWith('position');
    if (isOfPosition && !isNext) {
      const own = written(numberCell);
      if (!wasOfPosition) put(numberCell, numbered);
      else if (own !== '') put(numberCell, withNumber(own, number, numbered));
      put(groupCell, '{position.title}');
    }
    if (!isOfPosition) {
      const cell = [groupCell, numberCell].find((each) => each !== taskCell && written(each) !== '');
      put(wasOfPosition ? groupCell : (cell ?? -1), numbered);
    }
    put(taskCell, '{task.text}');
    for (const [index, cell] of levelCells.entries()) {
      const level = `task.level${index + 1}`;
      if (rowKinds[tag].needs.includes(level)) put(cell, `{${level}${mark && `|${mark}`}}`);
    }
  }
  const merges = cells.map((cell, index): CellMerge => {
    const isMergedHere = isMerged && isOfPosition && (index === numberCell || index === groupCell);
    return isMergedHere ? (isNext ? 'continue' : 'restart') : mergeOf(cell);
  });
  // The tag is in the first cell that can be seen.
  const visible = Math.max(
    0,
    merges.findIndex((merge) => merge !== 'continue'),
  );
  texts[visible] = `{#${tag}}${texts[visible]}`;
  const marked = cells.find((_, index) => levelCells.includes(index) && written(index) !== '');
  const properties = element.children.filter(({ local }) => /^(?:trPr|tblPrEx)$/.test(local));
  const content = cells.map((cell, index) => {
    const format = levelCells.includes(index) ? marked : cell;
    return cellWith(cell, source, texts[index] ?? '', { format, merge: merges[index] });
  });
  const start = source.slice(element.start, element.contentStart);
  return `${start}${xmlOf(source, ...properties)}${content.join('')}</${element.name}>`;
}

/** The text of a cell with a placeholder for its number; what Word counts by itself is not part of the text. */
const withNumber = (text: string, number: string, placeholder: string) =>
  number !== '' && text.includes(number) ? text.replace(number, () => placeholder) : placeholder;

/** The first mark of a level; empty where levels are written as numbers. */
function markIn(rows: readonly FilledRow[]): string {
  for (const { row, tag } of rows) {
    if (!rowKinds[tag].needs.includes('task.level1')) continue;
    const [first] = row.levelCells;
    const isOneColumn = row.levelCells.every((cell) => cell === first);
    if (isOneColumn) return '';
    for (const [index, cell] of row.levelCells.entries()) {
      const text = (row.cells[cell] ?? '').trim();
      if (text === String(index + 1)) return '';
      if (readMark(text).kind === 'mark' && !/[{}|]/.test(text)) return text;
    }
  }
  return 'X';
}

/** Cells of a row, those in content controls included. */
export const cellsIn = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) =>
    child.local === 'tc' ? [child] : /^(?:sdt|sdtContent|customXml)$/.test(child.local) ? cellsIn(child) : [],
  );

const merges = (element: XmlElement, { numberCell, groupCell }: FormRow) => {
  const cells = cellsIn(element);
  return [numberCell, groupCell].map((cell) => mergeOf(cells[cell]));
};

function spanOf(cell: XmlElement): string {
  const span = propertyOf(cell, 'gridSpan');
  return (span && attributeIn(span, 'val')) || '1';
}
