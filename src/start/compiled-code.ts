import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** The maximum of files in the folder: one for each command, installation and version of Node.js. Beyond it, the folder is emptied. */
const maxFiles = 100;

/** A file of the program, and the code that V8 compiled from it. */
export interface CompiledFile {
  readonly source: Buffer;
  readonly code: Buffer;
}

/**
 * The code that V8 compiled from the files that a command loads, kept for its next run. Whoever can write to it can make
 * the program run anything, and V8 crashes on damaged code. So it is kept in the user's own folder, and used
 * only if nobody else may write to it and both copies of every byte are equal. If it cannot be kept, the program
 * runs without it.
 */
export class CompiledCode {
  /** This variable also disables Node.js's own cache. */
  readonly #folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder();
  readonly #name: string;

  /** @param installation the folder of the program, absolute */
  constructor(installation: string, command: string) {
    const place = installation.replace(/[^\w]+/g, '-').slice(-80);
    this.#name = `${place}-${command}-${process.version}-${process.arch}`;
  }

  /** By file name; empty if there is nothing that can be trusted. */
  read(): ReadonlyMap<string, CompiledFile> {
    try {
      if (this.#folder === undefined) return new Map();
      const stat = lstatSync(this.#folder);
      const content = stat.isDirectory() && isOwn(stat) && readOwn(join(this.#folder, this.#name));
      return (content && partsOf(content)) || new Map();
    } catch {
      return new Map();
    }
  }

  /** @param parts returns what to keep; not called if it cannot be stored */
  write(parts: () => ReadonlyMap<string, CompiledFile>): void {
    if (this.#folder === undefined) return;
    const temporary = join(this.#folder, `${this.#name}.${process.pid}-${process.hrtime.bigint()}`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!isOwn(lstatSync(this.#folder))) return;
      makeRoom(this.#folder);
      const file = openSync(temporary, 'wx', 0o600);
      try {
        writeFileSync(file, contentOf(parts()));
      } finally {
        closeSync(file);
      }
      renameSync(temporary, join(this.#folder, this.#name));
    } catch {
      // Disk full or no permission: the next run compiles again.
      remove(temporary);
    }
  }
}

/** The names and lengths as JSON on the first line; then for each file the code, a copy of it, and the source. */
function contentOf(parts: ReadonlyMap<string, CompiledFile>): Buffer {
  const head = [...parts].map(([name, { source, code }]) => [name, code.length, source.length]);
  const body = [...parts.values()].flatMap(({ source, code }) => [code, code, source]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...body]);
}

/** Undefined if damaged. Comparing copies is the fastest check: `node:zlib`, which has a CRC, takes 2 ms to load. */
function partsOf(content: Buffer): ReadonlyMap<string, CompiledFile> | undefined {
  const head = content.subarray(0, content.indexOf('\n') + 1);
  const lengths: readonly [name: string, code: number, source: number][] = JSON.parse(head.toString());
  let at = head.length;
  const take = (length: number) => {
    at += length;
    return content.subarray(at - length, at);
  };
  const parts = new Map<string, CompiledFile>();
  for (const [name, codeLength, sourceLength] of lengths) {
    const [code, copy] = [take(codeLength), take(codeLength)];
    if (!code.equals(copy)) return undefined;
    parts.set(name, { code, source: take(sourceLength) });
  }
  return at === content.length ? parts : undefined;
}

function readOwn(path: string): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.nlink === 1 && isOwn(stat) ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** On Windows the folder of local user data belongs to the user. */
const isOwn = ({ uid, mode }: Stats): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

function makeRoom(folder: string) {
  const names = readdirSync(folder);
  if (names.length < maxFiles) return;
  for (const name of names) remove(join(folder, name));
}

function remove(path: string) {
  try {
    rmSync(path, { force: true });
  } catch {
    // The file stays.
  }
}

/**
 * Undefined for a user without a home, as in some containers. Relative paths have no effect, as the XDG Base Directory
 * Specification says: they would depend on the current folder.
 */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const folder = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')].find(
    (path) => path && isAbsolute(path),
  );
  return folder && join(folder, 'bieu2');
}
