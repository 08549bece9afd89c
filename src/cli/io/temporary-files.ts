import { rmSync } from 'node:fs';

const files = new Set<string>();

/** The temporary files that this thread is writing: whatever ends the run, they are not left behind. */
export const temporaryFiles = {
  add(path: string): void {
    files.add(path);
  },
  /** The file has got its own name. */
  forget(path: string): void {
    files.delete(path);
  },
  remove(path: string): void {
    files.delete(path);
    rmSync(path, { force: true });
  },
  removeAll(): void {
    for (const path of files) temporaryFiles.remove(path);
  },
};
