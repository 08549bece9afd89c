import { basename, extname } from 'node:path';
import { templateReport } from '../../check-template.ts';
import { referenceLookName } from '../../look/overlay.ts';
import { readPackageFile } from '../../package-files.ts';
import { shellWord } from '../../reporters/printable.ts';
import { type Context, done, type Outcome } from '../context.ts';
import { fileTarget, namedFiles, type OutputFlags, refuseInputs } from '../files/file-target.ts';
import { readNamedForm } from '../files/find-forms.ts';
import { writeTarget } from '../files/write-target.ts';
import { wrongEnding } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { loadLook } from './load-look.ts';
import { printReports } from './run.ts';
import { isLookFile } from './template-names.ts';

/** Writes a Word template for an office to edit, built from a look. */
export async function newTemplate(
  flags: OutputFlags & { readonly from?: string },
  context: Context,
): Promise<Outcome> {
  const { from = referenceLookName } = flags;
  const look = await loadLook(from, context.io.cwd);
  const write = targetFor({ output: `mau-${look.look}.docx`, ...flags }, context);
  if (!isLookFile(from)) return write(readPackageFile(`templates/${from}.docx`));
  return write((await import('../../word/build/build-template.ts')).buildTemplate(look));
}

/** Writes a Word template made from an office's filled-in form, and reports what it does not print. */
export async function templateFrom(name: string, flags: OutputFlags, context: Context): Promise<Outcome> {
  const { io, language } = context;
  const output = flags.output ?? `mau-${basename(name, extname(name))}.docx`;
  refuseInputs(namedFiles([output], io.cwd), namedFiles([name], io.cwd));
  const write = targetFor({ ...flags, output }, context);
  const bytes = await readNamedForm(name, io);
  const { templateFromForm } = await import('../../word/template/from-form/template-from-form.ts');
  const made = templateFromForm(bytes);
  if (made.problems) {
    await printReports([templateReport(name, made, language)], context);
    return { findings: true, failed: false };
  }
  const outcome = await write(made.bytes);
  await printReports([templateReport(output, made, language)], context);
  return outcome;
}

/** Checks the target of a template before any work, and returns a function that writes it. */
function targetFor(flags: OutputFlags & { output: string }, { io, say }: Context) {
  const { output: name } = flags;
  if (!/\.docx$/i.test(name)) throw wrongEnding(name, ['.docx']);
  const target = fileTarget(name, flags, io);
  return async (bytes: Uint8Array | Promise<Uint8Array>): Promise<Outcome> => {
    await writeTarget(target, await bytes, io);
    const check = `bieu2 template check ${shellWord(name)}`;
    io.stdout.write(
      say({
        vi: `Đã tạo ${quoteName(name)}\nSửa bằng Word, giữ nguyên các chỗ điền {…}, rồi chạy: ${check}\n`,
        en: `Wrote ${quoteName(name)}\nEdit it in Word, leave the placeholders {…} as they are, then run: ${check}\n`,
      }),
    );
    return done;
  };
}
