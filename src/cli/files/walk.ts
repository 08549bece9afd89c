import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { fileError, systemCode } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** A file to check. */
export interface Input {
  /** What messages call it; `/` as separator. `-` is standard input. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** Named on the command line, by itself or by a pattern; such a file is checked whatever it looks like. */
  readonly named: boolean;
  /** Where it stands below the folder that was named, or below the current folder; mirrored by `--out-dir`. */
  readonly place: string;
}

/** What the names on the command line lead to. */
export interface Walk {
  /** In the order of the command line, folders in the order of their names, each file once. */
  readonly inputs: readonly Input[];
  readonly failures: readonly UserError[];
}

const formNames = {
  text: /\.(ya?ml|json)$/i,
  'text-or-word': /\.(ya?ml|json|docx)$/i,
  word: /\.(docx?|odt|rtf)$/i,
};

/** Which files are looked for in folders, by their names. */
export type FormNames = keyof typeof formNames;

/** What is no place for forms, by its name. */
export const isPassedOver = (name: string) =>
  name.startsWith('.') || name === 'node_modules' || name.startsWith('~$');

/**
 * Finds the files that names stand for: files, folders (every file in them that has the name of a form),
 * patterns, and `-`. A pattern does what a shell would have made of it: every file that it matches counts as named.
 */
export async function walk(names: readonly string[], cwd: string, kind: FormNames = 'text'): Promise<Walk> {
  const isFormName = (name: string) => formNames[kind].test(name);
  const inputs = new Map<string, Input>();
  const failures: UserError[] = [];
  const folders = new Set<string>();

  const fail = (name: string, error: unknown) => {
    const failure = isGarbled(name, error) ? garbled(name) : fileError('read', name, error);
    if (!(failure instanceof UserError)) throw failure;
    failures.push(failure);
  };

  function addFile(name: string, path: string, place: string, named: boolean, id = realpathSync(path)) {
    const known = inputs.get(id);
    if (known) inputs.set(id, { ...known, named: known.named || named });
    else inputs.set(id, { name: withSlashes(name), path, place, named });
  }

  /** Gives back how many files of forms, known ones included, the folder has. */
  function addFolder(name: string, path: string, place: string): number {
    const id = realpathSync(path);
    if (folders.has(id)) return 1;
    folders.add(id);
    let count = 0;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      if (isPassedOver(entry.name)) continue;
      const at = [join(name, entry.name), join(path, entry.name), join(place, entry.name)] as const;
      const isForm = isFormName(entry.name);
      try {
        // What is no link is where it is; finding that out for each file takes long in large folders.
        const isLink = entry.isSymbolicLink() || entry.name.includes('\ufffd');
        const found = isLink ? targetOf(at[1], isForm || entry.isDirectory()) : entry;
        if (found?.isDirectory()) {
          count += addFolder(...at);
        } else if (found && isForm) {
          count += 1;
          if (found.isFile()) addFile(...at, false, isLink ? undefined : join(id, entry.name));
          else failures.push(noPlainFile(at[0]));
        }
      } catch (error) {
        count += 1;
        fail(at[0], error);
      }
    }
    return count;
  }

  function addNamed(name: string) {
    try {
      const path = resolve(cwd, name);
      if (!statSync(path).isDirectory()) {
        addFile(normalize(name), path, placeBelow(cwd, path), true);
      } else if (addFolder(normalize(name), path, '') === 0) {
        failures.push(emptyFolder(name, kind));
      }
    } catch (error) {
      fail(name, error);
    }
  }

  for (const name of names) {
    if (name === '-') {
      inputs.set('-', { name: '-', path: undefined, named: true, place: 'stdin' });
    } else if (!isPattern(name) || exists(resolve(cwd, name))) {
      addNamed(name);
    } else {
      const matches = await matchPattern(name, cwd);
      if (matches.length === 0) failures.push(noMatch(name));
      for (const match of matches) addNamed(match);
    }
  }
  return { inputs: [...inputs.values()], failures };
}

async function matchPattern(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const matches = await glob(withSlashes(pattern), {
    cwd,
    onlyFiles: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/~$*'],
  });
  return matches.sort();
}

// Nothing else makes a file's name a pattern; a file that is there under the very name comes first.
export const isPattern = (name: string) => /[*?[\]{}()!]/.test(name);

// `\` separates folders on Windows alone; elsewhere it may be part of a name, or of a pattern.
const withSlashes = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/') : path);

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);

function placeBelow(folder: string, path: string): string {
  const place = relative(folder, path);
  return place.startsWith('..') || isAbsolute(place) ? (path.split(sep).at(-1) ?? path) : place;
}

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** What a link in a folder leads to. A broken one matters only where it has the name of a form. */
function targetOf(link: string, isForm: boolean): Stats | undefined {
  try {
    return statSync(link);
  } catch (error) {
    if (isForm) throw error;
    return undefined;
  }
}

const endings: Readonly<Record<FormNames, readonly [all: string, last: string]>> = {
  text: ['.yaml, .yml', '.json'],
  'text-or-word': ['.yaml, .yml, .json', '.docx'],
  word: ['.docx, .doc, .odt', '.rtf'],
};

function emptyFolder(name: string, kind: FormNames): UserError {
  const [all, last] = endings[kind];
  return new UserError({
    vi: `Thư mục ${quoteName(name)} không có tệp ${all} hay ${last} nào. Hãy kiểm tra lại đường dẫn.`,
    en: `The folder ${quoteName(name)} has no ${all} or ${last} file. Check the path.`,
  });
}

/** A name that is not in UTF-8 reaches Node.js with U+FFFD instead, and nothing is found under it. */
const isGarbled = (name: string, error: unknown) => name.includes('\ufffd') && systemCode(error) === 'ENOENT';

const garbled = (name: string) =>
  new UserError({
    vi: `Không đọc được ${quoteName(name)}: tên tệp hay thư mục có byte không thuộc UTF-8. Hãy đổi tên.`,
    en: `Cannot read ${quoteName(name)}: the name of the file or a folder has bytes that are not UTF-8. Rename it.`,
  });

/** A pipe without a writer would be waited for, and a device may have no end. */
const noPlainFile = (name: string) =>
  new UserError({
    vi: `Không đọc ${quoteName(name)}: đây là đường ống hay thiết bị, không phải tệp. Hãy nêu rõ tên nếu cần đọc.`,
    en: `Not reading ${quoteName(name)}: it is a pipe or a device, not a file. Name it by itself to have it read.`,
  });

const noMatch = (pattern: string) =>
  new UserError({
    vi: `Không có tệp nào khớp với ${quoteName(pattern)}. Hãy kiểm tra lại đường dẫn.`,
    en: `No file matches ${quoteName(pattern)}. Check the path.`,
  });
