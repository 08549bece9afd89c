import { rmSync } from 'node:fs';

const files = new Map<string, () => void>();

/** The temporary files and folders that this thread is writing: whatever ends the run, they are not left behind. */
export const temporaryFiles = {
  /** @param end ends what still writes into it */
  add(path: string, end: () => void = () => {}): void {
    files.set(path, end);
  },
  /** The file has got its own name, or is gone. */
  forget(path: string): void {
    files.delete(path);
  },
  remove(path: string): void {
    files.get(path)?.();
    files.delete(path);
    rmSync(path, { force: true, recursive: true });
  },
  removeAll(): void {
    for (const path of files.keys()) temporaryFiles.remove(path);
  },
};
