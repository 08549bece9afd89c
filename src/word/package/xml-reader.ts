import { SaxesParser } from 'saxes';
import { Refusal } from '../../zip/refusal.ts';
import { limits } from './limits.ts';
import { type Tag, XmlNames } from './xml-names.ts';

/** The events of a part; names as in `XmlNames`, and as written. `end` is the end of the tag, in UTF-16 units. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, end: number, written: string): void;
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** A declaration of XML 1.0, from after its `<`. */
const declaration =
  /^\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)? *\?>$/;
const plainTag =
  /^([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)((?: [A-Za-z][\w.:-]*="[^"<\0-\x1f\ufffe\uffff]*")*) ?(\/?)>$/;
/** What plain text does not hold; a carriage return counts as a line feed. */
const unusual = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\]\]>|&(?!(?:amp|lt|gt|quot|apos);)/;

/** How many different tags are cached. */
const maxTags = 2000;

/** Reads a part piece by piece. @throws Refusal as `xmlReader` says */
export interface XmlReader {
  write(text: string): void;
  close(): void;
}

/**
 * Reads XML as programs write it, tag by tag: most are the same, and each is parsed once. That takes a sixth of
 * the time of saxes, which goes through a document character by character, in code that V8 has just begun to run. Where
 * anything else comes (a comment, CDATA, an error), saxes reads the rest.
 *
 * Everything is in one function, since V8 reads its variables in a third of the time of an object's fields before it has
 * compiled them.
 *
 * @throws Refusal for XML that is not well formed, has a document type, or goes beyond the limits
 */
export function xmlReader(part: string, events: XmlEvents): XmlReader {
  const names = new XmlNames(part);
  let { tags } = names;
  const open: Tag[] = [];
  /** What was written but not yet read; it begins at `start`, in UTF-16 units. */
  let rest = '';
  let start = 0;
  /** How much was written, and where the last tag ended. */
  let written = 0;
  let seen = 0;
  /** The root has ended. */
  let isDone = false;
  let saxes: XmlReader | undefined;

  const advance = (end: number) => {
    if (end - seen > limits.piece) throw new Refusal('too-long', { part });
    return end;
  };

  function enter(tag: Tag, end: number): void {
    open.push(tag);
    if (open.length > limits.depth) throw new Refusal('too-deep', { part, limit: limits.depth });
    seen = advance(end);
    events.open(tag.name, tag.attributes, end, tag.written);
  }

  function leave(end: number): void {
    const tag = open.pop();
    if (tag?.declares) tags = names.leave();
    isDone = open.length === 0;
    seen = advance(end);
    events.close?.(tag?.name ?? '', end);
  }

  /** False where the tag has no place. @param length without its `<` */
  function report(tag: Tag, length: number): boolean {
    const { kind } = tag;
    if (kind === 'end' ? tag.written !== open.at(-1)?.written : isDone) return false;
    start += length + 1;
    if (kind !== 'end') enter(tag, start);
    if (kind !== 'start') leave(start);
    return true;
  }

  function startTag(name: string, attributes: Tag['attributes'], kind: Tag['kind']): Tag {
    const known = names.enter(name, attributes);
    const declares = tags !== names.tags;
    tags = names.tags;
    return { kind, name: known, written: name, attributes, declares };
  }

  /** Parses a tag; undefined if it is not plain. @param text from after its `<`, including `>` */
  function tagOf(text: string): Tag | undefined {
    const above = open.at(-1);
    let tag: Tag;
    if (above && text === `/${above.written}>`) tag = { ...above, kind: 'end' };
    else {
      const [all, name = '', given = '', slash] = plainTag.exec(text) ?? [];
      const attributes = all === undefined || isDone ? undefined : plainAttributes(given);
      if (!attributes) return undefined;
      tag = startTag(name, attributes, slash === '/' ? 'empty' : 'start');
    }
    if (tags.size >= maxTags) tags.clear();
    if (!tag.declares) tags.set(text, tag);
    return tag;
  }

  /** Reads the tag that a piece begins with; false where it is not plain. */
  function readTag(piece: string): boolean {
    const length = piece.indexOf('>') + 1;
    const text = piece.slice(0, length);
    if (start === 0 && declaration.test(text)) {
      start = length + 1;
      return true;
    }
    const tag = tags.get(text) ?? tagOf(text);
    return tag !== undefined && report(tag, length);
  }

  /** Reports a text; false where it is not plain. */
  function readText(text: string): boolean {
    if (text === '') return true;
    const plain = open.length > 0 ? plainText(text) : /^[ \t\r\n]*$/.test(text) ? '' : undefined;
    if (plain === undefined) return false;
    if (plain !== '') events.text?.(plain);
    start += text.length;
    return true;
  }

  /** Reads what is between two `<`: a tag and the text after it; false where they are not plain. */
  function readPiece(piece: string): boolean {
    const tag = tags.get(piece);
    if (tag) return report(tag, piece.length);
    return readTag(piece) && readText(piece.slice(piece.indexOf('>') + 1));
  }

  function read(xml: string): void {
    const from = start;
    const pieces = xml.split('<');
    const last = pieces.length - 1;
    let index = last > 0 && readText(pieces[0] ?? '') ? 1 : 0;
    if (index > 0) {
      while (index < last && readPiece(pieces[index] ?? '')) index++;
      // The text after the last tag may continue.
      if (index === last) readTag(pieces[last] ?? '');
    }
    rest = xml.slice(start - from);
    if (index < last) handOver();
  }

  /**
   * Has saxes read the rest, as if it had read what was before. It can resolve namespaces, too, but takes twice the time
   * for it: it looks up every attribute.
   */
  function handOver(): void {
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    const before = start === 0 ? '' : '<?xml version="1.0"?>';
    const opened = isDone ? '<a/>' : open.map((tag) => `<${tag.written}>`).join('');
    parser.write(before + opened);
    const moved = start - before.length - opened.length;
    parser.on('error', () => {
      throw new Refusal('not-xml', { part });
    });
    parser.on('doctype', () => {
      throw new Refusal('dtd', { part });
    });
    parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
      // Its own object is a hash table, of ten times the size.
      const tag = startTag(name, { ...attributes }, isSelfClosing ? 'empty' : 'start');
      enter(tag, moved + parser.position);
    });
    parser.on('closetag', () => leave(moved + parser.position));
    const take = (text: string) => {
      if (open.length > 0) events.text?.(text);
    };
    if (events.text) {
      parser.on('text', take);
      parser.on('cdata', take);
    }
    saxes = { write: (text) => void parser.write(text), close: () => void parser.close() };
    parser.write(rest);
  }

  return {
    write(text) {
      written += text.length;
      if (saxes) saxes.write(text);
      // A long text is put together once.
      else if (text.includes('<')) read(rest + text);
      else rest += text;
      advance(written);
    },
    close() {
      if (!saxes && (!isDone || rest !== '')) handOver();
      saxes?.close();
    },
  };
}

/** A text with its references resolved; undefined where it is not plain. */
function plainText(text: string): string | undefined {
  if (unusual.test(text)) return undefined;
  if (!text.includes('&')) return text;
  const signs = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return signs.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** The attributes of a start tag, one more at most than there may be; undefined where they are not plain. */
function plainAttributes(given: string): Readonly<Record<string, string>> | undefined {
  const attributes: Record<string, string> = {};
  let count = 0;
  for (let at = 0; at < given.length && count <= limits.attributes; count++) {
    const sign = given.indexOf('=', at);
    const end = given.indexOf('"', sign + 2);
    const name = given.slice(at + 1, sign);
    const value = plainText(given.slice(sign + 2, end));
    if (value === undefined || Object.hasOwn(attributes, name)) return undefined;
    attributes[name] = value;
    at = end + 1;
  }
  return attributes;
}
