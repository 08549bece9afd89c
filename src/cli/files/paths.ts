/** What is at a path. None of these throws: what cannot be accessed counts as absent. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { systemCode } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';

/** `\` separates folders on Windows only; elsewhere it may be part of a name, or of a pattern. */
export const withSlashes = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/**
 * Sorts items by name in the order of the Vietnamese alphabet (Đ after D), whatever the system's language. Names
 * in ASCII are compared by character codes, since loading the alphabet takes 10 ms.
 */
export function inOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const byCode = (a: Item, b: Item) => (nameOf(a) < nameOf(b) ? -1 : 1);
  if (items.every((item) => /^\p{ASCII}*$/u.test(nameOf(item)))) return items.toSorted(byCode);
  const { compare } = new Intl.Collator('vi');
  return items.toSorted((a, b) => compare(nameOf(a), nameOf(b)) || byCode(a, b));
}

/** The real path, with links resolved and in the letter case of the disk; undefined if it does not exist. */
export function realPath(path: string): string | undefined {
  // The native version knows the letter case, but fails on some Windows drives.
  for (const real of [realpathSync.native, realpathSync]) {
    try {
      return real(path);
    } catch {
      // The next one, or none.
    }
  }
  return undefined;
}

/** Device and inode, which all names of a file share; undefined if it does not exist. */
export function fileId(path: string): string | undefined {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat && `${stat.dev}:${stat.ino}`;
  } catch {
    return undefined;
  }
}

/** Whether the path is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/**
 * A name as spelled on the disk, where it differs from the given one only in composed or decomposed Vietnamese letters:
 * macOS and USB sticks bring such names. Any other name is returned unchanged.
 */
export function nameOnDisk(name: string, cwd: string): string {
  if (!/[^\p{ASCII}]/u.test(name) || isThere(resolve(cwd, name))) return name;
  let known = '';
  for (const part of withSlashes(name).split('/')) {
    const isKnown = part === '' || isThere(resolve(cwd, known + part));
    known += `${isKnown ? part : twinIn(resolve(cwd, known), part)}/`;
  }
  return known.slice(0, -1);
}

function twinIn(folder: string, name: string): string {
  try {
    return readdirSync(folder).find((entry) => entry.normalize() === name.normalize()) ?? name;
  } catch {
    return name;
  }
}

/** Whether anything has this name, including a broken link. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A path from a folder around it; undefined for the folder itself, and for anything outside. */
export function within(folder: string, path: string): string | undefined {
  const name = relative(folder, path);
  const leadsOut = name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name);
  return name === '' || leadsOut ? undefined : name;
}

/**
 * The root of the repository around the current folder: as GitHub or GitLab says, else the folder with `.git`;
 * undefined outside any repository.
 */
export function repositoryRoot({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string | undefined {
  const isAround = (root: string) => root === cwd || within(realPath(root) ?? root, cwd) !== undefined;
  const inCi = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find((root) => root && isAround(root));
  if (inCi) return resolve(inCi);
  return foldersAbove(cwd).find((folder) => isThere(join(folder, '.git')));
}

/** A folder and those around it, the innermost first. */
export const foldersAbove = (folder: string): string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...foldersAbove(dirname(folder))];

/** A file's path from the root of its repository, with `/`; undefined outside it. @param path absolute */
export const nameFromRoot = (path: string, root: string): string | undefined =>
  (within(root, path) ?? within(realPath(root) ?? root, realPath(path) ?? path))?.replaceAll(sep, '/');

/** Whether a name may be a pattern. Parentheses and `!` do not make one: names of copies have them. */
export const isPattern = (name: string) => /[*?[\]{}]/.test(name);

/** Names that are skipped unless given: hidden files, packages, Word's lock files. */
export const isSkippedName = (name: string) =>
  name.startsWith('.') || name === 'node_modules' || name.startsWith('~$');

/** What a pattern matches, sorted, as in a shell. @param onUnreadable called for each folder that cannot be read */
export async function expandPattern(
  pattern: string,
  cwd: string,
  onUnreadable: (name: string, error: unknown) => void,
): Promise<string[]> {
  const { shellMatcher } = await import('../../config/glob-matcher.ts');
  const parts = withSlashes(normalize(pattern)).split('/');
  const fixed = parts.findIndex((part) => /[*?[\]{}\\]/.test(part));
  const above = parts.slice(0, fixed).map((part) => `${part}/`);
  const base = nameOnDisk(above.join(''), cwd);
  const rest = parts.slice(fixed);
  const isMatch = shellMatcher(rest.join('/'), process.platform === 'win32');
  // Braces may hold a `/`.
  const depth = rest.some((part) => /\*\*|\{/.test(part)) ? Number.POSITIVE_INFINITY : rest.length;
  const asksForHidden = rest.some((part) => /^[[{]?\.|,\./.test(part));
  const found: string[] = [];

  /** @param above the real paths of the folder and those around it: a link may lead back to one of them */
  const visit = (folder: string, level: number, above: readonly string[]) => {
    for (const entry of entriesOf(join(base, folder))) {
      const isHidden = entry.name.startsWith('.');
      if (isHidden ? !asksForHidden : isSkippedName(entry.name)) continue;
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isMatch(place)) found.push(join(base, place));
      const real = level < depth ? realFolder(entry, resolve(cwd, base, place)) : undefined;
      if (real !== undefined && !above.includes(real)) visit(place, level + 1, [...above, real]);
    }
  };
  const entriesOf = (name: string): Dirent[] => {
    try {
      return readdirSync(resolve(cwd, name), { withFileTypes: true });
    } catch (error) {
      // The fixed part before the pattern does not exist, so nothing matches.
      if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? '')) onUnreadable(name, error);
      return [];
    }
  };
  visit('', 1, []);
  return inOrder(found, (name) => name);
}

/** The real path of a folder or a link to one; undefined for anything else. */
function realFolder(entry: Dirent, path: string): string | undefined {
  if (entry.isDirectory()) return path;
  return entry.isSymbolicLink() && isFolder(path) ? realPath(path) : undefined;
}
