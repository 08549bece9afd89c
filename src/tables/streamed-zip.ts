import { Zip, ZipDeflate } from 'fflate';
import type { Write } from './table.ts';

/** In bytes: beyond it zip files need a layout (ZIP64) that is not written here. */
const sizeLimit = 0xffff_ffff;

/**
 * The first time that zip knows. Zip times have no zone, and fflate asks a date for its local fields, so that
 * the bytes are the same in every time zone.
 */
const firstTime = () => new Date(1980, 0, 1);

/** A zip file that is written while it is filled, one part after the other. */
export class StreamedZip {
  readonly #encoder = new TextEncoder();
  readonly #write: Write<Uint8Array>;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #part: ZipDeflate | undefined;
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
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = firstTime();
    this.#zip.add(part);
    this.#part = part;
  }

  /** Adds to the open part. Fulfilled when there is room for more. */
  async add(text: string): Promise<void> {
    this.#part?.push(this.#encoder.encode(text));
    await this.#drain();
  }

  async close(): Promise<void> {
    this.#part?.push(new Uint8Array(), true);
    await this.#drain();
  }

  /** Ends the file with its directory. */
  async finish(): Promise<void> {
    this.#zip.end();
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
