import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../diagnostics/diagnostic.ts';
import { annotateWordForm } from '../word/reading/annotate-word-form.ts';
import { Refusal } from '../word/reading/refusal.ts';
import type { CheckedFile } from './check-files.ts';
import type { Context } from './context.ts';
import { fileError } from './file-error.ts';
import { quoteName } from './quote-name.ts';
import { severityWords } from './severity-words.ts';
import { UserError } from './user-error.ts';
import { writeAtomic } from './write-atomic.ts';

/**
 * Writes a copy of the one Word form that was checked, with a comment for every finding.
 *
 * @param reports what is told of the files, in their order
 * @throws UserError when there is not one Word form, or the copy cannot be written
 */
export async function annotateFile(
  target: string,
  files: readonly CheckedFile[],
  reports: readonly FileReport[],
  { io, language, say }: Context,
): Promise<void> {
  const [file, another] = files;
  const path = file?.input.path;
  if (!file || another || path === undefined || !/\.docx$/i.test(file.input.name)) throw notOneForm();
  if (statSync(resolve(io.cwd, target), { throwIfNoEntry: false })) throw alreadyThere(target);
  const annotations = (reports[0]?.diagnostics ?? []).map(({ place, severity, message, hint, rule }) => ({
    place,
    text: [
      `${capitalized(severityWords[severity][language])} (${rule}): ${message}.`,
      ...(hint ? [hint] : []),
    ].join('\n'),
  }));
  const annotated = annotatedCopy(path, file.input.name, annotations);
  io.holdInterrupts();
  await writeAtomic(resolve(io.cwd, target), target, annotated);
  const count = annotations.length;
  io.stderr.write(
    `${say({
      vi: `Đã ghi ${quoteName(target)} với ${count} nhận xét.`,
      en: `Wrote ${quoteName(target)} with ${count} ${count === 1 ? 'comment' : 'comments'}.`,
    })}\n`,
  );
}

function annotatedCopy(
  path: string,
  name: string,
  annotations: Parameters<typeof annotateWordForm>[1],
): Uint8Array {
  try {
    return annotateWordForm(readFileSync(path), annotations);
  } catch (error) {
    if (error instanceof Refusal) throw notReadable(name);
    throw fileError('read', name, error);
  }
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const notOneForm = () =>
  new UserError({
    vi: '“--annotate” ghi nhận xét vào bản sao của một biểu Word: hãy nêu đúng một tệp .docx.',
    en: '“--annotate” writes comments into a copy of one Word form: name exactly one .docx file.',
  });

const notReadable = (name: string) =>
  new UserError({
    vi: `Không ghi được nhận xét: ${quoteName(name)} không đọc được.`,
    en: `Cannot write comments: ${quoteName(name)} cannot be read.`,
  });

const alreadyThere = (name: string) =>
  new UserError({
    vi: `Không ghi đè ${quoteName(name)}: tệp đã có. Hãy chọn tên khác cho bản có nhận xét.`,
    en: `Not replacing ${quoteName(name)}: it is already there. Choose another name for the copy with comments.`,
  });
