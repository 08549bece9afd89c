import { escapeXml } from './escape-xml.ts';

/** What a tab or a line break in a text becomes; other line breaks than paragraphs are rare. */
export interface Markup {
  readonly tab: string;
  readonly lineBreak: string;
}

/**
 * A piece of a part that waits for its content: XML to be copied, or what depends on a sheet or on a row.
 * `line` is the current one of a repeated paragraph.
 */
export type Segment<Subject> =
  | string
  | {
      readonly kind: 'value';
      readonly text: (subject: Subject, line: string) => string | undefined;
      readonly markup: Markup;
    }
  /** A run that goes when nothing is in it. */
  | { readonly kind: 'run'; readonly open: string; readonly body: Segments<Subject>; readonly close: string }
  | { readonly kind: 'when'; readonly holds: (subject: Subject) => boolean; readonly body: Segments<Subject> }
  | {
      readonly kind: 'each';
      readonly list: (subject: Subject) => readonly string[];
      readonly body: Segments<Subject>;
    };

export type Segments<Subject> = readonly Segment<Subject>[];

/** The XML of the segments for one sheet or row. */
export function writeSegments<Subject>(segments: Segments<Subject>, subject: Subject, line = ''): string {
  let xml = '';
  for (const segment of segments) {
    xml += typeof segment === 'string' ? segment : writeSegment(segment, subject, line);
  }
  return xml;
}

function writeSegment<Subject>(
  segment: Exclude<Segment<Subject>, string>,
  subject: Subject,
  line: string,
): string {
  switch (segment.kind) {
    case 'value': {
      const text = segment.text(subject, line);
      return text ? markedUp(escapeXml(text), segment.markup) : '';
    }
    case 'run': {
      const body = writeSegments(segment.body, subject, line);
      return body && segment.open + body + segment.close;
    }
    case 'when':
      return segment.holds(subject) ? writeSegments(segment.body, subject, line) : '';
    case 'each': {
      let xml = '';
      for (const item of segment.list(subject)) xml += writeSegments(segment.body, subject, item);
      return xml;
    }
  }
}

const breaks = /\t|\r\n?|\n/g;

const markedUp = (xml: string, { tab, lineBreak }: Markup) =>
  xml.search(breaks) < 0 ? xml : xml.replace(breaks, (found) => (found === '\t' ? tab : lineBreak));
