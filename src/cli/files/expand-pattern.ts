import { type Dirent, readdirSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import { systemCode } from '../io/file-error.ts';
import { inOrder, isFolder, nameOnDisk, realPath, withSlashes } from './paths.ts';

/** Whether a name may be a pattern. Parentheses and `!` do not make one: names of copies have them. */
export const isPattern = (name: string) => /[*?[\]{}]/.test(name);

/** Names that are skipped unless given: hidden files, packages, Word's lock files. */
export const isSkippedName = (name: string) =>
  name.startsWith('.') || name === 'node_modules' || name.startsWith('~$');

/**
 * The sorted names of all files and folders that a pattern matches, as a shell expands it.
 *
 * @param onUnreadable called with the name of each folder that cannot be read, and the system's error
 */
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
