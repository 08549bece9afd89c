import { constants, crc32, deflateRawSync } from 'node:zlib';

/** About as many characters are compressed in one go: so many that none of it matters, few enough for memory. */
const chunkLength = 1 << 20;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/**
 * Writes a zip file entry by entry (PKWARE's APPNOTE.TXT, 4.3). Only what is compressed stays in memory.
 * All entries have the first time that zip knows, 1980-01-01 00:00, so that every run gives the same bytes.
 */
export class ZipWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #entries: Entry[] = [];
  #length = 0;

  /** Adds an entry out of pieces of text; `onContent` is shown its bytes as they pass. */
  add(name: string, pieces: Iterable<string | Uint8Array>, onContent?: (bytes: Uint8Array) => void): void {
    const compressed: Uint8Array[] = [];
    let crc = 0;
    let size = 0;
    const compress = (bytes: Uint8Array, finishFlush: number) => {
      onContent?.(bytes);
      crc = crc32(bytes, crc);
      size += bytes.length;
      compressed.push(deflateRawSync(bytes, { finishFlush }));
    };
    let last = new Uint8Array();
    for (const bytes of gathered(pieces)) {
      // A flushed stretch ends with a whole byte, so that another may follow in the same stream (RFC 1951).
      if (last.length > 0) compress(last, constants.Z_SYNC_FLUSH);
      last = bytes;
    }
    compress(last, constants.Z_FINISH);
    const compressedSize = compressed.reduce((length, bytes) => length + bytes.length, 0);
    const entry = { name: Buffer.from(name), crc, size, compressedSize, offset: this.#length };
    this.#entries.push(entry);
    this.#write(localHeader(entry), entry.name, ...compressed);
  }

  /** The whole file; nothing can be added after it. */
  finish(): Uint8Array {
    const start = this.#length;
    for (const entry of this.#entries) this.#write(centralHeader(entry), entry.name);
    this.#write(endOfDirectory(this.#entries.length, start, this.#length - start));
    return new Uint8Array(Buffer.concat(this.#chunks));
  }

  #write(...chunks: Uint8Array[]): void {
    for (const chunk of chunks) this.#length += chunk.length;
    this.#chunks.push(...chunks);
  }
}

function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array<ArrayBuffer>> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (text && (typeof piece !== 'string' || text.length >= chunkLength)) {
      yield Buffer.from(text);
      text = '';
    }
    if (typeof piece !== 'string') yield new Uint8Array(piece);
  }
  if (text) yield Buffer.from(text);
}

/** What both headers of an entry have in common: version 2.0, names in UTF-8, deflate, the fixed time. */
function commonFields({ name, crc, size, compressedSize }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(compressedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const localHeader = (entry: Entry) => Buffer.concat([Buffer.from('PK\x03\x04'), commonFields(entry)]);

function centralHeader(entry: Entry): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  // Made by version 2.0 for MS-DOS.
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), commonFields(entry), rest]);
}

function endOfDirectory(count: number, start: number, length: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(start, 16);
  return record;
}
