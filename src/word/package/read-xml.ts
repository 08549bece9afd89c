import { Refusal } from '../../zip/refusal.ts';
import { encodingOf } from './word-format.ts';
import { type XmlEvents, xmlReader } from './xml-reader.ts';

/** Attributes by their names as written, with prefixes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** How many characters are read at a time: cut at its tags, a text takes several times its own size. */
const step = 1 << 16;

/**
 * Reads a part piece by piece: its text is never held whole.
 *
 * @throws Refusal for XML that is not well formed, has a document type, or goes beyond the limits
 */
export function readXml(file: { read(part: string): Uint8Array }, part: string, events: XmlEvents): void {
  const bytes = file.read(part);
  const decode = xmlDecoder(bytes, part);
  const reader = xmlReader(part, events);
  for (let at = 0; at < bytes.length; at += step) reader.write(decode(bytes.subarray(at, at + step)));
  reader.write(decode());
  reader.close();
}

/** Reads the text of a part, as `readXml` does. */
export function readXmlText(xml: string, part: string, events: XmlEvents): void {
  const reader = xmlReader(part, events);
  for (let at = 0; at < xml.length; at += step) reader.write(xml.slice(at, at + step));
  reader.close();
}

/** The text of a whole part, without its byte order mark. @throws Refusal where it is neither UTF-8 nor UTF-16 */
export const decodeXml = (bytes: Uint8Array, part: string): string => {
  const decode = xmlDecoder(bytes, part);
  return decode(bytes) + decode();
};

/** Decodes pieces of a part, of which `head` is the first; without a piece, its end. */
function xmlDecoder(head: Uint8Array, part: string): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encodingOf(head), { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new Refusal('encoding', { part });
    }
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
