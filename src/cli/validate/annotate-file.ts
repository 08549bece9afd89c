import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Diagnostic, FileReport } from '../../diagnostics/finding.ts';
import { enCount, severityWords, viNumber, words } from '../../diagnostics/wording.ts';
import { wordFile } from '../../rules/word-file.ts';
import { annotateWordForm } from '../../word/annotate/annotate-word-form.ts';
import { Refusal } from '../../zip/refusal.ts';
import type { Context } from '../context.ts';
import { writeTarget } from '../files/atomic-file.ts';
import { fileTarget, namedFiles, refuseInputs, type Target } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';
import type { ValidateFlags } from './command.ts';

/** Writes copies of Word forms with their findings as comments. */
export interface Annotator {
  /** @throws UserError when the copy cannot be written */
  annotate(input: Input, report: FileReport): Promise<void>;
  /** Reports what was written. */
  close(): void;
}

/**
 * Makes an annotator for the single Word form among the inputs.
 *
 * @throws UserError when there is not exactly one, or the copy would replace something
 */
export function annotatorOfOne(
  output: string,
  inputs: readonly Input[],
  flags: ValidateFlags,
  context: Context,
): Annotator {
  const [input, another] = inputs;
  if (!input || another || !isWordName(input)) throw notOneForm();
  const ending = extname(input.name).toLowerCase();
  const needed = input.docx ? '.docx' : ending;
  if (/^\.do[ct][mx]$/.test(needed) && extname(output).toLowerCase() !== needed)
    throw otherEnding({ output, ending: words(needed, needed) });
  const target = fileTarget(output, flags, context.io);
  refuseInputs([target], inputs);
  return {
    async annotate(_, report) {
      const count = await writeCopy(input, target, report, context);
      context.note({
        vi: `Đã ghi ${quoteName(output)} với ${viNumber(count)} nhận xét${input.docx ? `, trên bản .docx do LibreOffice chuyển từ ${quoteName(input.name)}` : ''}.`,
        en: `Wrote ${quoteName(output)} with ${enCount(count, 'comment')}${input.docx ? `, in a .docx that LibreOffice made from ${quoteName(input.name)}` : ''}.`,
      });
    },
    close() {},
  };
}

/**
 * Makes an annotator that writes copies of all Word forms with findings into a folder, with the forms' names and subfolders.
 *
 * @throws UserError when two forms would have the same copy, or a copy would replace a form
 */
export function annotatorOfAll(
  folder: string,
  inputs: readonly Input[],
  flags: ValidateFlags,
  context: Context,
): Annotator {
  const targets = new Map<Input, string>();
  const sources = new Map<string, string>();
  for (const input of inputs.filter(isWordName)) {
    const target = normalize(join(folder, input.place.replace(input.docx ? /\.[^.]*$/ : /\.xml$/i, '.docx')));
    const other = sources.get(target.toLowerCase());
    if (other !== undefined) throw clash({ target, first: other, second: input.name });
    sources.set(target.toLowerCase(), input.name);
    targets.set(input, target);
  }
  if (flags.force) refuseInputs(namedFiles([...targets.values()], context.io.cwd), inputs);
  let [files, comments, clean] = [0, 0, 0];
  return {
    async annotate(input, report) {
      const target = targets.get(input);
      if (target === undefined) return;
      if (report.diagnostics.length === 0) {
        clean += 1;
        return;
      }
      comments += await writeCopy(input, fileTarget(target, flags, context.io), report, context);
      files += 1;
    },
    close() {
      context.note({
        vi: `Đã ghi ${viNumber(files)} bản có nhận xét vào ${quoteName(folder)}, tổng cộng ${viNumber(comments)} nhận xét; ${viNumber(clean)} biểu Word không có vấn đề.`,
        en: `Wrote ${enCount(files, 'annotated copy', 'annotated copies')} to ${quoteName(folder)}, ${enCount(comments, 'comment')} in all; ${enCount(clean, 'Word form')} without findings.`,
      });
    },
  };
}

const isWordName = ({ name, path }: Input) => path !== undefined && !/\.(?:ya?ml|json)$/i.test(name);

/** Returns the number of comments. */
async function writeCopy(
  { path = '', docx, name }: Input,
  target: Target,
  { diagnostics }: FileReport,
  { io, language }: Context,
): Promise<number> {
  const textOf = ({ severity, rule, message, hint }: Diagnostic) =>
    [
      `${capitalized(severityWords[severity][language])} (${rule}): ${message}.`,
      ...(hint ? [hint] : []),
    ].join('\n');
  const annotations = diagnostics.map((diagnostic) => ({
    place: diagnostic.place,
    text: textOf(diagnostic),
  }));
  // A file that was refused by the check is not read again.
  if (diagnostics.some(({ rule }) => rule === wordFile.id)) throw notReadable({ name });
  const annotated = annotatedCopy(docx ?? path, name, annotations);
  await writeTarget(target, annotated, io);
  return annotations.length;
}

function annotatedCopy(
  path: string,
  name: string,
  annotations: Parameters<typeof annotateWordForm>[1],
): Uint8Array {
  try {
    return annotateWordForm(readFileSync(path), annotations);
  } catch (error) {
    if (error instanceof TypeError && error.cause instanceof Refusal) throw notReadable({ name });
    throw fileError('read', name, error);
  }
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const notOneForm = userError(
  '“--annotate” ghi nhận xét vào bản sao của một biểu Word: hãy nêu đúng một tệp .docx, hoặc dùng --annotate-dir cho nhiều biểu.',
  '“--annotate” writes comments into a copy of one Word form: name exactly one .docx file, or use --annotate-dir for many.',
);
const notReadable = userError(
  'Không ghi được nhận xét: {name} không đọc được như một tệp .docx.',
  'Cannot write comments: {name} cannot be read as a .docx file.',
);

const otherEnding = userError(
  'Không ghi được {output}: tên của bản sao phải có đuôi {ending}.',
  'Cannot write {output}: the name of the copy must end in {ending}.',
);

const clash = userError(
  '{first} và {second} cùng ứng với một bản sao {target}; chưa ghi tệp nào.',
  '{first} and {second} would both be copied to {target}; nothing was written.',
);
