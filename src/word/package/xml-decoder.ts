import type { TextDecoder as Decoder } from 'node:util';
import { Refusal } from '../../zip/refusal.ts';

/** UTF-8 or UTF-16, which is all that parts may be (ECMA-376 Part 2, 6.2.5); piece by piece. */
export class XmlDecoder {
  readonly #part: string;
  #decoder: Decoder | undefined;
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

  #decoded(decoder: Decoder, chunk: Uint8Array | undefined): string {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal('encoding', { part: this.#part });
    }
  }
}

/** The text of a whole part, without its byte order mark. @throws Refusal where it is neither UTF-8 nor UTF-16 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const decoder = new XmlDecoder(part);
  return decoder.decode(bytes) + decoder.end();
}

export function encodingOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : 'utf-8';
}
