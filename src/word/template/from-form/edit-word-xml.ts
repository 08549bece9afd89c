import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import { attributeIn, textsIn, type XmlElement } from '../../package/parse-xml.ts';
import { childOf, paragraphsIn, propertyOf, type XmlEdit, xmlOf } from '../../package/xml-tree.ts';

/** A text to be written over a stretch of a paragraph's text; offsets in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Writes texts over stretches of a paragraph's text, each in the run in which it begins. */
export function replaceTexts(paragraph: XmlElement, stretches: readonly Stretch[]): XmlEdit[] {
  const edits: XmlEdit[] = [];
  const left = [...stretches].sort((a, b) => a.from - b.from);
  let start = 0;
  let copied = 0;
  for (const { name, text, ...element } of textsIn(paragraph)) {
    const end = start + text.length;
    let written = '';
    while (left[0] && left[0].from < Math.max(end, start + 1)) {
      const { from, to, text: own } = left.shift() ?? { from: 0, to: 0, text: '' };
      written += text.slice(Math.max(copied, start) - start, from - start) + own;
      copied = to;
    }
    if (written !== '' || copied > start) {
      const xml = `<${name} xml:space="preserve">${escapeXml(written + text.slice(Math.max(copied, start) - start))}</${name}>`;
      edits.push({ start: element.start, end: element.end, xml });
    }
    copied = Math.max(copied, end);
    start = end;
  }
  return edits;
}

/** A paragraph in the format of another one, its numbering aside, with a text of its own. */
export function paragraphLike(
  paragraph: XmlElement,
  source: string,
  text: string,
  format = paragraph,
): string {
  const w = paragraph.name.slice(0, -1);
  const properties = childOf(paragraph, 'pPr');
  const run =
    text === ''
      ? ''
      : `<${w}r>${runFormat(format, source)}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`;
  return `<${paragraph.name}>${properties ? withoutNumbering(properties, source) : ''}${run}</${paragraph.name}>`;
}

/** Numbers that Word counts would come before those that are filled in. */
function withoutNumbering(properties: XmlElement, source: string): string {
  const kept = properties.children.filter(({ local }) => local !== 'numPr' && local !== 'sectPr');
  return `<${properties.name}>${xmlOf(source, ...kept)}</${properties.name}>`;
}

/** The format of the first run with text in an element. */
function runFormat(element: XmlElement, source: string): string {
  const run = runsIn(element).find(({ children }) =>
    children.some(({ local }) => local === 't' || local === 'sym'),
  );
  return xmlOf(source, childOf(run, 'rPr'));
}

const runsIn = (element: XmlElement): XmlElement[] =>
  element.local === 'r' ? [element] : element.children.flatMap(runsIn);

/** A cell with one paragraph of a text in the place of all that is in it. @param format where the format of runs is looked for */
export function cellWith(cell: XmlElement, source: string, text: string, format: XmlElement = cell): string {
  const [first] = paragraphsIn(cell);
  const w = cell.name.slice(0, -2);
  const paragraph = first ? paragraphLike(first, source, text, format) : `<${w}p/>`;
  return `<${cell.name}>${xmlOf(source, childOf(cell, 'tcPr'))}${paragraph}</${cell.name}>`;
}

/** Whether a cell goes on from the row above (`continue`), begins such cells (`restart`), or neither. */
export function mergeOf(cell: XmlElement | undefined): 'continue' | 'restart' | undefined {
  const merge = propertyOf(cell, 'vMerge');
  if (!merge) return undefined;
  return attributeIn(merge, 'val') === 'restart' ? 'restart' : 'continue';
}

/** The XML of a cell, merged downwards in another way. */
export function mergedAs(cell: string, merge: 'continue' | 'restart'): string {
  const w = /^<([^\s>]*)tc[\s>]/.exec(cell)?.[1] ?? '';
  const own = `<${w}vMerge ${w}val="${merge}"/>`;
  const old = new RegExp(`<${w}vMerge\\b[^>]*/>`);
  if (old.test(cell)) return cell.replace(old, own);
  // Its place is behind these (ECMA-376 17.4.70, CT_TcPr).
  const before = new RegExp(
    `^<[^>]*><${w}tcPr[^>/]*>(?:<${w}(?:cnfStyle|tcW|gridSpan|hMerge)\\b[^>]*/>)*`,
  ).exec(cell);
  if (before) return before[0] + own + cell.slice(before[0].length);
  return cell.replace(/^<[^>]*>/, `$&<${w}tcPr>${own}</${w}tcPr>`);
}
