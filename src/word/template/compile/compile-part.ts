import type { XmlElement } from '../../package/xml-tree.ts';
import { append, type Segments } from '../segment.ts';
import { type Compilation, type CompiledParagraph, compileParagraph } from './compile-paragraph.ts';
import { copyElement } from './copy-element.ts';
import { doubtsIn, propertiesWithShade } from './shade-doubts.ts';

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
