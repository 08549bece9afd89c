import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Placeholder, Placeholders } from './placeholders.ts';

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
  /** Replaces paragraphs of which none is printed. */
  | { readonly unless: readonly (readonly Condition[])[]; readonly body: Segments }
  /** Once for each item of a list. */
  | { readonly each: string; readonly body: Segments };

export type Segments = readonly Segment[];

/** Adds to the end of `segments`; XML behind XML makes one string. */
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

/**
 * The XML of segments for one sheet or one row, which is a copy with ids of its own; `line` is the current item of a
 * list.
 */
export function writeSegments<Subject>(
  segments: Segments,
  placeholders: Placeholders<Subject>,
  subject: Subject,
  ids: IdCounter,
): string {
  ids.beginCopy();
  return write(segments, placeholders, subject, ids, '');
}

function write<Subject>(
  segments: Segments,
  placeholders: Placeholders<Subject>,
  subject: Subject,
  ids: IdCounter,
  line: string,
): string {
  let xml = '';
  for (const segment of segments) {
    xml += typeof segment === 'string' ? segment : writeSegment(segment, placeholders, subject, ids, line);
  }
  return xml;
}

function writeSegment<Subject>(
  segment: Exclude<Segment, string>,
  placeholders: Placeholders<Subject>,
  subject: Subject,
  ids: IdCounter,
  line: string,
): string {
  if ('id' in segment) return String(ids.start + segment.id);
  if ('value' in segment) {
    const placeholder = placeholders[segment.value];
    const text = placeholder && ('list' in placeholder ? line : placeholder.text(subject));
    return text === undefined ? '' : textXml(segment.instead ?? text, segment.prefix);
  }
  const inner = (body: Segments, item = line) => write(body, placeholders, subject, ids, item);
  if ('run' in segment) {
    const body = inner(segment.run);
    return body && segment.open + body + segment.close;
  }
  if ('each' in segment) {
    const placeholder = placeholders[segment.each];
    const { start } = ids;
    let xml = '';
    for (const [index, item] of (listOf(placeholder, subject) ?? []).entries()) {
      if (index > 0) ids.beginCopy();
      xml += inner(segment.body, item);
    }
    ids.start = start;
    return xml;
  }
  const hold = (conditions: readonly Condition[]) =>
    conditions.every(({ name, is }) => holds(is, placeholders[name], subject));
  const isWritten = 'when' in segment ? hold(segment.when) : !segment.unless.some(hold);
  return isWritten ? inner(segment.body) : '';
}

function holds<Subject>(
  is: Condition['is'],
  placeholder: Placeholder<Subject> | undefined,
  subject: Subject,
): boolean {
  if (is === 'filled') return (listOf(placeholder, subject) ?? []).length > 0;
  const given = placeholder && ('list' in placeholder ? placeholder.list : placeholder.text)(subject);
  return (given !== undefined) === (is === 'given');
}

const listOf = <Subject>(placeholder: Placeholder<Subject> | undefined, subject: Subject) =>
  placeholder && 'list' in placeholder ? placeholder.list(subject) : undefined;

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
