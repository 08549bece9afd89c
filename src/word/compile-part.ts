import { type Compilation, type CompiledParagraph, compileParagraph } from './compile-paragraph.ts';
import { append, copyElement } from './copy-element.ts';
import type { XmlElement } from './parse-xml.ts';
import type { Segments } from './segment.ts';

/** These hold paragraphs, and Word asks that they end with one. */
const containers = new Set(['tc', 'hdr', 'ftr', 'txbxContent']);

/** Looks at a table row; gives what to write in its place, or undefined where it is a row like any other. */
export type OnRow<Subject> = (row: XmlElement) => Segments<Subject> | undefined;

/** Compiles an element and all that is in it. */
export function compilePart<Subject>(
  element: XmlElement,
  compilation: Compilation<Subject>,
  onRow: OnRow<Subject> = () => undefined,
): Segments<Subject> {
  const compile = (inner: XmlElement): Segments<Subject> => {
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
function compileContainer<Subject>(
  container: XmlElement,
  compilation: Compilation<Subject>,
  compile: (element: XmlElement) => Segments<Subject>,
): Segments<Subject> {
  const last = container.children.at(-1);
  let optional: CompiledParagraph<Subject>[] = [];
  let endsWithParagraph = false;
  return copyElement(container, compilation, (child) => {
    if (child.local !== 'p') {
      optional = [];
      endsWithParagraph = false;
      return compile(child);
    }
    const paragraph = compileParagraph(child, compilation, compile);
    if (paragraph.holds) {
      optional.push(paragraph);
    } else {
      optional = [];
      endsWithParagraph = true;
    }
    const segments = [...paragraph.segments];
    if (child === last && !endsWithParagraph) {
      const holds = (subject: Subject) => !optional.some((one) => one.holds?.(subject));
      append(segments, { kind: 'when', holds, body: [paragraph.emptied] });
    }
    return segments;
  });
}
