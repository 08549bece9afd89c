import { TextDecoder } from 'node:util';
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { WordPackage } from './word-package.ts';

/** What is told of an element: its name as `nameOf` gives it. */
export interface XmlEvents {
  open(name: string, tag: SaxesTagNS): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Prefixes under which names are told, whatever the document itself calls the namespaces. */
const prefixes: ReadonlyMap<string, string> = new Map([
  // WordprocessingML, transitional and strict.
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct:'],
]);

/**
 * Reads a part without ever holding it whole. Elements of WordprocessingML are told by their local name
 * alone, those of the other known namespaces with a prefix (`w14:checked`), all others as `?`.
 *
 * @throws Refusal for what is no well-formed XML, has a document type, or goes beyond the limits
 */
export function readXml(file: WordPackage, part: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const names: string[] = [];
  let seen = 0;
  parser.on('error', () => {
    throw new Refusal('not-xml', { part });
  });
  parser.on('doctype', () => {
    throw new Refusal('dtd', { part });
  });
  parser.on('opentag', (tag) => {
    const prefix = prefixes.get(tag.uri);
    const name = prefix === undefined ? '?' : prefix + tag.local;
    names.push(name);
    seen = parser.position;
    if (names.length > limits.depth) throw new Refusal('too-deep', { part, limit: limits.depth });
    events.open(name, tag);
  });
  parser.on('closetag', () => {
    seen = parser.position;
    events.close(names.pop() ?? '?');
  });
  const take = events.text?.bind(events);
  if (take) {
    parser.on('text', take);
    parser.on('cdata', take);
  }
  const write = (text: string) => {
    parser.write(text);
    if (parser.position - seen > limits.piece) throw new Refusal('too-long', { part });
  };
  const decoder = new XmlDecoder(part);
  file.stream(part, (chunk) => write(decoder.decode(chunk)));
  write(decoder.end());
  parser.close();
}

/** An attribute by its local name; those of WordprocessingML carry a prefix, in strict documents as well. */
export function attributeOf(tag: SaxesTagNS, local: string): string | undefined {
  const attributes: Record<string, SaxesAttributeNS> = tag.attributes;
  for (const name in attributes) {
    const attribute = attributes[name];
    if (attribute?.local === local) return attribute.value;
  }
  return undefined;
}

/** UTF-8 or UTF-16, which is all that parts may be (ECMA-376 Part 2, 6.2.5). */
class XmlDecoder {
  readonly #part: string;
  #decoder: TextDecoder | undefined;
  #head = new Uint8Array(0);

  constructor(part: string) {
    this.#part = part;
  }

  decode(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decoded(this.#decoder, chunk);
    this.#head = this.#head.length === 0 ? chunk.slice() : Buffer.concat([this.#head, chunk]);
    return this.#head.length < 4 ? '' : this.#start();
  }

  end(): string {
    const rest = this.#decoder ? '' : this.#start();
    return rest + (this.#decoder ? this.#decoded(this.#decoder, undefined) : '');
  }

  #start(): string {
    this.#decoder = new TextDecoder(encodingOf(this.#head), { fatal: true });
    return this.#decoded(this.#decoder, this.#head);
  }

  #decoded(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal('encoding', { part: this.#part });
    }
  }
}

function encodingOf([first, second, third]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : 'utf-8';
}
