import { SaxesParser } from 'saxes';
import { Refusal } from '../../zip/refusal.ts';
import { limits } from './limits.ts';
import { XmlDecoder } from './xml-decoder.ts';
import { XmlNames } from './xml-names.ts';

/** Attributes by their names as written, with prefixes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is reported of a part; names as `XmlNames` gives them, and as written. `end` is where the tag ends, in UTF-16 units. */
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes, end: number, written: string): void;
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** What hands over the bytes of parts. */
interface PartStreams {
  stream(part: string, take: (chunk: Uint8Array) => void): void;
}

/**
 * Reads a part without ever holding it whole.
 *
 * @throws Refusal for XML that is not well formed, has a document type, or goes beyond the limits
 */
export function readXml(file: PartStreams, part: string, events: XmlEvents): void {
  const reader = xmlReader(part, events);
  const decoder = new XmlDecoder(part);
  file.stream(part, (chunk) => reader.write(decoder.decode(chunk)));
  reader.write(decoder.end());
  reader.close();
}

/** Reads the text of a part, as `readXml` does. */
export function readXmlText(xml: string, part: string, events: XmlEvents): void {
  const reader = xmlReader(part, events);
  reader.write(xml);
  reader.close();
}

/** saxes can resolve namespaces, too, but takes twice the time for it: it looks up every attribute. */
function xmlReader(part: string, events: XmlEvents) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names = new XmlNames(part);
  const open: string[] = [];
  let written = 0;
  let seen = 0;
  const advance = (position: number): number => {
    if (position - seen > limits.piece) throw new Refusal('too-long', { part });
    seen = position;
    return seen;
  };
  parser.on('error', () => {
    throw new Refusal('not-xml', { part });
  });
  parser.on('doctype', () => {
    throw new Refusal('dtd', { part });
  });
  parser.on('opentag', (tag) => {
    const name = names.enter(tag.name, tag.attributes);
    open.push(name);
    if (open.length > limits.depth) throw new Refusal('too-deep', { part, limit: limits.depth });
    events.open(name, tag.attributes, advance(parser.position), tag.name);
  });
  parser.on('closetag', () => {
    names.leave();
    events.close?.(open.pop() ?? '', advance(parser.position));
  });
  const take = events.text?.bind(events);
  if (take) {
    parser.on('text', take);
    parser.on('cdata', take);
  }
  return {
    write(text: string): void {
      parser.write(text);
      // `parser.position` counts the last text twice between two calls.
      written += text.length;
      if (written - seen > limits.piece) throw new Refusal('too-long', { part });
    },
    close: () => void parser.close(),
  };
}

/** An attribute by its local name; those of WordprocessingML carry a prefix, which is free. */
export function attributeOf(attributes: XmlAttributes, local: string): string | undefined {
  const usual = attributes[`w:${local}`];
  if (usual !== undefined) return usual;
  for (const name in attributes) {
    if (name.endsWith(local) && (name.length === local.length || name.at(-local.length - 1) === ':')) {
      return attributes[name];
    }
  }
  return undefined;
}

/** `w:val` of a switch: on when it is left out (ECMA-376 17.17.4). */
export const isSwitchedOn = (value: string | undefined): boolean =>
  value === undefined || /^(?:1|true|on)$/.test(value);
