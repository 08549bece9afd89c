import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { isJson } from '../../source/source.ts';
import type { Context } from '../context.ts';
import { fileTarget, refuseInputs, type Target } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { wrongEnding } from '../io/file-error.ts';
import { userError } from '../user-error.ts';
import type { MergeFlags } from './command.ts';

export interface MergeTarget extends Target {
  readonly format: 'yaml' | 'json';
}

/** Undefined for standard output. @throws UserError for a name that is not a form file’s, or a file that exists */
export function targetOf({ output, force, dryRun }: MergeFlags, { io }: Context): MergeTarget | undefined {
  if (output === undefined || output === '-') {
    if (output === undefined && io.stdout.isTTY && !dryRun) throw noTarget();
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/i.test(output)) throw wrongEnding(output, ['.yaml', '.yml', '.json']);
  const target = fileTarget(output, { force: force || dryRun || false }, io);
  return { ...target, format: isJson(output) ? 'json' : 'yaml' };
}

/**
 * Excludes an earlier merge result found in a folder.
 *
 * @throws UserError when it was named, or a form is the same file under another name
 */
export function withoutTarget(inputs: readonly Input[], target: MergeTarget | undefined): readonly Input[] {
  if (target === undefined) return inputs;
  const rest = inputs.filter(({ path, named }) => named || path !== target.path);
  refuseInputs([target], rest);
  return rest;
}

/** Rewrites the first form's reference to a schema file for the folder of the target. */
export function relocation(first: string | undefined, target: MergeTarget | undefined, cwd: string) {
  const [from, to] = [first, target?.path].map((path) => (path === undefined ? cwd : dirname(path)));
  return (reference: string): string => {
    const isRelative = !isAbsolute(reference) && !/^[a-z][a-z\d+.-]*:/i.test(reference);
    if (!isRelative || from === undefined || to === undefined || from === to) return reference;
    const path = relative(to, resolve(from, reference)).replaceAll('\\', '/');
    return path.startsWith('.') ? path : `./${path}`;
  };
}

const noTarget = userError(
  'Hãy nêu tệp cần ghi bằng -o, ví dụ -o don-vi.yaml; hoặc -o - để in ra màn hình, --dry-run để xem kế hoạch.',
  'Name the file to write with -o, as in -o unit.yaml; or use -o - to print it, --dry-run to see the plan.',
);
