import { escapeXml } from '../../diagnostics/escape-markup.ts';
import { Refusal } from '../../zip/refusal.ts';
import { zipLimits } from '../../zip/zip-limits.ts';
import { attributeOf, readXmlText } from './read-xml.ts';
import { decodeXml } from './xml-decoder.ts';

/** The name of the whole file in findings. */
const whole = 'pkg:package';

/** How much of a part is passed on at a time. */
const step = 1 << 16;

/**
 * The parts of a Word file that was saved as one XML file (Flat OPC, “Word XML Document”): each `pkg:part` holds
 * its XML in `pkg:xmlData`, or other data in base64.
 */
export class FlatPackage {
  readonly #parts = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();

  /** @throws Refusal for XML that is not well formed, declares a document type or is beyond the limits */
  constructor(bytes: Uint8Array) {
    if (bytes.length > zipLimits.part) {
      throw new Refusal('too-large', { limit: zipLimits.part / 1024 / 1024 });
    }
    const found = partsIn(decodeXml(bytes, whole));
    const types = { name: '[Content_Types].xml', type: '', content: Buffer.from(contentTypes(found)) };
    for (const { name, content } of [types, ...found]) {
      const key = name.toLowerCase();
      if (this.#parts.has(key)) throw new Refusal('duplicate-part', { part: name });
      if (this.#parts.size >= zipLimits.parts) {
        throw new Refusal('too-many-parts', { count: this.#parts.size + 1, limit: zipLimits.parts });
      }
      this.#parts.set(key, { name, bytes: content });
    }
  }

  get names(): string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  stream(name: string, take: (chunk: Uint8Array) => void): void {
    const { bytes } = this.#parts.get(name.toLowerCase()) ?? { bytes: new Uint8Array() };
    for (let at = 0; at < bytes.length; at += step) take(bytes.subarray(at, at + step));
  }

  verifyAllBut(): void {
    // Nothing is packed, and all of it was read.
  }
}

interface FlatPart {
  readonly name: string;
  /** Its content type. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** The list of content types that the same package has as a zip file. */
const contentTypes = (parts: readonly FlatPart[]): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${parts
    .map(({ name, type }) => `<Override PartName="/${escapeXml(name)}" ContentType="${escapeXml(type)}"/>`)
    .join('')}</Types>`;

function partsIn(xml: string): FlatPart[] {
  const found: FlatPart[] = [];
  let name = '';
  let type = '';
  let start = 0;
  readXmlText(xml, whole, {
    open(element, attributes, end) {
      if (element === 'pkg:part') {
        name = (attributeOf(attributes, 'name') ?? '').replace(/^\//, '');
        type = attributeOf(attributes, 'contentType') ?? '';
      } else if (element === 'pkg:xmlData' || element === 'pkg:binaryData') start = end;
    },
    close(element, end) {
      if (element !== 'pkg:xmlData' && element !== 'pkg:binaryData') return;
      const text = end === start ? '' : xml.slice(start, xml.lastIndexOf('</', end - 1));
      found.push({ name, type, content: Buffer.from(text, element === 'pkg:xmlData' ? 'utf8' : 'base64') });
    },
  });
  return found;
}
