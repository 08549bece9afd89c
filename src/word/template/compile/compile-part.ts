import { type Doubt, doubtShade, doubts } from '../../../sheet/sheet.ts';
import { type XmlElement, xmlOf } from '../../package/xml-tree.ts';
import { doubtName, own, rowPlaceholders } from '../placeholders.ts';
import { append, type Condition, type Segments } from '../segment.ts';
import { type Compilation, type CompiledParagraph, compileParagraph } from './compile-paragraph.ts';
import { copyElement } from './copy-element.ts';
import { tokensIn } from './find-tokens.ts';

/** Elements that contain paragraphs and, for Word, have to end with one. */
const containers = new Set(['body', 'tc', 'hdr', 'ftr', 'footnote', 'endnote', 'txbxContent']);

/** Called for a table row; returns its replacement, or undefined for an ordinary row. */
export type OnRow = (row: XmlElement) => Segments | undefined;

/** Compiles an element and its content. */
export function compilePart(
  element: XmlElement,
  compilation: Compilation,
  onRow: OnRow = () => undefined,
): Segments {
  const compile = (inner: XmlElement): Segments => {
    if (inner.local === 'p') return compileParagraph(inner, compilation, compile).segments;
    if (containers.has(inner.local)) return compileContainer(inner, compilation, compile);
    const instead = inner.local === 'tr' ? onRow(inner) : undefined;
    return instead ?? copyElement(inner, compilation, compile);
  };
  return compile(element);
}

/**
 * When none of the paragraphs at a container's end is printed, the last of them stays there, emptied, so that
 * the container ends with a paragraph.
 */
function compileContainer(
  container: XmlElement,
  compilation: Compilation,
  compile: (element: XmlElement) => Segments,
): Segments {
  const last = container.children.findLast(({ local }) => local !== 'sectPr');
  let optional: CompiledParagraph[] = [];
  let endsWithParagraph = false;
  const doubts = container.local === 'tc' ? doubtsIn(container) : [];
  return copyElement(container, compilation, (child) => {
    if (child.local === 'tcPr' && doubts.length > 0) {
      return propertiesWithShade(child, compilation.source, doubts);
    }
    if (child.local !== 'p') {
      optional = [];
      endsWithParagraph = false;
      return compile(child);
    }
    const paragraph = compileParagraph(child, compilation, compile);
    if (paragraph.conditions.length > 0) {
      optional.push(paragraph);
    } else {
      optional = [];
      endsWithParagraph = true;
    }
    const segments = [...paragraph.segments];
    if (child === last && !endsWithParagraph) {
      append(segments, { unless: optional.map(({ conditions }) => conditions), body: [paragraph.emptied] });
    }
    return segments;
  });
}

/** What the placeholders of a cell print, as far as a draft can be in doubt about it. */
function doubtsIn(cell: XmlElement): Doubt[] {
  const printed = tokensIn(cell).filter(({ name, sign }) => sign === '' && own(rowPlaceholders, name));
  const parts = new Set(printed.map(({ name }) => name.replace(/^\w+\.|\d$/g, '')));
  return doubts.filter((doubt) => parts.has(doubt));
}

/** What may follow the shading of a cell (ECMA-376 17.4.70). */
const afterShading = /^(noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark|headers|cell.*|tcPrChange)$/;

/** The properties of a cell, which is shaded where a draft is in doubt. */
function propertiesWithShade(
  { name, children }: XmlElement,
  source: string,
  ofCell: readonly Doubt[],
): Segments {
  const w = name.slice(0, -'tcPr'.length);
  const certain = ofCell.map((doubt): Condition => ({ name: doubtName(doubt), is: 'absent' }));
  const xml = (is: (local: string) => boolean) => xmlOf(source, ...children.filter(({ local }) => is(local)));
  const own = xml((local) => local === 'shd');
  const shade = `<${w}shd ${w}val="clear" ${w}color="auto" ${w}fill="${doubtShade}"/>`;
  return [
    `<${name}>${xml((local) => local !== 'shd' && !afterShading.test(local))}`,
    ...(own === '' ? [] : [{ when: certain, body: [own] }]),
    { unless: [certain], body: [shade] },
    `${xml((local) => afterShading.test(local))}</${name}>`,
  ];
}
