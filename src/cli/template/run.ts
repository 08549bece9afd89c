import { checkLook } from '../../check-look.ts';
import { checkTemplate } from '../../check-template.ts';
import { hasErrors } from '../../diagnostics/count-findings.ts';
import type { FileReport } from '../../diagnostics/finding.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Look } from '../../generated/look-types.ts';
import { shippedLooks } from '../../generated/shipped-looks.ts';
import { readPackageFile } from '../../package-files.ts';
import { parseText } from '../../source/parse-text.ts';
import { type Context, done, type Outcome } from '../context.ts';
import { type OutputFlags, outputTarget } from '../files/file-target.ts';
import { readNamed } from '../files/read-input.ts';
import { printOrWrite } from '../files/write-target.ts';
import { quoteName } from '../io/quote-name.ts';
import { showFindings } from '../run/show-findings.ts';
import { userErrorOf } from '../user-error.ts';
import { isFileName, isLookFile, unknownTemplate } from './template-names.ts';

/** One line for each shipped look: its name and description. */
export async function listTemplates(flags: OutputFlags, context: Context): Promise<Outcome> {
  const width = Math.max(...Object.keys(shippedLooks).map((name) => name.length));
  const lines = Object.entries(shippedLooks).map(
    ([name, look]) => `${name.padEnd(width)}  ${context.say(describe(look))}
`,
  );
  await printOrWrite(lines.join(''), outputTarget(flags, context.io), context);
  return done;
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
  await printOrWrite(
    text.replace('$schema=../schemas/look', '$schema=./look'),
    outputTarget(flags, context.io),
    context,
  );
  return done;
}

/** Reports problems in templates and looks. */
export async function checkTemplates(
  names: readonly string[],
  _flags: object,
  context: Context,
): Promise<Outcome> {
  const { io, language, say, complain } = context;
  const reports: FileReport[] = [];
  let failed = false;
  for (const name of names) {
    try {
      const bytes = readNamed(name, io.cwd);
      reports.push(
        isLookFile(name)
          ? checkLook(parseText(bytes, name), language).report
          : checkTemplate(bytes, name, language),
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
}

/** Prints the findings in templates and looks, as text for a terminal or line by line. */
export const printReports = (reports: readonly FileReport[], context: Context): Promise<void> => {
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
