import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { limits } from '../../zip/limits.ts';
import { Refusal } from '../../zip/refusal.ts';
import { readZipDirectory, type ZipEntry } from '../../zip/zip-directory.ts';

/** How many packed bytes are unpacked at a time: at the highest ratio there is (1032), 16 MB. */
const step = 1 << 14;

/** A Word file whose directory is sound; its parts prove to be what they say they are when they are unpacked. */
export class WordPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  /** @throws Refusal for anything that is no sound package within the limits */
  constructor(bytes: Uint8Array) {
    refuseOthers(bytes);
    if (bytes.length > limits.file) {
      throw new Refusal('too-large', { limit: limits.file / 1024 / 1024 });
    }
    const entries = readZipDirectory(bytes);
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /**
   * Unpacks every part but one that is to be read, since the others might lie, too. Small ones come first, so that
   * a lie among them is found before the large ones cost time.
   */
  verifyAllBut(part: string): void {
    for (const entry of [...this.#entries.values()].sort((a, b) => a.size - b.size)) {
      if (entry.name.toLowerCase() !== part.toLowerCase()) this.#unpack(entry, () => {});
    }
  }

  /** Names of the parts, as written. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Hands over the unpacked bytes of a part piece by piece; the pieces are not to be kept. */
  stream(name: string, take: (chunk: Uint8Array) => void): void {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry) this.#unpack(entry, take);
  }

  /** A part's bytes; empty where there is no such part. */
  part(name: string): Uint8Array {
    const chunks: Uint8Array[] = [];
    this.stream(name, (chunk) => chunks.push(chunk.slice()));
    return Buffer.concat(chunks);
  }

  /** Counts and sums what comes out: fflate alone would cut a part at its declared size without a word. */
  #unpack(
    { name, method, start, packedSize, size, checksum }: ZipEntry,
    take: (chunk: Uint8Array) => void,
  ): void {
    const packed = this.#bytes.subarray(start, start + packedSize);
    let count = 0;
    let sum = 0;
    const pass = (chunk: Uint8Array) => {
      count += chunk.length;
      if (count > size) throw new Refusal('false-size', { part: name });
      sum = crc32(chunk, sum);
      take(chunk);
    };
    if (method === 'deflated' && size <= limits.wholePart) {
      pass(inflateWhole(packed, size, name));
    } else if (method === 'stored') {
      for (let at = 0; at < packed.length; at += 1 << 16) pass(packed.subarray(at, at + (1 << 16)));
    } else {
      const inflate = new Inflate(pass);
      for (let at = 0; at < packed.length; at += step) {
        inflateStep(inflate, packed.subarray(at, at + step), at + step >= packed.length);
      }
    }
    if (count !== size) throw new Refusal('false-size', { part: name });
    if (sum !== checksum) throw new Refusal('damaged');
  }
}

/** Node's own zlib is many times faster, but holds the whole part in memory. */
function inflateWhole(packed: Uint8Array, size: number, part: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new Refusal(error instanceof RangeError ? 'false-size' : 'damaged', { part });
  }
}

function inflateStep(inflate: Inflate, chunk: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(chunk, isLast);
  } catch (error) {
    // fflate numbers its errors; everything else comes from whoever takes the chunks.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number')
      throw new Refusal('damaged');
    throw error;
  }
}

function refuseOthers(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 8).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return;
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
    if (holds('EncryptedPackage')) throw new Refusal('encrypted');
    throw new Refusal(holds('WordDocument') ? 'old-doc' : 'not-word');
  }
  if (bytes.length === 0) throw new Refusal('empty');
  throw new Refusal(start.startsWith('{\\rtf') ? 'rtf' : 'not-word');
}
