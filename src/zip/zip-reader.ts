import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { Refusal } from './refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { zipLimits } from './zip-limits.ts';

/** How many packed bytes are unpacked at a time: at the highest ratio there is (1032), 16 MB. */
const step = 1 << 14;

/** Parts up to this size are unpacked at once, larger ones piece by piece; in bytes. */
const wholePart = 32 << 20;

/** How many unpacked bytes are handed over at a time. */
const chunk = 1 << 16;

/** A zip file whose directory is sound; its parts are checked against it when they are unpacked. */
export class ZipReader {
  readonly #bytes: Uint8Array;
  /** By names in lower case: part names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  /** @throws Refusal for a file that is damaged, encrypted or beyond the limits */
  constructor(bytes: Uint8Array) {
    if (bytes.length > zipLimits.file) {
      throw new Refusal('too-large', { limit: zipLimits.file / 1024 / 1024 });
    }
    this.#bytes = bytes;
    this.#entries = new Map(readZipDirectory(bytes).map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Names of the parts, as written. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
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

  /** Hands over the unpacked bytes of a part piece by piece; the pieces are not to be kept. */
  stream(name: string, take: (chunk: Uint8Array) => void): void {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry) this.#unpack(entry, take);
  }

  /** Counts and sums what comes out: fflate alone would cut a part at its declared size without an error. */
  #unpack(
    { name, method, start, packedSize, size, checksum }: ZipEntry,
    take: (chunk: Uint8Array) => void,
  ): void {
    const packed = this.#bytes.subarray(start, start + packedSize);
    let count = 0;
    let sum = 0;
    const pass = (bytes: Uint8Array) => {
      count += bytes.length;
      if (count > size) throw new Refusal('false-size', { part: name });
      sum = crc32(bytes, sum);
      take(bytes);
    };
    if (method === 'stored' || size <= wholePart) {
      const bytes = method === 'stored' ? packed : inflateWhole(packed, size, name);
      for (let at = 0; at < bytes.length; at += chunk) pass(bytes.subarray(at, at + chunk));
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
