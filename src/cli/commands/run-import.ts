import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { type ImportedForm, importForm } from '../../import.ts';
import { reporters } from '../../reporters/index.ts';
import { printable } from '../../reporters/printable.ts';
import { reportText } from '../../reporters/report-text.ts';
import { rules } from '../../rules/index.ts';
import type { FontEncoding } from '../../vietnamese/convert-legacy.ts';
import { readWordForm, type WordSource } from '../../word/reading/read-word-form.ts';
import type { Context } from '../context.ts';
import { convertToDocx } from '../convert-office.ts';
import type { Outcome } from '../exit-codes.ts';
import { fileError } from '../file-error.ts';
import { quoteName } from '../quote-name.ts';
import { readInput } from '../read-input.ts';
import { type OutputKind, type RenderTarget, renderTargets } from '../render-targets.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';
import { type Input, walk } from '../walk.ts';
import { writeAtomic } from '../write-atomic.ts';

/** The options of `import` as the command line gives them. */
export interface ImportFlags {
  readonly output?: string;
  readonly outDir?: string;
  readonly format?: 'yaml' | 'json';
  readonly fromEncoding?: FontEncoding;
  readonly force?: boolean;
}

interface ReadForm {
  readonly input: Input;
  readonly source: WordSource;
}

/** Reads Word forms and writes form files. Each stands for itself: one that cannot be read keeps none back. */
export async function runImport(
  names: readonly string[],
  flags: ImportFlags,
  context: Context,
): Promise<Outcome> {
  const { io, language, complain } = context;
  refuseTwoOutputs(flags);
  const { inputs, failures } = await walk(names, io.cwd, 'word');
  for (const failure of failures) complain(failure);
  let failed = failures.length > 0;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      failed = true;
    }
  };

  const forms: ReadForm[] = [];
  for (const input of inputs) {
    await attempt(async () => {
      const source = await readForm(input, flags, context);
      const isOther = source.problems.some(({ message }) => message === 'no-table');
      if (input.named || !isOther) forms.push({ input, source });
    });
  }
  const format = flags.format ?? (/\.json$/i.test(flags.output ?? '') ? 'json' : 'yaml');
  const readable = forms.filter(({ source }) => source.value !== undefined);
  const targets = renderTargets(
    readable.map(({ input }) => input),
    flags,
    io.cwd,
    kinds[format],
  );
  // People read on standard output, unless a form goes there.
  const output = targets.some(({ path }) => path === undefined) ? io.stderr : io.stdout;
  const refused: FileReport[] = [];
  let isUnclear = false;
  for (const { input, source } of forms) {
    const imported = importForm(source, { format, language });
    const target = targets[readable.findIndex((form) => form.input === input)];
    const { text } = imported;
    if (text === undefined || !target) {
      refused.push(imported.report);
      continue;
    }
    await attempt(async () => {
      await writeForm(text, target, flags.force ?? false, context);
      output.write(told(imported, target, context));
      isUnclear ||= source.problems.length > 0;
    });
  }
  if (refused.length > 0) {
    const reporter = await reporters[output.isTTY ? 'pretty' : 'line']();
    const report = { toolVersion: version, files: refused, passedOver: 0, rules };
    output.write(reportText(reporter, report, context.styleFor(output)));
  }
  return { findings: refused.length > 0 || isUnclear, failed };
}

const kinds: Readonly<Record<'yaml' | 'json', OutputKind>> = {
  yaml: {
    isName: /\.ya?ml$/i,
    ending: '.yaml',
    demand: {
      vi: 'tệp biểu YAML phải có đuôi .yaml. Hãy đổi tên, hoặc dùng --format json.',
      en: 'a form file in YAML must be named .yaml. Rename it, or use --format json.',
    },
  },
  json: {
    isName: /\.json$/i,
    ending: '.json',
    demand: {
      vi: 'tệp biểu JSON phải có đuôi .json. Hãy đổi tên, hoặc dùng --format yaml.',
      en: 'a form file in JSON must be named .json. Rename it, or use --format yaml.',
    },
  },
};

async function readForm(input: Input, { fromEncoding }: ImportFlags, { io }: Context): Promise<WordSource> {
  const bytes = await readInput(input, io);
  const isForeign = /\.(?:doc|odt|rtf)$/i.test(input.name);
  const docx = isForeign ? await convertToDocx(bytes, input.name, io) : bytes;
  return readWordForm(docx, input.name, { ...(fromEncoding && { fromEncoding }) });
}

async function writeForm(text: string, { name, path }: RenderTarget, force: boolean, { io }: Context) {
  if (path === undefined) {
    io.stdout.write(text);
    return;
  }
  if (!force && statSync(path, { throwIfNoEntry: false })) throw alreadyThere(name);
  io.holdInterrupts();
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw fileError('write', dirname(name), error);
  }
  await writeAtomic(path, name, text);
}

/** What was written, how the form stands, and what could not be understood. */
function told({ report, unclear }: ImportedForm, { name }: RenderTarget, { say }: Context): string {
  const count = (severity: 'error' | 'warning') =>
    report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const where = name === '-' ? say({ vi: 'đầu ra chuẩn', en: 'standard output' }) : quoteName(name);
  const state =
    errors + warnings === 0
      ? ''
      : say({
          vi: ` (biểu có ${errors} lỗi, ${warnings} cảnh báo; xem: bieu2 validate ${name})`,
          en: ` (the form has ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}; see: bieu2 validate ${name})`,
        });
  const head = `${say({ vi: `Đã ghi ${where}`, en: `Wrote ${where}` })}${state}\n`;
  if (unclear.length === 0) return head;
  const title = say({
    vi: 'Chưa rõ hoặc không thuộc mục nào của biểu:',
    en: 'Not clear, or without a place in a form:',
  });
  return `${head}  ${title}\n${unclear.map((item) => `  - ${printable(item)}\n`).join('')}`;
}

function refuseTwoOutputs({ output, outDir }: ImportFlags) {
  if (output === undefined || outDir === undefined) return;
  throw new UserError({
    vi: 'Không dùng “--output” cùng với “--out-dir”. Hãy chọn một.',
    en: '“--output” and “--out-dir” do not go together. Choose one.',
  });
}

const alreadyThere = (name: string) =>
  new UserError({
    vi: `Không ghi đè ${quoteName(name)}: tệp đã có. Hãy chọn tên khác bằng -o, hoặc thêm --force để thay thế.`,
    en: `Not replacing ${quoteName(name)}: it is already there. Choose another name with -o, or add --force to replace it.`,
  });
