import { SaxesParser } from 'saxes';
import { Refusal } from '../../zip/refusal.ts';
import { limits } from './limits.ts';
import { type Tag, XmlNames } from './xml-names.ts';

/** What is reported of a part; names as `XmlNames` gives them, and as written. `end` is where the tag ends, in UTF-16 units. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, end: number, written: string): void;
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** A declaration of XML 1.0, from behind its `<`. */
const declaration =
  /^\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)? *\?>$/;
const startTag =
  /^([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)((?: [A-Za-z][\w.:-]*="[^"<\0-\x1f\ufffe\uffff]*")*) ?(\/?)>$/;
/** What plain text does not hold; a carriage return counts as a line feed. */
const unusual = /[\0-\x08\x0b-\x1f&\ufffe\uffff]|\]\]>/;
const reference = /&(amp|lt|gt|quot|apos);/g;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** So many different tags are kept. */
const maxTags = 2000;

/**
 * Reads XML as programs write it, tag by tag: most are written alike, and each is looked at once. A document of 64 KB
 * takes a fifth of the time that saxes takes, which goes through it character by character, in code that V8 has just
 * begun to run. Where anything else comes (a comment, CDATA, an error), saxes reads the rest.
 */
export class XmlReader {
  readonly #part: string;
  readonly #events: XmlEvents;
  readonly #names: XmlNames;
  #tags: Map<string, Tag>;
  readonly #open: Tag[] = [];
  /** What was written but not yet read; it begins at `#start`, in UTF-16 units. */
  #rest = '';
  #start = 0;
  /** How much was written, and where the last tag ended. */
  #written = 0;
  #seen = 0;
  /** The root has ended. */
  #isDone = false;
  #saxes: { write(text: string): unknown; close(): unknown } | undefined;

  constructor(part: string, events: XmlEvents) {
    this.#part = part;
    this.#events = events;
    this.#names = new XmlNames(part);
    this.#tags = this.#names.tags;
  }

  /** @throws Refusal for XML that is not well formed, has a document type, or goes beyond the limits */
  write(text: string): void {
    this.#written += text.length;
    if (this.#saxes) this.#saxes.write(text);
    else this.#read(this.#rest + text);
    if (this.#written - this.#seen > limits.piece) throw this.#tooLong();
  }

  close(): void {
    if (!this.#saxes && (!this.#isDone || this.#rest !== '')) this.#handOver(this.#rest, this.#start);
    this.#saxes?.close();
  }

  #read(xml: string): void {
    const start = this.#start;
    const pieces = xml.split('<');
    const last = pieces.length - 1;
    let index = last > 0 && this.#text(pieces[0] ?? '') ? 1 : 0;
    if (index > 0) {
      while (index < last && this.#piece(pieces[index] ?? '')) index++;
      // The text behind the last tag may go on.
      if (index === last) this.#tag(pieces[last] ?? '');
    }
    this.#rest = xml.slice(this.#start - start);
    if (index < last) this.#handOver(this.#rest, this.#start);
  }

  /** Reads what is between two `<`: a tag and the text behind it; false where they are not plain. */
  #piece(piece: string): boolean {
    const tag = this.#tags.get(piece);
    if (tag) return this.#report(tag, piece.length);
    return this.#tag(piece) && this.#text(piece.slice(piece.indexOf('>') + 1));
  }

  #tag(piece: string): boolean {
    const length = piece.indexOf('>') + 1;
    const written = piece.slice(0, length);
    if (this.#start === 0 && declaration.test(written)) {
      this.#start = length + 1;
      return true;
    }
    const tag = this.#tags.get(written) ?? this.#tagOf(written);
    return tag !== undefined && this.#report(tag, length);
  }

  /** Reports a text; false where it is not plain. */
  #text(text: string): boolean {
    if (text === '') return true;
    const plain = this.#open.length > 0 ? plainText(text) : /^[ \t\r\n]*$/.test(text) ? '' : undefined;
    if (plain === undefined) return false;
    if (plain !== '') this.#events.text?.(plain);
    this.#start += text.length;
    return true;
  }

  /** What a tag says; undefined where it is not plain. @param text from behind its `<`, `>` included */
  #tagOf(text: string): Tag | undefined {
    const above = this.#open.at(-1);
    if (above && text === `/${above.written}>`) return this.#kept(text, { ...above, kind: 'end' });
    const [all, written = '', given = '', slash] = startTag.exec(text) ?? [];
    const attributes = all === undefined || this.#isDone ? undefined : plainAttributes(given);
    if (!attributes) return undefined;
    return this.#kept(text, this.#startTag(written, attributes, slash === '/' ? 'empty' : 'start'));
  }

  #kept(text: string, tag: Tag): Tag {
    if (this.#tags.size >= maxTags) this.#tags.clear();
    if (!tag.declares) this.#tags.set(text, tag);
    return tag;
  }

  #startTag(written: string, attributes: Tag['attributes'], kind: Tag['kind']): Tag {
    const name = this.#names.enter(written, attributes);
    const declares = this.#tags !== this.#names.tags;
    this.#tags = this.#names.tags;
    return { kind, name, written, attributes, declares };
  }

  /** False where the tag has no place. @param length without its `<` */
  #report(tag: Tag, length: number): boolean {
    const { kind, written } = tag;
    if (kind === 'end' ? written !== this.#open.at(-1)?.written : this.#isDone) return false;
    this.#start += length + 1;
    if (kind !== 'end') this.#enter(tag, this.#start);
    if (kind !== 'start') this.#leave(this.#start);
    return true;
  }

  #enter(tag: Tag, end: number): void {
    this.#open.push(tag);
    if (this.#open.length > limits.depth) {
      throw new Refusal('too-deep', { part: this.#part, limit: limits.depth });
    }
    if (end - this.#seen > limits.piece) throw this.#tooLong();
    this.#seen = end;
    this.#events.open(tag.name, tag.attributes, end, tag.written);
  }

  #leave(end: number): void {
    const tag = this.#open.pop();
    if (tag?.declares) this.#tags = this.#names.leave();
    this.#isDone = this.#open.length === 0;
    if (end - this.#seen > limits.piece) throw this.#tooLong();
    this.#seen = end;
    this.#events.close?.(tag?.name ?? '', end);
  }

  readonly #tooLong = () => new Refusal('too-long', { part: this.#part });

  /**
   * Has saxes read the rest, as if it had read what was before. It can resolve namespaces, too, but takes twice the time
   * for it: it looks up every attribute.
   */
  #handOver(rest: string, start: number): void {
    const saxes = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    const part = this.#part;
    const before = start === 0 ? '' : '<?xml version="1.0"?>';
    const open = this.#isDone ? '<a/>' : this.#open.map(({ written }) => `<${written}>`).join('');
    saxes.write(before + open);
    const moved = start - before.length - open.length;
    saxes.on('error', () => {
      throw new Refusal('not-xml', { part });
    });
    saxes.on('doctype', () => {
      throw new Refusal('dtd', { part });
    });
    saxes.on('opentag', ({ name: written, attributes: given, isSelfClosing }) => {
      // Its own object is a hash table, of ten times the size.
      const attributes = { ...given };
      const tag = this.#startTag(written, attributes, isSelfClosing ? 'empty' : 'start');
      this.#enter(tag, moved + saxes.position);
    });
    saxes.on('closetag', () => this.#leave(moved + saxes.position));
    const take = (text: string) => {
      if (this.#open.length > 0) this.#events.text?.(text);
    };
    if (this.#events.text) {
      saxes.on('text', take);
      saxes.on('cdata', take);
    }
    this.#saxes = saxes;
    saxes.write(rest);
  }
}

/** A text with its references resolved; undefined where it is not plain. */
function plainText(text: string): string | undefined {
  if (!unusual.test(text)) return text;
  let count = 0;
  const plain = text.replace(reference, (_, name: string) => {
    count += 1;
    return characters[name] ?? '';
  });
  return count > 0 && text.split('&').length === count + 1 && !unusual.test(text.replaceAll('&', ''))
    ? plain
    : undefined;
}

/** The attributes of a start tag that is plain but for references in values; undefined where it is not. */
function plainAttributes(given: string): Readonly<Record<string, string>> | undefined {
  const attributes: Record<string, string> = {};
  for (let at = 0; at < given.length; ) {
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
