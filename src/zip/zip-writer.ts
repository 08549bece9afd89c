import { constants, crc32, deflateRawSync } from 'node:zlib';

/** In bytes: larger zip files need another layout (ZIP64), which is not written here. */
const sizeLimit = 0xffff_ffff;

/** Pieces of text are compressed together up to about this many characters: enough to compress well in little memory. */
const stretchLength = 1 << 20;

/** The end of a compressed part: a last block without content (RFC 1951, 3.2.3). */
const lastBlock = Buffer.from([3, 0]);

interface Part {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  size: number;
  packedSize: number;
}

/**
 * Writes a zip file from front to back (PKWARE's APPNOTE.TXT, 4.3) and keeps no more of it than its directory. Sizes
 * follow each part, so that they need not be known before it. All parts have the first time that zip knows,
 * 1980-01-01 00:00: the same parts give the same bytes.
 */
export class ZipWriter {
  readonly #write: (chunk: Uint8Array) => void;
  readonly #parts: Part[] = [];
  #length = 0;

  /** @param write takes the file, piece by piece */
  constructor(write: (chunk: Uint8Array) => void) {
    this.#write = write;
  }

  /** The parts that were written: sizes in bytes, CRC-32 of what they hold. */
  get parts(): { name: string; size: number; checksum: number }[] {
    return this.#parts.map(({ name, size, crc }) => ({ name: name.toString(), size, checksum: crc }));
  }

  /** Writes a complete part from pieces. */
  addPart(name: string, pieces: Iterable<string | Uint8Array>): void {
    this.open(name);
    for (const bytes of stretches(pieces)) this.add(bytes);
    this.close();
  }

  /** Opens a part, after the one before was closed. */
  open(name: string): void {
    const part = { name: Buffer.from(name), offset: this.#length, crc: 0, size: 0, packedSize: 0 };
    this.#parts.push(part);
    this.#put(Buffer.from('PK\x03\x04'), commonFields(part), part.name);
  }

  /** Adds bytes to the open part. @param packed the same as `deflateStretch` gives them, where that was done elsewhere */
  add(bytes: Uint8Array, packed: Uint8Array = deflateRawSync(bytes, deflateStretch)): void {
    const part = this.#last();
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    part.packedSize += packed.length;
    this.#put(packed);
  }

  close(): void {
    const part = this.#last();
    part.packedSize += lastBlock.length;
    this.#put(lastBlock, Buffer.from('PK\x07\x08'), sizesOf(part));
  }

  /** Ends the file with its directory. */
  finish(): void {
    const start = this.#length;
    for (const part of this.#parts) {
      // Made by version 2.0 for MS-DOS.
      const rest = [shorts(0, 0, 0), longs(0, part.offset)];
      this.#put(Buffer.from('PK\x01\x02\x14\x00'), commonFields(part), ...rest, part.name);
    }
    const { length } = this.#parts;
    const directory = longs(this.#length - start, start);
    this.#put(Buffer.from('PK\x05\x06'), shorts(0, 0, length, length), directory, shorts(0));
  }

  #last(): Part {
    const part = this.#parts.at(-1);
    if (!part) throw new Error('No part is open');
    return part;
  }

  #put(...chunks: Uint8Array[]): void {
    for (const chunk of chunks) {
      this.#length += chunk.length;
      if (this.#length > sizeLimit) throw new RangeError('A zip file of more than 4 GiB');
      this.#write(chunk);
    }
  }
}

/** How zlib compresses a stretch of a part: it ends with a whole byte, so that another may follow (RFC 1951). */
export const deflateStretch = { finishFlush: constants.Z_SYNC_FLUSH } as const;

/** A complete zip file from its parts. */
export function zipOf(parts: Iterable<readonly [name: string, content: string | Uint8Array]>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter((chunk) => chunks.push(chunk));
  for (const [name, content] of parts) zip.addPart(name, [content]);
  zip.finish();
  return new Uint8Array(Buffer.concat(chunks));
}

function* stretches(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (text && (typeof piece !== 'string' || text.length >= stretchLength)) {
      yield Buffer.from(text);
      text = '';
    }
    if (typeof piece !== 'string') yield piece;
  }
  if (text) yield Buffer.from(text);
}

/** What both headers of a part have in common: version 2.0, sizes after the part, names in UTF-8, deflate, the fixed time. */
const commonFields = (part: Part) =>
  Buffer.concat([shorts(20, 0x0808, 8, 0, 0x21), sizesOf(part), shorts(part.name.length, 0)]);

const sizesOf = ({ crc, packedSize, size }: Part) => longs(crc, packedSize, size);

const shorts = (...values: readonly number[]) => littleEndian(values, 2);
const longs = (...values: readonly number[]) => littleEndian(values, 4);

function littleEndian(values: readonly number[], length: number): Buffer {
  const bytes = Buffer.alloc(values.length * length);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * length, length);
  return bytes;
}
