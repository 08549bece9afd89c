import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

const compress = promisify(deflateRaw);

/** Takes what has been written so far. The next piece waits until it is done. */
export type Write<Chunk> = (chunk: Chunk) => void | Promise<void>;

/** In bytes: beyond it zip files need a layout (ZIP64) that is not written here. */
const sizeLimit = 0xffff_ffff;

/** How many pieces are compressed at a time, in threads of their own, while the next one is made. */
const maxPending = 2;

/**
 * The first time that zip knows. Zip times have no zone, and fflate asks a date for its local fields, so that
 * the bytes are the same in every time zone.
 */
const firstTime = () => new Date(1980, 0, 1);

/**
 * A zip file that is written while it is filled, one part after the other. fflate writes its headers; Node's
 * zlib compresses, which is three times as fast.
 */
export class StreamedZip {
  readonly #write: Write<Uint8Array>;
  /** What is to be written next. */
  #chunks: Uint8Array[] = [];
  #size = 0;
  #part: ZipInputFile = partOf('');
  #pending: Promise<Uint8Array<ArrayBuffer>>[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  /** @param write takes the file, piece by piece */
  constructor(write: Write<Uint8Array>) {
    this.#write = write;
  }

  /** Opens a part, after the one before was closed. */
  open(name: string): void {
    this.#part = partOf(name);
    this.#zip.add(this.#part);
  }

  /** Adds a piece to the open part; a few 100 KiB are a good size. Fulfilled when there is room for more. */
  async add(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#part.crc = crc32(bytes, this.#part.crc);
    this.#part.size = (this.#part.size ?? 0) + bytes.length;
    // A flushed stretch ends with a whole byte, so that another may follow in the same stream (RFC 1951).
    this.#pending.push(compress(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
    while (this.#pending.length >= maxPending) await this.#take();
  }

  async close(): Promise<void> {
    this.#pending.push(compress(Buffer.alloc(0)));
    while (this.#pending.length > 0) await this.#take();
    this.#part.ondata?.(null, new Uint8Array(), true);
    await this.#drain();
  }

  /** Ends the file with its directory. */
  async finish(): Promise<void> {
    this.#zip.end();
    await this.#drain();
  }

  /** The oldest of the pieces that are being compressed. */
  async #take(): Promise<void> {
    const piece = await this.#pending.shift();
    if (piece) this.#part.ondata?.(null, piece, false);
    await this.#drain();
  }

  async #drain(): Promise<void> {
    const chunks = this.#chunks;
    this.#chunks = [];
    for (const chunk of chunks) {
      this.#size += chunk.length;
      if (this.#size > sizeLimit) throw new RangeError('A zip file of more than 4 GiB');
      await this.#write(chunk);
    }
  }
}

/** Compressed by “deflate” (method 8 of PKWARE's APPNOTE.TXT, 4.4.5). */
const partOf = (filename: string): ZipInputFile => ({
  filename,
  size: 0,
  crc: 0,
  compression: 8,
  mtime: firstTime(),
});
