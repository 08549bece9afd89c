import { XmlDecoder } from './xml-decoder.ts';
import { type XmlEvents, xmlReader } from './xml-reader.ts';

/** Attributes by their names as written, with prefixes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** How many characters are read at a time: cut at its tags, a text takes several times its own size. */
const step = 1 << 16;

/** A source of the bytes of parts. */
interface PartStreams {
  stream(part: string, take: (chunk: Uint8Array) => void): void;
}

/**
 * Reads a part piece by piece: its text is never held whole.
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
  for (let at = 0; at < xml.length; at += step) reader.write(xml.slice(at, at + step));
  reader.close();
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
