import { escapeXml } from '../../../diagnostics/escape-markup.ts';
import { textsIn, type XmlElement } from '../../package/xml-tree.ts';
import { append, type Segment, type Segments } from '../segment.ts';

/** A part of a paragraph's text; offsets in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The replacements for the texts of a paragraph that the spans touch. The text for a span goes into the run in which
 * it begins.
 *
 * @param stretches in order, without overlaps
 */
export function editTexts<Written extends Stretch>(
  paragraph: XmlElement,
  stretches: readonly Written[],
  write: (stretch: Written) => Segments,
): Map<XmlElement, Segments> {
  const edited = new Map<XmlElement, Segments>();
  let start = 0;
  for (const element of textsIn(paragraph)) {
    const { text } = element;
    const end = start + text.length;
    const touching = stretches.filter((one) => one.start < end && Math.max(one.end, one.start + 1) > start);
    const pieces: Segment[] = [];
    let position = start;
    for (const one of touching) {
      if (one.start >= start) {
        append(pieces, escapeXml(text.slice(position - start, one.start - start)), ...write(one));
      }
      position = one.end;
    }
    append(pieces, escapeXml(text.slice(position - start)));
    if (touching.length > 0) edited.set(element, pieces);
    start = end;
  }
  return edited;
}
