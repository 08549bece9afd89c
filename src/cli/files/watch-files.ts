import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is watched, and how to end it. */
export interface FileWatch {
  /** Absolute paths of files and folders, in place of those before. They need not exist. */
  follow(paths: Iterable<string>): void;
  close(): void;
  /** Rejected with what `onChange` throws; never fulfilled. */
  readonly broken: Promise<never>;
}

export interface WatchSettings {
  /** Editors write in several steps (truncate and write, or a new file and a rename): the last is waited for. */
  readonly calmMs?: number;
  /** How often files are looked at, for file systems that tell of nothing: networks, containers. */
  readonly pollMs?: number;
}

/**
 * Watches files through all that editors do to them. What the system tells of a folder is a hint to look at once;
 * that a file changed is known by its time, size and inode, or by such a hint. The folder is watched and not the
 * file, since a file that is replaced by a renamed one is no longer the one that was watched.
 *
 * @param onChange is given what changed; it is never called while it still runs
 */
export function watchFiles(
  onChange: (changed: ReadonlySet<string>) => Promise<void>,
  { calmMs = 50, pollMs = 500 }: WatchSettings = {},
): FileWatch {
  const known = new Map<string, string>();
  const folders = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isClosed = false;
  let fail: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });

  const note = (path: string) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(report, calmMs);
  };
  const report = async () => {
    if (isRunning || isClosed || changed.size === 0) return;
    isRunning = true;
    const news = changed;
    changed = new Set();
    for (const path of news) if (known.has(path)) known.set(path, fingerprint(path));
    await onChange(news).catch(fail);
    isRunning = false;
    if (changed.size > 0) timer = setTimeout(report, calmMs);
  };
  const look = () => {
    for (const [path, before] of known) {
      const now = fingerprint(path);
      if (now === before) continue;
      // Noted once: a file that is looked at more often than it is calm would never be reported.
      known.set(path, now);
      note(path);
    }
  };
  const poll = setInterval(look, pollMs);

  const watchFolder = (folder: string) => {
    try {
      const watcher = watch(folder, (_event, file) => {
        if (file === null) return look();
        const path = join(folder, file);
        if (known.has(path)) note(path);
        else if (known.has(folder)) note(folder);
      });
      // A folder that goes away, a system that allows no more watches: looking now and then must do.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  };

  return {
    broken,
    follow(paths) {
      const wanted = new Set(paths);
      for (const path of known.keys()) if (!wanted.has(path)) known.delete(path);
      for (const path of wanted) if (!known.has(path)) known.set(path, fingerprint(path));
      const needed = new Set([...wanted].flatMap((path) => (isFolder(path) ? [path] : [dirname(path)])));
      for (const [folder, watcher] of folders) {
        if (needed.has(folder)) continue;
        watcher.close();
        folders.delete(folder);
      }
      for (const folder of needed) {
        const watcher = folders.has(folder) ? undefined : watchFolder(folder);
        if (watcher) folders.set(folder, watcher);
      }
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(poll);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}

/** Empty for what is not there. */
function fingerprint(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
