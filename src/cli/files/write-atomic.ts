import { writeStreamAtomic } from './write-stream-atomic.ts';

/**
 * Writes a file whole or not at all: see `AtomicFile`.
 *
 * @param name what messages call the target
 * @throws UserError when the target cannot be written or is open in an office program; the old file is whole
 */
export const writeAtomic = (path: string, name: string, content: Uint8Array | string): Promise<void> =>
  writeStreamAtomic(path, name, (write) => write(content));
