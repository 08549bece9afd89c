import { SaxesParser } from 'saxes';
import { zipLimits } from '../../zip/limits.ts';
import { Refusal } from '../../zip/refusal.ts';
import { limits } from './limits.ts';
import { decodeXml } from './xml-decoder.ts';

/** How much of a part is handed over at a time. */
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
    const xml = decodeXml(bytes, 'pkg:package');
    for (const { name, content } of partsIn(xml)) {
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

function partsIn(xml: string): { name: string; content: Uint8Array }[] {
  const found: { name: string; content: Uint8Array }[] = [];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let name = '';
  let start = 0;
  parser.on('error', () => {
    throw new Refusal('not-xml', { part: 'pkg:package' });
  });
  parser.on('doctype', () => {
    throw new Refusal('dtd', { part: 'pkg:package' });
  });
  parser.on('opentag', ({ name: written, attributes }) => {
    depth += 1;
    // The depth of each part is looked at when it is read.
    if (depth > limits.depth + 4) throw new Refusal('too-deep', { part: 'pkg:package', limit: limits.depth });
    if (depth === 2) {
      const partName = Object.entries(attributes).find(([key]) => /(?:^|:)name$/.test(key))?.[1];
      name = (partName ?? '').replace(/^\//, '');
    }
    if (depth === 3 && /(?:^|:)(?:xmlData|binaryData)$/.test(written)) start = parser.position;
  });
  parser.on('closetag', ({ name: written }) => {
    if (depth === 3 && name !== '') {
      const text = xml.slice(start, xml.lastIndexOf('</', parser.position - 1));
      if (/(?:^|:)xmlData$/.test(written)) found.push({ name, content: Buffer.from(text) });
      else if (/(?:^|:)binaryData$/.test(written)) found.push({ name, content: Buffer.from(text, 'base64') });
    }
    depth -= 1;
  });
  parser.write(xml).close();
  return found;
}
