import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './file-error.ts';

const files = new Set<string>();
/** Folders that may have temporary files, and process groups that may write into them: see `ThreadNote`. */
const folders = new Set<string>();
const groups = new Set<number>();

/** What a thread reports to the main thread, which outlives it. */
export type ThreadNote =
  /** Before it writes into a folder for the first time. */
  | { readonly note: 'folder'; readonly path: string }
  /** A process group by the id of its leader. */
  | { readonly note: 'group'; readonly pid: number; readonly isOver: boolean };

/** The temporary files and folders of this process, removed however the run ends. */
export const temporaryFiles = {
  add: (path: string): unknown => files.add(path),
  /** The file was renamed to its final name, or is gone. */
  forget: (path: string): unknown => files.delete(path),
  /** What cannot be removed does no harm: the next run does it. */
  remove(path: string): void {
    files.delete(path);
    try {
      // A process that was ended may still write for a moment.
      rmSync(path, { force: true, recursive: true, maxRetries: 5, retryDelay: 20 });
    } catch {}
  },
  noteGroup: (pid: number, isOver: boolean): void => note({ note: 'group', pid, isOver }),
  hear(heard: ThreadNote): void {
    if (heard.note === 'folder') folders.add(heard.path);
    else if (heard.isOver) groups.delete(heard.pid);
    else groups.add(heard.pid);
  },
  /** For threads other than the main one. @param post sends a note to the main thread */
  postNotes(post: (said: ThreadNote) => void): void {
    postNote = post;
  },
  removeAll(): void {
    for (const pid of groups) endGroup(pid);
    for (const path of files) temporaryFiles.remove(path);
    for (const folder of folders) removeThoseOf((pid) => pid === process.pid, folder);
  },
};

let postNote: (said: ThreadNote) => void = () => {};

function note(said: ThreadNote) {
  temporaryFiles.hear(said);
  postNote(said);
}

export function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/** Distinguishes the temporary files of this thread; the module with its number takes 2 ms to load. */
const thread = Math.random().toString(36).slice(2);
let count = 0;

/**
 * A name for a temporary file in a folder. The first call for a folder removes what killed
 * processes on this computer have left there.
 */
export function temporaryName(folder: string): string {
  if (!folders.has(folder)) {
    note({ note: 'folder', path: folder });
    removeThoseOf(isGone, folder);
  }
  return join(folder, `${prefix()}${process.pid}-${thread}-${Date.now().toString(36)}-${count++}.tmp`);
}

/** Creates a temporary folder that only this user can access. @throws the system's error */
export const makeTemporaryFolder = (): string => mkdtempSync(temporaryName(tmpdir()).replace(/tmp$/, ''));

/** Includes the host name: on a shared drive the processes of other computers are unknown. */
const prefix = () => `.bieu2-${hostname().replace(/[^\w]/g, '').slice(0, 40)}-`;

/** Removes what this user's processes with certain ids have left in a folder. */
function removeThoseOf(isMeant: (pid: number) => boolean, folder: string) {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = name.startsWith(prefix())
        ? (/^(\d+)-[\w-]+\.\w+$/.exec(name.slice(prefix().length)) ?? [])
        : [];
      if (pid === undefined || !isMeant(Number(pid))) continue;
      const path = join(folder, name);
      // A thread may remove its own meanwhile.
      const uid = lstatSync(path, { throwIfNoEntry: false })?.uid;
      if (process.getuid === undefined || uid === process.getuid()) temporaryFiles.remove(path);
    }
  } catch {
    // A folder that cannot be listed or a file that may not be removed does no harm.
  }
}

export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}
