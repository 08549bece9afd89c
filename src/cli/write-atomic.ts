import { writeStreamAtomic } from './write-stream-atomic.ts';

/** Writes a file whole or not at all, as `writeStreamAtomic` does, from what is at hand. */
export const writeAtomic = (path: string, name: string, content: Uint8Array | string): Promise<void> =>
  writeStreamAtomic(path, name, (write) => write(content));
