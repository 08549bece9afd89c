import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import {
  attributeIn,
  childOf,
  elementsIn,
  paragraphsIn,
  propertyOf,
  type XmlEdit,
  type XmlElement,
  xmlOf,
} from '../../package/xml-tree.ts';
import { editTexts, type Stretch } from '../compile/edit-texts.ts';

/** A text that replaces a span of a paragraph's text. */
export interface TextOver extends Stretch {
  readonly text: string;
}

/** Replaces spans of a paragraph's text. */
export function replaceTexts(paragraph: XmlElement, texts: readonly TextOver[]): XmlEdit[] {
  const inOrder = [...texts].sort((a, b) => a.start - b.start);
  const edited = editTexts(paragraph, inOrder, ({ text }) => [escapeXml(text)]);
  return [...edited].map(([{ name, start, end }, pieces]) => ({
    ...{ start, end, xml: `<${name} xml:space="preserve">${pieces.join('')}</${name}>` },
  }));
}

/**
 * A paragraph in the format of another one, with a text of its own. Numbers that Word counts are left out: they would come
 * before those that are filled in.
 */
export function paragraphLike(
  paragraph: XmlElement,
  source: string,
  text: string,
  format = paragraph,
): string {
  const w = paragraph.name.slice(0, -1);
  const kept = (childOf(paragraph, 'pPr')?.children ?? []).filter(
    ({ local }) => !/^(?:num|sect)Pr$/.test(local),
  );
  const properties = childOf(paragraph, 'pPr') ? `<${w}pPr>${xmlOf(source, ...kept)}</${w}pPr>` : '';
  // The first one with text.
  const run = elementsIn(format).find(
    ({ local, children }) => local === 'r' && children.some((child) => /^(?:t|sym)$/.test(child.local)),
  );
  const written = `${xmlOf(source, childOf(run, 'rPr'))}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t>`;
  return `<${paragraph.name}>${properties}${text && `<${w}r>${written}</${w}r>`}</${paragraph.name}>`;
}

/** Whether a cell continues from the row above (`continue`), starts such cells (`restart`), or neither. */
export type CellMerge = 'continue' | 'restart' | undefined;

export function mergeOf(cell: XmlElement | undefined): CellMerge {
  const merge = propertyOf(cell, 'vMerge');
  return merge && (attributeIn(merge, 'val') === 'restart' ? 'restart' : 'continue');
}

/**
 * A cell with its content replaced by one paragraph of text.
 *
 * @param format where the format of runs is looked for
 */
export function cellWith(
  cell: XmlElement,
  source: string,
  text: string,
  { format = cell, merge }: { readonly format: XmlElement | undefined; readonly merge: CellMerge },
): string {
  const [first] = paragraphsIn(cell);
  const w = cell.name.slice(0, -'tc'.length);
  const paragraph = first ? paragraphLike(first, source, text, format) : `<${w}p/>`;
  const properties = childOf(cell, 'tcPr')?.children.filter(({ local }) => local !== 'vMerge') ?? [];
  // Elements before the merge (ECMA-376 17.4.70, CT_TcPr).
  const isBefore = ({ local }: XmlElement) => /^(?:cnfStyle|tcW|gridSpan|hMerge)$/.test(local);
  const written = [
    xmlOf(source, ...properties.filter(isBefore)),
    merge ? `<${w}vMerge ${w}val="${merge}"/>` : '',
    xmlOf(source, ...properties.filter((one) => !isBefore(one))),
  ].join('');
  return `<${cell.name}>${written && `<${w}tcPr>${written}</${w}tcPr>`}${paragraph}</${cell.name}>`;
}
