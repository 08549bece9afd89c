import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, normalize, resolve } from 'node:path';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError, systemCode, systemError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';
import {
  expandPattern,
  inOrder,
  isPattern,
  isSkippedName,
  isThere,
  nameOnDisk,
  realPath,
  within,
  withSlashes,
} from './paths.ts';

/** A file to check. */
export interface Input {
  /** Its name in messages, with `/` as separator. `-` is standard input. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** Named on the command line, directly or by a pattern; such a file is always checked. */
  readonly named: boolean;
  /** Its path below the named folder, or below the current one; mirrored by `--out-dir`. */
  readonly place: string;
  /** The absolute path of LibreOffice's conversion, which is read instead. */
  readonly docx?: string;
}

/** The files that the names on the command line lead to. */
export interface FoundInputs {
  /** In the order of the command line, each file once; within folders by name: see `inOrder`. */
  readonly inputs: readonly Input[];
  /** Wanted, but left out by `isExcluded`. */
  readonly excluded: readonly Input[];
  readonly failures: readonly UserError[];
}

export const formNames = {
  text: /\.(ya?ml|json)$/i,
  'text-or-word': /\.(ya?ml|json|docx|docm|doc|odt|rtf|pdf)$/i,
  word: /\.(docx|docm|doc|odt|rtf|pdf)$/i,
};

/** Which file names are looked for in folders. */
export type FormNames = keyof typeof formNames;

export interface FindOptions {
  /** The names come from the configuration: their files do not count as named. */
  readonly areFound?: boolean;
  readonly isExcluded?: (input: Input) => boolean;
  /** Which found files are wanted. */
  readonly isWanted?: (input: Input) => boolean;
}

/**
 * Finds the files that names lead to: files, folders (every file in them with the name of a form), patterns, and
 * `-`. A pattern acts as if a shell had expanded it: every file that it matches counts as named.
 */
export async function findInputs(
  names: readonly string[],
  cwd: string,
  kind: FormNames,
  { areFound = false, isExcluded, isWanted }: FindOptions = {},
): Promise<FoundInputs> {
  const isFormName = (name: string) => formNames[kind].test(name);
  const inputs = new Map<string, Input>();
  const failures: UserError[] = [];
  const folders = new Set<string>();

  const fail = (name: string, error: unknown) => {
    const failure = isGarbled(name, error) ? garbled({ name }) : fileError('read', name, error);
    if (!(failure instanceof UserError)) throw failure;
    failures.push(new UserError(failure.wording, name));
  };

  function addFile(name: string, path: string, place: string, named: boolean, id = realPath(path) ?? path) {
    const known = inputs.get(id);
    if (known) inputs.set(id, { ...known, named: known.named || named });
    else inputs.set(id, { name: withSlashes(name), path, place, named });
  }

  /** Returns how many form files the folder has, including those found before. */
  function addFolder(name: string, path: string, place: string): number {
    const id = realPath(path) ?? path;
    if (folders.has(id)) return 1;
    folders.add(id);
    let count = 0;
    for (const entry of inOrder(readdirSync(path, { withFileTypes: true }), ({ name }) => name)) {
      if (isSkippedName(entry.name)) continue;
      const at = [join(name, entry.name), join(path, entry.name), join(place, entry.name)] as const;
      const isForm = isFormName(entry.name);
      try {
        // Resolving every file takes long in large folders, and only links need it.
        const isLink = entry.isSymbolicLink() || entry.name.includes('\ufffd');
        const found = isLink ? targetOf(at[1], isForm || entry.isDirectory()) : entry;
        if (found?.isDirectory()) {
          count += addFolder(...at);
        } else if (found && isForm) {
          count += 1;
          if (found.isFile()) addFile(...at, false, isLink ? undefined : join(id, entry.name));
          else failures.push(notPlainFile({ name: at[0] }));
        }
      } catch (error) {
        count += 1;
        fail(at[0], error);
      }
    }
    return count;
  }

  /** @param isMatch it comes from a pattern, which is not meant to match pipes */
  function addNamed(given: string, isMatch = false) {
    const name = nameOnDisk(normalize(given), cwd);
    try {
      const path = resolve(cwd, name);
      const stats = statSync(path);
      if (withSlashes(name).endsWith('/') && !stats.isDirectory()) throw systemError('ENOTDIR');
      if (isMatch && !stats.isDirectory() && !stats.isFile()) {
        failures.push(notPlainFile({ name }));
      } else if (!stats.isDirectory() && kind === 'text' && formNames.word.test(name)) {
        failures.push(notFormFile({ name }));
      } else if (!stats.isDirectory()) {
        addFile(name, path, within(cwd, path) ?? basename(path), !areFound);
      } else if (addFolder(name, path, '') === 0) {
        failures.push(emptyFolder({ name, endings: endings[kind] }));
      }
    } catch (error) {
      fail(name, error);
    }
  }

  for (const name of names) {
    if (name === '-') {
      inputs.set('-', { name: '-', path: undefined, named: !areFound, place: 'stdin' });
    } else if (!isPattern(name) || isThere(resolve(cwd, name))) {
      addNamed(name);
    } else {
      const failuresBefore = failures.length;
      const matches = await expandPattern(name, cwd, fail);
      if (matches.length === 0 && failures.length === failuresBefore)
        failures.push(noMatch({ pattern: name }));
      for (const match of matches) addNamed(match, true);
    }
  }
  const wanted = [...inputs.values()].filter((input) => isWanted?.(input) !== false);
  const excluded = new Set(wanted.filter((input) => !input.named && isExcluded?.(input) === true));
  if (excluded.size > 0 && excluded.size === wanted.length && failures.length === 0 && !isWanted)
    failures.push(allExcluded({ where: quoted(names), count: excluded.size }));
  return { inputs: wanted.filter((input) => !excluded.has(input)), excluded: [...excluded], failures };
}

/** The target of a link in a folder. A broken one matters only if it has the name of a form. */
function targetOf(link: string, isForm: boolean): Stats | undefined {
  try {
    return statSync(link);
  } catch (error) {
    if (isForm) throw error;
    return undefined;
  }
}

const endings: Readonly<Record<FormNames, Wording>> = {
  text: { vi: '.yaml, .yml hay .json', en: '.yaml, .yml or .json' },
  'text-or-word': { vi: '.yaml, .yml, .json hay .docx', en: '.yaml, .yml, .json or .docx' },
  word: { vi: '.docx, .doc, .odt hay .rtf', en: '.docx, .doc, .odt or .rtf' },
};

/** Node.js replaces bytes that are not UTF-8 by U+FFFD, so no file is found under such a name. */
const isGarbled = (name: string, error: unknown) => name.includes('\ufffd') && systemCode(error) === 'ENOENT';

const garbled = userError(
  'Không đọc được {name}: tên tệp hay thư mục có byte không thuộc UTF-8. Hãy đổi tên.',
  'Cannot read {name}: the name of the file or a folder has bytes that are not UTF-8. Rename it.',
);
const emptyFolder = userError(
  'Thư mục {name} không có tệp {endings} nào. Hãy kiểm tra lại đường dẫn.',
  'The folder {name} has no {endings} file. Check the path.',
);

/** A pipe without a writer would block, and a device may have no end. */
const notPlainFile = userError(
  'Không đọc {name}: đây là đường ống hay thiết bị, không phải tệp. Hãy nêu rõ tên nếu cần đọc.',
  'Not reading {name}: it is a pipe or a device, not a file. Name it by itself to have it read.',
);
const notFormFile = userError(
  'Không đọc {name}: lệnh này cần tệp biểu (.yaml, .json), còn đây là biểu Word. Hãy chuyển thành tệp biểu trước: bieu2 import',
  'Not reading {name}: this command needs a form file (.yaml, .json), and this is a Word form. Turn it into one first: bieu2 import',
);
const noMatch = userError(
  'Không có tệp nào khớp với {pattern}. Hãy kiểm tra lại đường dẫn.',
  'No file matches {pattern}. Check the path.',
);

function quoted(names: readonly string[]): Wording {
  const list = names.map(quoteName).join(', ');
  return { vi: list, en: list };
}

const allExcluded = userError(
  'Không còn tệp nào trong {where}: “files.exclude” của tệp cấu hình loại ra {count} tệp. Muốn đọc tệp nào thì nêu rõ tên tệp đó.',
  'No file left in {where}: “files.exclude” of the configuration excludes {count file|files}. Name a file to have it read.',
);

export const noForm = (names: readonly string[], skipped: number): UserError =>
  noFormIn({ where: quoted(names), skipped });

const noFormIn = userError(
  'Không có biểu nào trong {where}: đã bỏ qua {skipped} tệp không phải biểu (không có khóa “form:” hay bảng của biểu). Hãy nêu rõ tên tệp để kiểm tra.',
  'No form found in {where}: skipped {skipped file|files} without a key “form:” or the form’s table. Name a file to have it checked.',
);
