import { type Doubt, doubtShade, doubts } from '../../../sheet/doubts.ts';
import { textsIn, type XmlElement } from '../../package/parse-xml.ts';
import { own, rowPlaceholders } from '../placeholders.ts';
import { doubtName } from '../row-states.ts';
import { append, type Condition, type Segment, type Segments } from '../segment.ts';
import { findTokens } from './find-tokens.ts';

/** What the placeholders of a cell print, as far as a draft can be in doubt about it. */
export function doubtsIn(cell: XmlElement): Doubt[] {
  const found = new Set<string>();
  const visit = (element: XmlElement) => {
    if (element.local === 'p') {
      const text = textsIn(element).map((one) => one.text);
      for (const { name, sign } of findTokens(text.join(''))) {
        if (sign === '' && own(rowPlaceholders, name)) found.add(name.replace(/^\w+\.|\d$/g, ''));
      }
    } else {
      for (const child of element.children) visit(child);
    }
  };
  visit(cell);
  return doubts.filter((doubt) => found.has(doubt));
}

/** What may follow the shading of a cell (ECMA-376 17.4.70). */
const behindShading = /^(noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark|headers|cell.*|tcPrChange)$/;

/** The properties of a cell, which is shaded where a draft is in doubt. */
export function propertiesWithShade(
  properties: XmlElement,
  source: string,
  ofCell: readonly Doubt[],
): Segments {
  const { name, children } = properties;
  const w = name.slice(0, -'tcPr'.length);
  const certain = ofCell.map((doubt): Condition => ({ name: doubtName(doubt), is: 'absent' }));
  const xml = (elements: readonly XmlElement[]) =>
    elements.map(({ start, end }) => source.slice(start, end)).join('');
  const own = xml(children.filter(({ local }) => local === 'shd'));
  const others = children.filter(({ local }) => local !== 'shd');
  const segments: Segment[] = [`<${name}>${xml(others.filter(({ local }) => !behindShading.test(local)))}`];
  if (own !== '') segments.push({ when: certain, body: [own] });
  segments.push({
    unless: [certain],
    body: [`<${w}shd ${w}val="clear" ${w}color="auto" ${w}fill="${doubtShade}"/>`],
  });
  append(segments, `${xml(others.filter(({ local }) => behindShading.test(local)))}</${name}>`);
  return segments;
}
