import { type Doubt, doubtShade, doubts } from '../../../sheet/doubts.ts';
import { type XmlElement, xmlOf } from '../../package/xml-tree.ts';
import { own, rowPlaceholders } from '../placeholders.ts';
import { doubtName } from '../row-states.ts';
import { append, type Condition, type Segment, type Segments } from '../segment.ts';
import { tokensIn } from './find-tokens.ts';

/** What the placeholders of a cell print, as far as a draft can be in doubt about it. */
export function doubtsIn(cell: XmlElement): Doubt[] {
  const printed = tokensIn(cell).filter(({ name, sign }) => sign === '' && own(rowPlaceholders, name));
  const parts = new Set(printed.map(({ name }) => name.replace(/^\w+\.|\d$/g, '')));
  return doubts.filter((doubt) => parts.has(doubt));
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
  const xml = (is: (child: XmlElement) => boolean) => xmlOf(source, ...children.filter(is));
  const own = xml(({ local }) => local === 'shd');
  const segments: Segment[] = [
    `<${name}>${xml(({ local }) => local !== 'shd' && !behindShading.test(local))}`,
  ];
  if (own !== '') segments.push({ when: certain, body: [own] });
  segments.push({
    unless: [certain],
    body: [`<${w}shd ${w}val="clear" ${w}color="auto" ${w}fill="${doubtShade}"/>`],
  });
  append(segments, `${xml(({ local }) => behindShading.test(local))}</${name}>`);
  return segments;
}
