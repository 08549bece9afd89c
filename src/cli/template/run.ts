import { basename, extname } from 'node:path';
import { checkLook } from '../../check-look.ts';
import { checkTemplate, templateReport } from '../../check-template.ts';
import { hasErrors } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/finding.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Look } from '../../generated/look-types.ts';
import { shippedLooks } from '../../generated/shipped-looks.ts';
import { referenceLookName } from '../../look/overlay.ts';
import { readPackageFile } from '../../package-files.ts';
import { shellWord } from '../../reporters/printable.ts';
import { parseText } from '../../source/parse-text.ts';
import { type Context, done, type Outcome } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { fileTarget, namedFiles, type OutputFlags, refuseInputs } from '../files/file-target.ts';
import { readNamedForm } from '../files/find-forms.ts';
import { readNamed } from '../files/read-input.ts';
import { printAll, writeTarget } from '../files/write-target.ts';
import { wrongEnding } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { showFindings } from '../run/show-findings.ts';
import { userErrorOf } from '../user-error.ts';
import type { templateCheckCommand, templateNewCommand } from './command.ts';
import { buildFrom, isFileName, isLookFile, loadLook, unknownTemplate } from './load-template.ts';

/** One line for each shipped look: its name and description. */
export async function listTemplates(flags: OutputFlags, context: Context): Promise<Outcome> {
  const width = Math.max(...Object.keys(shippedLooks).map((name) => name.length));
  const lines = Object.entries(shippedLooks).map(
    ([name, look]) => `${name.padEnd(width)}  ${context.say(describe(look))}\n`,
  );
  return printAll(lines.join(''), flags, context);
}

function describe({ page, body, styles }: Look): Wording {
  const { widthMm, heightMm, marginsMm } = page;
  const paper = widthMm === 210 && heightMm === 297 ? 'A4' : `${widthMm} × ${heightMm} mm`;
  const { top, bottom, left, right } = marginsMm;
  const sizes = [...new Set([body.sizePt, styles.taskText.sizePt ?? body.sizePt])].join('/');
  const isUpright = page.orientation === 'portrait';
  return {
    vi: `${paper} ${isUpright ? 'dọc' : 'ngang'}, lề ${[top, bottom, left, right].join('/')} mm, ${body.font} ${sizes}`,
    en: `${paper} ${page.orientation}, margins ${[top, bottom, left, right].join('/')} mm, ${body.font} ${sizes}`,
  };
}

/** Prints a look's file, as a start for another one. */
export async function showTemplate(name: string, flags: OutputFlags, context: Context): Promise<Outcome> {
  if (isFileName(name) || !Object.hasOwn(shippedLooks, name)) throw unknownTemplate(name);
  const text = new TextDecoder().decode(readPackageFile(`templates/${name}.yaml`));
  // The copy refers to the schema written by `bieu2 schema look -o look.schema.json` beside it.
  return printAll(text.replace('$schema=../schemas/look', '$schema=./look'), flags, context);
}

/** Writes a Word template for an office to edit, built from a look. */
export const newTemplate: WorkOf<typeof templateNewCommand> = async (flags, context) => {
  const { from = referenceLookName } = flags;
  const look = await loadLook(from, context.io.cwd);
  const write = targetFor({ output: `mau-${look.look}.docx`, ...flags }, context);
  return write(isLookFile(from) ? await buildFrom(look) : readPackageFile(`templates/${from}.docx`));
};

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
  return async (bytes: Uint8Array): Promise<Outcome> => {
    await writeTarget(target, bytes, io);
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

/** Reports problems in templates and looks. */
export const checkTemplates: WorkOf<typeof templateCheckCommand> = async (names, _flags, context) => {
  const { io, language, say, complain } = context;
  const reports: FileReport[] = [];
  let failed = false;
  for (const name of names) {
    try {
      const bytes = readNamed(name, io.cwd);
      const isLook = isLookFile(name);
      reports.push(
        isLook ? checkLook(parseText(bytes, name), language).report : checkTemplate(bytes, name, language),
      );
    } catch (error) {
      complain(userErrorOf(error));
      failed = true;
    }
  }
  for (const report of reports) {
    if (!hasErrors(report)) io.stdout.write(`${say(usable(report.file))}\n`);
  }
  await printReports(reports, context);
  return { findings: reports.some(hasErrors), failed };
};

/** Prints the findings in templates and looks, as text for a terminal or line by line. */
const printReports = (reports: readonly FileReport[], context: Context): Promise<void> => {
  const { stdout } = context.io;
  return showFindings(stdout.isTTY ? reports : reports.map(withHints), stdout, context);
};

/** The report with each finding's hint in its line. */
const withHints = ({ file, diagnostics }: FileReport): FileReport => ({
  file,
  diagnostics: diagnostics.map((each) => ({
    ...each,
    message: each.hint === undefined ? each.message : `${each.message} (${each.hint})`,
  })),
});

const usable = (file: string): Wording => ({
  vi: `Mẫu ${quoteName(file)} hợp lệ`,
  en: `${quoteName(file)} is a valid template`,
});
