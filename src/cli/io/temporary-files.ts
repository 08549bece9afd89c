import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './file-error.ts';

const files = new Set<string>();
/** Folders in which there may be temporary files, and groups of processes that may write into them: see `ThreadNote`. */
const folders = new Set<string>();
const groups = new Set<number>();

/** What another thread says to the main one, which outlives it. */
export type ThreadNote =
  /** Before it writes into a folder for the first time. */
  | { readonly note: 'folder'; readonly path: string }
  /** By the id of its leader. */
  | { readonly note: 'group'; readonly pid: number; readonly isOver: boolean };

/** The temporary files and folders that this process is writing: whatever ends the run, they are not left behind. */
export const temporaryFiles = {
  add: (path: string): unknown => files.add(path),
  /** The file has got its own name, or is gone. */
  forget: (path: string): unknown => files.delete(path),
  remove(path: string): void {
    files.delete(path);
    // What was ended may write for a moment more.
    rmSync(path, { force: true, recursive: true, maxRetries: 5, retryDelay: 20 });
  },
  /** A group of processes has begun or ended. */
  noteGroup: (pid: number, isOver: boolean): void => note({ note: 'group', pid, isOver }),
  /** Of another thread. */
  hear(heard: ThreadNote): void {
    if (heard.note === 'folder') folders.add(heard.path);
    else if (heard.isOver) groups.delete(heard.pid);
    else groups.add(heard.pid);
  },
  /** For a thread other than the main one. @param post gives that one a note */
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

/** Ends a group of processes at once. */
export function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Sets the temporary files of this thread apart; its number is in a module that takes 2 ms to load. */
const thread = Math.random().toString(36).slice(2);
let count = 0;

/**
 * A name for a temporary file in a folder. What earlier runs on this computer have left there, of processes that were
 * killed, is removed at the first call for the folder.
 */
export function temporaryName(folder: string): string {
  if (!folders.has(folder)) {
    note({ note: 'folder', path: folder });
    removeThoseOf(isGone, folder);
  }
  return join(folder, `${prefix()}${process.pid}-${thread}-${Date.now().toString(36)}-${count++}.tmp`);
}

/** A new folder among the system's temporary ones, for this user alone. @throws the system's error */
export const makeTemporaryFolder = (): string => mkdtempSync(temporaryName(tmpdir()).replace(/tmp$/, ''));

/** Of this computer: on a shared drive nobody knows the processes of another. */
const prefix = () => `.bieu2-${hostname().replace(/[^\w]/g, '').slice(0, 40)}-`;

/** Removes what this user's processes of certain numbers have left in a folder. */
function removeThoseOf(isMeant: (pid: number) => boolean, folder: string) {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = name.startsWith(prefix())
        ? (/^(\d+)-[\w-]+\.\w+$/.exec(name.slice(prefix().length)) ?? [])
        : [];
      if (pid === undefined || !isMeant(Number(pid))) continue;
      const path = join(folder, name);
      if (process.getuid === undefined || lstatSync(path).uid === process.getuid())
        temporaryFiles.remove(path);
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
