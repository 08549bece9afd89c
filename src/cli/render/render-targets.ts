import { extname, join, normalize, resolve } from 'node:path';
import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import type { NamedFile } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { isFolder } from '../files/paths.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import { type UserError, userError, userErrorOf } from '../user-error.ts';
import type { RenderFlags } from './command.ts';

/** The options that set the targets. */
export type TargetFlags = Pick<RenderFlags, 'output' | 'outDir' | 'stdinFilename'>;

/**
 * The target of every input, decided before anything is written.
 *
 * @param wrongName the error for an output with another ending @throws UserError when two inputs share a target
 */
export function renderTargets(
  inputs: readonly Input[],
  flags: TargetFlags,
  cwd: string,
  endings: readonly [usual: string, ...others: string[]],
  wrongName: (output: string) => UserError,
): NamedFile[] {
  const { output } = flags;
  if (output !== undefined && output !== '-') {
    if (isFolder(resolve(cwd, output))) throw isAFolder({ name: output, word: { vi: output, en: output } });
    if (!endings.includes(extname(output).toLowerCase())) throw wrongName(output);
  }
  if (output !== undefined && inputs.length > 1) throw severalForOne({ output, count: inputs.length });
  const taken = new Map<string, Input>();
  return inputs.map((input) => {
    const name = targetName(input, flags, endings[0]);
    if (name === '-') return { name, path: undefined };
    const path = resolve(cwd, name);
    const key = ignoresCase ? path.toLowerCase() : path;
    const other = taken.get(key);
    if (other) throw clash({ first: other.name, second: input.name, target: name });
    taken.set(key, input);
    return { name, path };
  });
}

/**
 * Where several inputs share one target, drops those that are not forms. The
 * others are read only once, when their turn comes.
 *
 * @param isForm may throw a `UserError`, since a file that cannot be read may be a form
 */
export async function withoutBystanders(
  inputs: readonly Input[],
  flags: TargetFlags,
  isForm: (input: Input) => Promise<boolean>,
): Promise<Input[]> {
  const keyOf = (input: Input) => flags.output ?? withoutEnding(sourceName(input, flags)).toLowerCase();
  const sharing = new Map<string, number>();
  for (const input of inputs) sharing.set(keyOf(input), (sharing.get(keyOf(input)) ?? 0) + 1);
  const kept: Input[] = [];
  for (const input of inputs) {
    const isAlone = input.named || sharing.get(keyOf(input)) === 1;
    if (isAlone || (await isForm(input).catch((error) => Boolean(userErrorOf(error))))) kept.push(input);
  }
  return kept;
}

/** The formats of `--to`, else that of the output's ending, else the default. @throws UserError */
export function formatsOf({ to, output }: Pick<RenderFlags, 'to' | 'output'>): RenderFormat[] {
  const known = (name: string) => renderFormats.find((format) => format === name.trim().toLowerCase());
  const named = known(extname(output ?? '').slice(1));
  if (to === undefined) return [named ?? renderFormats[0]];
  const all = to.split(',').map((name) => {
    const format = known(name);
    if (!format) throw unknownFormat(name.trim().toLowerCase(), renderFormats);
    return format;
  });
  const formats = [...new Set(all)];
  if (output === undefined) return formats;
  if (formats.length > 1) throw severalForOutput({ output });
  if (named !== undefined && named !== formats[0])
    throw otherEnding({ output, format: { vi: named, en: named } });
  return formats;
}

// As on Windows and macOS, `A.docx` and `a.docx` are one file.
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

function targetName(input: Input, flags: TargetFlags, usual: string): string {
  const { output, outDir } = flags;
  if (output !== undefined) return output;
  if (input.path === undefined && outDir === undefined) return '-';
  return normalize(join(outDir ?? '', `${withoutEnding(sourceName(input, flags))}${usual}`));
}

const sourceName = ({ name, path, place }: Input, { outDir, stdinFilename }: TargetFlags) =>
  path === undefined ? (stdinFilename ?? 'stdin') : outDir === undefined ? name : place;

const withoutEnding = (name: string) => name.slice(0, name.length - extname(name).length);

const isAFolder = userError(
  '{name} là thư mục. Để ghi vào thư mục, hãy dùng --out-dir {word}',
  '{name} is a directory. To write to it, use --out-dir {word}',
);

const severalForOne = userError(
  'Có {count} biểu mà chỉ có một nơi ghi là {output}. Hãy dùng --out-dir.',
  '{count} forms, but only one output {output}. Use --out-dir.',
);

const clash = userError(
  '{first} và {second} cùng ứng với một tệp {target}; chưa ghi tệp nào. Hãy đổi tên một tệp, hoặc xử lý riêng từng tệp.',
  '{first} and {second} would both be written to {target}; nothing was written. Rename one, or name them in separate runs.',
);
const otherEnding = userError(
  'Tên tệp {output} không hợp với “--to”. Hãy đổi đuôi tệp, hoặc dùng --to {format}.',
  'The file name {output} does not match “--to”. Change its extension, or use --to {format}.',
);

const severalForOutput = userError(
  'Có nhiều định dạng mà chỉ có một nơi ghi là {output}. Hãy dùng --out-dir, hoặc chọn một định dạng.',
  'Several formats, but only one output {output}. Use --out-dir, or choose one format.',
);
