import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { FileReport } from '../../diagnostics/finding.ts';
import { enCount, severityWords, viNumber } from '../../diagnostics/wording.ts';
import { wordFile } from '../../rules/word-file.ts';
import { annotateWordForm } from '../../word/annotate/annotate-word-form.ts';
import { Refusal } from '../../zip/refusal.ts';
import type { Context } from '../context.ts';
import { fileTarget, namedFiles, refuseInputs, type Target } from '../files/file-target.ts';
import type { FoundInputs, Input } from '../files/find-inputs.ts';
import { writeTarget } from '../files/write-target.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { type UserError, userError } from '../user-error.ts';
import type { ValidateFlags } from './command.ts';

/**
 * For `--annotate`, the copy of the single form; for `--annotate-dir`, copies of all Word forms with findings.
 *
 * @throws UserError when there is no such form, or a copy would replace something
 */
export function makeAnnotator(
  { annotate: output, annotateDir: folder = '', ...flags }: ValidateFlags,
  { inputs, failures }: FoundInputs,
  context: Context,
) {
  const { io, note } = context;
  const names = output === undefined ? copiesIn(folder, inputs) : copyOfOne(output, inputs, failures);
  if (output !== undefined) fileTarget(output, flags, io);
  if (output !== undefined || flags.force) refuseInputs(namedFiles([...names.values()], io.cwd), inputs);
  let [files, comments, clean] = [0, 0, 0];
  return {
    /** @throws UserError when the copy cannot be written */
    async annotate(input: Input, report: FileReport): Promise<void> {
      const name = names.get(input);
      if (name === undefined) return;
      if (output === undefined && report.diagnostics.length === 0) {
        clean += 1;
        return;
      }
      comments += await writeCopy(input, fileTarget(name, flags, io), report, context);
      files += 1;
    },
    close(): void {
      if (output === undefined) {
        note({
          vi: `Đã ghi ${viNumber(files)} bản có nhận xét vào ${quoteName(folder)}, tổng cộng ${viNumber(comments)} nhận xét; ${viNumber(clean)} biểu Word không có vấn đề.`,
          en: `Wrote ${enCount(files, 'annotated copy', 'annotated copies')} to ${quoteName(folder)}, ${enCount(comments, 'comment')} in all; ${enCount(clean, 'Word form')} without findings.`,
        });
      } else if (files > 0) {
        const original = inputs[0]?.docx && quoteName(inputs[0].name);
        note({
          vi: `Đã ghi ${quoteName(output)} với ${viNumber(comments)} nhận xét${original ? `, trên bản .docx do LibreOffice chuyển từ ${original}` : ''}.`,
          en: `Wrote ${quoteName(output)} with ${enCount(comments, 'comment')}${original ? `, in a .docx that LibreOffice made from ${original}` : ''}.`,
        });
      }
    },
  };
}

function copyOfOne(
  output: string,
  inputs: readonly Input[],
  [failure]: readonly UserError[],
): ReadonlyMap<Input, string> {
  const [input, another] = inputs;
  if (!input && failure) throw failure;
  if (!input || another || !isWordName(input)) throw notOneForm();
  const ending = input.docx ? '.docx' : extname(input.name).toLowerCase();
  if (/^\.do[ct][mx]$/.test(ending) && extname(output).toLowerCase() !== ending)
    throw otherEnding({ output, ending: { vi: ending, en: ending } });
  return new Map([[input, output]]);
}

/** With the forms' names and subfolders. */
function copiesIn(folder: string, inputs: readonly Input[]): ReadonlyMap<Input, string> {
  const names = new Map<Input, string>();
  const sources = new Map<string, string>();
  if (inputs.some(({ path }) => path === undefined)) throw noCopyOfStream();
  for (const input of inputs.filter(isWordName)) {
    const target = normalize(join(folder, input.place.replace(input.docx ? /\.[^.]*$/ : /\.xml$/i, '.docx')));
    const other = sources.get(target.toLowerCase());
    if (other !== undefined) throw clash({ target, first: other, second: input.name });
    sources.set(target.toLowerCase(), input.name);
    names.set(input, target);
  }
  return names;
}

const isWordName = ({ name, path }: Input) => path !== undefined && !/\.(?:ya?ml|json)$/i.test(name);

async function writeCopy(
  { path = '', docx, name }: Input,
  target: Target,
  { diagnostics }: FileReport,
  { io, language }: Context,
): Promise<number> {
  const annotations = diagnostics.map(({ place, severity, rule, message, hint }) => {
    const word = severityWords[severity][language];
    const sentence = `${word.charAt(0).toUpperCase()}${word.slice(1)} (${rule}): ${message}.`;
    return { place, text: hint ? `${sentence}\n${hint}` : sentence };
  });
  // A file that was refused by the check is not read again.
  if (diagnostics.some(({ rule }) => rule === wordFile.id)) throw notReadable({ name });
  let copy: Uint8Array;
  try {
    copy = annotateWordForm(readFileSync(docx ?? path), annotations);
  } catch (error) {
    if (error instanceof TypeError && error.cause instanceof Refusal) throw notReadable({ name });
    throw fileError('read', name, error);
  }
  await writeTarget(target, copy, io);
  return annotations.length;
}

const notOneForm = userError(
  '“--annotate” ghi nhận xét vào bản sao của một biểu Word: hãy nêu đúng một tệp .docx, hoặc dùng --annotate-dir cho nhiều biểu.',
  '“--annotate” writes comments into a copy of one Word form: name exactly one .docx file, or use --annotate-dir for many.',
);
const noCopyOfStream = userError(
  '“--annotate-dir” không ghi được bản sao của đầu vào chuẩn. Hãy nêu tên tệp hoặc thư mục, thay cho -.',
  '“--annotate-dir” cannot copy standard input. Name a file or folder instead of -.',
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
