import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import { systemCode } from './file-error.ts';

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

/** Counts the temporary files of this thread. */
let count = 0;
/** Folders that this thread has looked through. */
const seen = new Set<string>();

/**
 * A name for a temporary file in a folder. What earlier runs on this computer have left there, of processes that were
 * killed, is removed at the first call for the folder.
 */
export function temporaryName(folder: string): string {
  if (!seen.has(folder)) removeStale(folder);
  seen.add(folder);
  return join(folder, `${prefix()}${process.pid}-${threadId}-${Date.now().toString(36)}-${count++}.tmp`);
}

/** Of this computer: on a shared drive nobody knows the processes of another. */
const prefix = () => `.bieu2-${os.hostname().replace(/[^\w]/g, '').slice(0, 40)}-`;

function removeStale(folder: string) {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = name.startsWith(prefix())
        ? (/^(\d+)-[\w-]+\.tmp$/.exec(name.slice(prefix().length)) ?? [])
        : [];
      if (pid !== undefined && isGone(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be listed, or a file that may not be removed: they are in nobody's way.
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}
