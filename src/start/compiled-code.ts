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
import { basename, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { crc32 } from 'node:zlib';
import { version } from '../version.ts';

/** Files that the folder may hold: some 100 of each installation, with each version of Node.js. Then it is emptied. */
const maxFiles = 500;

/**
 * The code that V8 compiled of one file of the program, kept for the next run. Whoever can write to it can make the
 * program run anything, and V8 crashes on code that is damaged. So it is kept in a folder of the user's own, and used
 * only where nobody else may write to it and every byte is what an earlier run wrote for the same source. Where it cannot
 * be kept, the program runs all the same.
 */
export class CompiledCode {
  readonly #folder = cacheFolder();
  readonly #name: string;
  /** What the code was compiled from: V8 compares no more than the version of V8 and the length of the source. */
  readonly #stamp: string;

  /** @param path of the source, absolute */
  constructor(path: string, source: Uint8Array) {
    // Without the hash of its content, so that the next version takes the place of this one.
    const name = basename(path).replace(/-[\w-]{8}(?=\.cjs$)/, '');
    this.#name = `${hashOf(path)}-${name}-${process.version}-${process.arch}`;
    this.#stamp = `${path} ${version} ${hashOf(source)}`;
  }

  /** Undefined where there is none that can be trusted. */
  read(): Buffer | undefined {
    if (this.#folder === undefined) return undefined;
    try {
      if (!lstatSync(this.#folder).isDirectory() || !isOwn(lstatSync(this.#folder))) return undefined;
      const kept = readOwn(join(this.#folder, this.#name));
      const code = kept?.subarray(this.#head(Buffer.alloc(0)).length);
      return code && kept?.subarray(0, -code.length).equals(this.#head(code)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param compile gives the code; not called where there is no place for it */
  write(compile: () => Buffer): void {
    if (this.#folder === undefined) return;
    const temporary = join(this.#folder, `${this.#name}.${process.pid}-${process.hrtime.bigint()}`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!isOwn(lstatSync(this.#folder))) return;
      makeRoom(this.#folder);
      const file = openSync(temporary, 'wx', 0o600);
      try {
        const code = compile();
        writeFileSync(file, Buffer.concat([this.#head(code), code]));
      } finally {
        closeSync(file);
      }
      renameSync(temporary, join(this.#folder, this.#name));
    } catch {
      // No room, no permission: the next run compiles again.
      remove(temporary);
    }
  }

  #head(code: Buffer): Buffer {
    return Buffer.from(`${this.#stamp} ${hashOf(code)}\n`);
  }
}

/** Against damage, not against whoever can write to the folder. In 8 hexadecimal digits. */
const hashOf = (content: Uint8Array | string): string => crc32(content).toString(16).padStart(8, '0');

function readOwn(path: string): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.nlink === 1 && isOwn(stat) ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** On Windows the folder of the user's own data is the user's. */
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
    // It stays.
  }
}

/**
 * Undefined for a user without a home, as in some containers. Relative paths have no effect, as the XDG Base Directory
 * Specification says: they would lead into whatever folder the program is called in.
 */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const folder = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')].find(
    (path) => path && isAbsolute(path),
  );
  return folder && join(folder, 'bieu2');
}
