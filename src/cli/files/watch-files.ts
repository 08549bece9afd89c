import { basename, dirname, normalize, resolve, sep } from 'node:path';
import { foldersAbove, isFolder, isPattern, isSkippedName, realPath } from './paths.ts';

/** Milliseconds without a change before it is reported: editors truncate and write, or write a new file and rename. */
const calm = 50;
/** Milliseconds after which a change is reported even if changes continue. */
const maxWait = 2000;

/** What to watch, as absolute paths, which need not exist. */
export interface WatchedPlaces {
  readonly files: readonly string[];
  /** Including all folders below them. */
  readonly folders: readonly string[];
  /** The names of the files in folders to watch. */
  readonly isName: RegExp;
}

/**
 * Watches files until `until` resolves or it is closed. Once this returns, no change is missed: changes come as sets of
 * absolute paths, and what changes while a set is processed is in the next.
 * `CHOKIDAR_USEPOLLING=1` polls, for network drives that report no changes.
 */
export async function watchFiles({ files, folders, isName }: WatchedPlaces, until: Promise<void>) {
  const { watch } = await import('chokidar');
  const wanted = new Set<string>();
  /** The folders between them and one that exists. */
  const leading = new Set<string>();
  const roots = new Set<string>();
  let changed = new Set<string>();
  let changedSince = 0;
  let timer: NodeJS.Timeout | undefined;
  let isCalm = false;
  let isOver = false;
  let wake = () => {};

  const isInFolders = (path: string) =>
    folders.some(
      (folder) => path.startsWith(folder + sep) && !path.slice(folder.length).split(sep).some(isSkippedName),
    );
  const watcher = watch([], {
    ignoreInitial: true,
    ignored(given, stats) {
      // chokidar passes `/`, also on Windows.
      const path = normalize(given);
      if (wanted.has(path) || leading.has(path)) return false;
      return !isInFolders(path) || (stats?.isFile() === true && !isName.test(basename(path)));
    },
  });
  const add = (paths: Iterable<string>) => {
    for (const path of paths) {
      wanted.add(path);
      const root = nearestFolder(path);
      for (let above = path; above !== root; above = dirname(above)) leading.add(dirname(above));
      if (!roots.has(root)) watcher.add(root);
      roots.add(root);
    }
  };
  const report = () => {
    isCalm = true;
    wake();
  };
  watcher.on('all', (event, path) => {
    // When a folder vanishes, its parent is watched until it is back.
    if (event === 'unlinkDir' && roots.delete(path)) add([...wanted]);
    // Files in a folder have their own events.
    if (event.endsWith('Dir') && !wanted.has(path)) return;
    if (changed.size === 0) changedSince = Date.now();
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(report, Math.min(calm, Math.max(0, changedSince + maxWait - Date.now())));
  });
  // A folder that may not be read, or a system limit on watches: everything else is still watched.
  watcher.on('error', () => {});
  const close = () => {
    isOver = true;
    clearTimeout(timer);
    void watcher.close();
    wake();
  };
  void until.then(close);
  const isReady = new Promise<void>((done) => watcher.once('ready', () => done()));
  add([...files.flatMap(withTarget), ...folders]);
  await Promise.race([isReady, until]);

  return {
    add: (paths: readonly string[]): void => add(paths.flatMap(withTarget)),
    close,
    async *[Symbol.asyncIterator](): AsyncGenerator<ReadonlySet<string>> {
      while (!isOver) {
        if (isCalm) {
          isCalm = false;
          const next = changed;
          changed = new Set();
          yield next;
        } else {
          await new Promise<void>((done) => {
            wake = done;
          });
        }
      }
    },
  };
}

/** The places to watch for names on the command line. */
export function placesOf(names: readonly string[], cwd: string, isName: RegExp): WatchedPlaces {
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const path = resolve(cwd, name);
    if (isFolder(path)) folders.push(path);
    else if (isPattern(name)) folders.push(foldersAbove(path).find((folder) => !isPattern(folder)) ?? path);
    else files.push(path);
  }
  return { files, folders, isName };
}

/** A link changes with its target, which only a watch on the target's folder reports. */
const withTarget = (path: string): string[] => [...new Set([path, realPath(path) ?? path])];

const nearestFolder = (path: string): string => foldersAbove(path).find(isFolder) ?? path;
