import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { zipLimits } from './zip-limits.ts';

/** How many unpacked bytes are passed on at a time. */
const chunk = 1 << 16;

/** How many parts of a single piece are cached: each is verified before it is read. */
const maxKept = 50;

/** A zip file whose directory is sound; its parts are checked against it when they are unpacked. */
export class ZipReader {
  readonly #bytes: Uint8Array;
  /** By names in lower case: part names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #kept = new Map<string, Uint8Array>();

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
   * Unpacks every part except the one to read, since the others might declare wrong sizes. Small ones come first, so that
   * a wrong one among them is found before the large ones cost time.
   */
  verifyAllBut(part: string): void {
    for (const entry of [...this.#entries.values()].sort((a, b) => a.size - b.size)) {
      if (entry.name.toLowerCase() !== part.toLowerCase()) this.#unpack(entry, () => {});
    }
  }

  /** Passes on the unpacked bytes of a part piece by piece; the pieces must not be kept. */
  stream(name: string, take: (chunk: Uint8Array) => void): void {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry) this.#unpack(entry, take);
  }

  #unpack(entry: ZipEntry, take: (chunk: Uint8Array) => void): void {
    const { name, method, start, packedSize, size, checksum } = entry;
    const kept = this.#kept.get(name);
    if (kept) {
      take(kept);
      return;
    }
    const packed = this.#bytes.subarray(start, start + packedSize);
    const bytes = method === 'stored' ? packed : inflated(packed, entry);
    if (bytes.length !== size) throw new Refusal('false-size', { part: name });
    let sum = 0;
    for (let at = 0; at < size; at += chunk) {
      const piece = bytes.subarray(at, at + chunk);
      sum = crc32(piece, sum);
      take(piece);
    }
    if (sum !== checksum) throw new Refusal('damaged');
    if (size <= chunk && this.#kept.size < maxKept) this.#kept.set(name, bytes);
  }
}

function inflated(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  try {
    // One chunk with space for one more byte: otherwise Node.js joins many small ones.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
  } catch (error) {
    throw new Refusal(error instanceof RangeError ? 'false-size' : 'damaged', { part: name });
  }
}
