import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { severityWords } from '../../diagnostics/severity-words.ts';
import { annotateWordForm } from '../../word/annotate/annotate-word-form.ts';
import { Refusal } from '../../zip/refusal.ts';
import type { Context } from '../context.ts';
import { writeAtomic } from '../files/atomic-file.ts';
import type { Input } from '../files/find-inputs.ts';
import { isThere } from '../files/paths.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/**
 * The one Word form that a copy with comments is to be written of.
 *
 * @throws UserError when there is not one, or the copy would replace something
 */
export function formToAnnotate(target: string, inputs: readonly Input[], cwd: string): Input {
  const [input, another] = inputs;
  if (!input || another || input.path === undefined || !/\.docx$/i.test(input.name)) throw notOneForm();
  if (isThere(resolve(cwd, target))) throw alreadyThere(target);
  return input;
}

/** Writes a copy of a Word form, with a comment for every finding. @throws UserError when it cannot be written */
export async function annotateFile(
  target: string,
  { path = '', name }: Input,
  { diagnostics }: FileReport,
  { io, language, say }: Context,
): Promise<void> {
  const annotations = diagnostics.map(({ place, severity, message, hint, rule }) => ({
    place,
    text: [
      `${capitalized(severityWords[severity][language])} (${rule}): ${message}.`,
      ...(hint ? [hint] : []),
    ].join('\n'),
  }));
  const annotated = annotatedCopy(path, name, annotations);
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
