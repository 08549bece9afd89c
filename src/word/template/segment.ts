import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Placeholders } from './placeholders.ts';

/**
 * A piece of a part of a template: XML to be copied, or what waits for a sheet or a row. Plain data, in which
 * placeholders are named.
 */
export type Segment =
  | string
  /** `instead` is printed where there is a value. `prefix` is that of Word's elements, such as `w:`. */
  | { readonly value: string; readonly instead?: string; readonly prefix: string }
  /** A number that the document has nowhere else, new in every copy: the numbers of one copy differ by their offsets. */
  | { readonly id: number }
  /** A run, which goes when nothing is in it. */
  | { readonly open: string; readonly run: Segments; readonly close: string }
  | { readonly when: readonly Condition[]; readonly body: Segments }
  /** Printed if none of the paragraphs is. */
  | { readonly unless: readonly (readonly Condition[])[]; readonly body: Segments }
  /** Once for each item of a list. */
  | { readonly each: string; readonly body: Segments };

export type Segments = readonly Segment[];

/** Appends to `segments`; adjacent XML is joined into one string. */
export function append(segments: Segment[], ...added: Segments): void {
  for (const segment of added) {
    const last = segments.length - 1;
    const before = segments[last];
    if (typeof segment === 'string' && typeof before === 'string') segments[last] = before + segment;
    else if (segment !== '') segments.push(segment);
  }
}

/** `filled` is asked of lists: given, and not empty. */
export interface Condition {
  readonly name: string;
  readonly is: 'given' | 'absent' | 'filled';
}

/** The ids of a template's copies: where they begin, and how many a copy has. */
export interface CopyIds {
  readonly first: number;
  readonly perCopy: number;
}

/** Counts the ids of one document. */
export class IdCounter {
  readonly #perCopy: number;
  #next: number;
  /** The first id of the current copy. */
  start: number;

  constructor({ first, perCopy }: CopyIds) {
    this.#perCopy = perCopy;
    this.#next = first;
    this.start = first;
  }

  beginCopy(): void {
    this.start = this.#next;
    this.#next += this.#perCopy;
  }
}

/** The XML of segments for one sheet or one row, a copy with its own ids. */
export function writeSegments<Subject>(
  segments: Segments,
  placeholders: Placeholders<Subject>,
  subject: Subject,
  ids: IdCounter,
): string {
  const listOf = (name: string) => {
    const placeholder = placeholders[name];
    return (placeholder && 'list' in placeholder && placeholder.list(subject)) || [];
  };
  const holds = ({ name, is }: Condition) => {
    if (is === 'filled') return listOf(name).length > 0;
    const placeholder = placeholders[name];
    const given = placeholder && ('list' in placeholder ? placeholder.list : placeholder.text)(subject);
    return (given !== undefined) === (is === 'given');
  };
  /** @param line the current item of a list */
  const write = (body: Segments, line: string): string => {
    let xml = '';
    for (const segment of body) {
      if (typeof segment === 'string') xml += segment;
      else if ('id' in segment) xml += String(ids.start + segment.id);
      else if ('value' in segment) {
        const placeholder = placeholders[segment.value];
        const text = placeholder && ('list' in placeholder ? line : placeholder.text(subject));
        if (text !== undefined) xml += textXml(segment.instead ?? text, segment.prefix);
      } else if ('run' in segment) {
        const run = write(segment.run, line);
        xml += run && segment.open + run + segment.close;
      } else if ('each' in segment) {
        const { start } = ids;
        for (const [index, item] of listOf(segment.each).entries()) {
          if (index > 0) ids.beginCopy();
          xml += write(segment.body, item);
        }
        ids.start = start;
      } else if (
        'when' in segment ? segment.when.every(holds) : !segment.unless.some((all) => all.every(holds))
      ) {
        xml += write(segment.body, line);
      }
    }
    return xml;
  };
  ids.beginCopy();
  return write(segments, '');
}

const breaks = /\t|\r\n?|\n/g;

/** Text within a text element; tabs and line breaks are elements of their own beside it. */
function textXml(text: string, prefix: string): string {
  const xml = escapeXml(text);
  if (xml.search(breaks) < 0) return xml;
  return xml.replace(breaks, (found) => {
    const element = found === '\t' ? 'tab' : 'br';
    return `</${prefix}t><${prefix}${element}/><${prefix}t xml:space="preserve">`;
  });
}
