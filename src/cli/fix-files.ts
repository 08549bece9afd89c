import type { FileReport } from '../diagnostics/diagnostic.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { type FoundFix, fixSource } from '../fix.ts';
import { reporters } from '../reporters/index.ts';
import { printable } from '../reporters/printable.ts';
import { rules } from '../rules/index.ts';
import { parseText } from '../source/parse-text.ts';
import type { Source } from '../source/source.ts';
import type { ValidateOptions } from '../validate.ts';
import type { Context } from './context.ts';
import { quoteName } from './quote-name.ts';
import { unifiedDiff } from './unified-diff.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';
import type { Input } from './walk.ts';
import { writeAtomic } from './write-atomic.ts';

/** What becomes of fixed texts: written, listed, or shown as a difference. */
export type FixMode = 'write' | 'dry-run' | 'diff';

interface FixedFile {
  readonly input: Input;
  readonly before: Source;
  readonly after: Source;
  readonly fixes: readonly FoundFix[];
  /** The file began with a byte order mark, which stays. */
  readonly hasMark: boolean;
}

/** Fixes sources while they are checked, and then does with them what was asked for. */
export class FileFixer {
  readonly #files: FixedFile[] = [];
  readonly #wordFiles: string[] = [];

  /** The source as it is after its safe fixes; Word files stay as they are. */
  readonly amend = (source: Source, input: Input, bytes: Uint8Array, options: ValidateOptions): Source => {
    if (source.find === undefined) {
      this.#wordFiles.push(source.file);
      return source;
    }
    const parse = (text: string) => parseText(text, source.file);
    const { source: after, fixes } = fixSource(source, parse, options);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.#files.push({ input, before: source, after, fixes, hasMark });
    return after;
  };

  /** Writes or shows what was fixed; gives back what could not be written. */
  async finish(mode: FixMode, context: Context): Promise<UserError[]> {
    const failures: UserError[] = [];
    for (const name of this.#wordFiles) context.io.stderr.write(`${context.say(notFixed(name))}\n`);
    for (const file of this.#files) {
      try {
        if (mode === 'write') await write(file, context);
        else if (mode === 'diff') showDiff(file, context);
        else await list(file, context);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failures.push(error);
      }
    }
    return failures;
  }
}

async function write({ input, after, fixes, hasMark }: FixedFile, { io, say }: Context) {
  const content = (hasMark ? '\ufeff' : '') + (after.text ?? '');
  if (input.path === undefined) {
    io.stdout.write(content);
    return;
  }
  if (fixes.length === 0) return;
  io.holdInterrupts();
  await writeAtomic(input.path, input.name, content);
  const count = fixes.length;
  const name = quoteName(input.name);
  const done = say({
    vi: `Đã sửa ${count} chỗ trong ${name}`,
    en: `Fixed ${count} ${count === 1 ? 'fault' : 'faults'} in ${name}`,
  });
  io.stderr.write(`${done}\n`);
}

async function list({ before, fixes }: FixedFile, { io, styleFor }: Context) {
  const diagnostics = fixes.map(({ diagnostic }) => diagnostic);
  const file: FileReport = { file: before.file, diagnostics };
  const report = { toolVersion: version, files: [file], passedOver: 0, rules };
  const line = await reporters.line();
  io.stdout.write(line(report, styleFor(io.stdout)));
}

function showDiff({ before, after }: FixedFile, { io }: Context) {
  const diff = unifiedDiff(before.file, before.text ?? '', after.text ?? '');
  // At a terminal it is for eyes, and text of a form must not steer it; elsewhere it is for programs.
  io.stdout.write(io.stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
}

const notFixed = (name: string): Wording => ({
  vi: `Không tự sửa tệp Word ${quoteName(name)}: hãy sửa trong Word, hoặc chuyển sang tệp biểu bằng “bieu2 import”.`,
  en: `The Word file ${quoteName(name)} is not fixed: mend it in Word, or turn it into a form file with “bieu2 import”.`,
});
