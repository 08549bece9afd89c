import { AtomicFile } from './atomic-file.ts';

/** Writes a piece before it comes back, so that pieces do not pile up. */
export type WriteNow = (piece: string | Uint8Array) => void;

/**
 * Writes a file whole or not at all, piece by piece, so that it need not be whole in memory: see `AtomicFile`.
 *
 * @param name what messages call the target @param fill is given the function that writes
 * @throws UserError when the target cannot be written; whatever `fill` throws
 */
export async function writeStreamAtomic(
  path: string,
  name: string,
  fill: (write: WriteNow) => void | Promise<void>,
): Promise<void> {
  const file = new AtomicFile(path, name);
  try {
    await fill((piece) => file.write(piece));
  } catch (error) {
    file.abandon();
    throw error;
  }
  await file.commit();
}
