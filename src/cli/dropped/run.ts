import { readFileSync, rmSync } from 'node:fs';
import { dirname, parse, relative, resolve } from 'node:path';
import { countFindings } from '../../diagnostics/count-findings.ts';
import type { Diagnostic } from '../../diagnostics/finding.ts';
import { enCount, enNumber, type Language, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { formatPlace } from '../../reporters/format-place.ts';
import { printable } from '../../reporters/printable.ts';
import { wordFile } from '../../rules/word-file.ts';
import { type Context, done, makeContext, type Outcome } from '../context.ts';
import { isFolder, isThere } from '../files/paths.ts';
import { runRender } from '../render/run.ts';
import { UserError } from '../user-error.ts';
import { runValidate } from '../validate/run.ts';
import { droppedCommand } from './command.ts';

/** The fields read from the JSON report. */
interface Report {
  readonly files: readonly ReportedFile[];
  readonly failures: readonly string[];
  readonly skipped?: readonly { readonly file: string; readonly reason: string }[];
}

type Found = Pick<Diagnostic, 'rule' | 'severity' | 'message' | 'place'>;
interface ReportedFile {
  readonly file: string;
  readonly diagnostics: readonly Found[];
}

/** How many findings of a form file are listed; the others are counted. */
const maxListed = 10;

/**
 * Checks the files dropped onto the script, and writes beside them: for a Word form with findings, a copy with
 * comments; for a form file without errors, its Word document. The summary is in both languages.
 */
export async function runDropped(
  args: readonly string[],
  _flags: object,
  context: Context,
): Promise<Outcome> {
  const { io } = context;
  const [first, ...others] = droppedNames(io.env.BIEU2_COMMAND_LINE, args);
  if (first === undefined) {
    const { vi, en } = droppedCommand.description;
    io.stdout.write(`${vi}\n\n${en}\n`);
    return done;
  }
  // In the folder of the forms their configuration is found, and names are short.
  const path = resolve(io.cwd, first);
  const cwd = isFolder(path) ? path : dirname(path);
  const names = [first, ...others].map((name) => relative(cwd, resolve(io.cwd, name)) || '.');
  const run: RunQuietly = (work) => runQuietly(work, cwd, context);
  io.stdout.write(`${both({ vi: 'Đang kiểm tra …', en: 'Checking …' })}\n\n`);
  const { out, outcome } = await run((quiet) => runValidate(names, reportAsJson, quiet));
  if (out === '') return outcome;
  const { files, failures, skipped = [] }: Report = JSON.parse(out);
  const checked = files.filter(({ file }) => !isOwnCopy(file, files));
  const documents = documentNames(checked);
  let failed = outcome.failed;
  for (const found of checked) {
    const { file, diagnostics } = found;
    const { errors, warnings } = countFindings({ diagnostics });
    io.stdout.write(`${errors > 0 ? '✗' : '✓'} ${printable(file)}: ${both(counted(errors, warnings))}\n`);
    const document = documents.get(file);
    const isAnnotated = hasRows(found);
    if (!isAnnotated) io.stdout.write(listOf(diagnostics, context.language));
    if (!isAnnotated && document === undefined) continue;
    const target = document ? await writeDocument(file, document, run) : await writeCopy(file, cwd, run);
    if (target !== undefined) io.stdout.write(`  → ${printable(target)}\n`);
    failed ||= target === undefined;
  }
  for (const { file, reason } of skipped) io.stdout.write(`✗ ${printable(file)}: ${reason}\n`);
  const all = countFindings({ diagnostics: checked.flatMap(({ diagnostics }) => diagnostics) });
  const total = totalOf(checked.length, all, failures.length + skipped.length);
  io.stdout.write(`\n${total.vi}\n${total.en}\n`);
  return { ...outcome, findings: all.errors > 0, failed };
}

const reportAsJson = { format: ['json'] };

type RunQuietly = (work: (context: Context) => Promise<Outcome>) => ReturnType<typeof runQuietly>;

/** Whether findings have rows of a Word form. */
const hasRows = ({ diagnostics }: ReportedFile) =>
  diagnostics.some(({ place, rule }) => place.kind !== 'text' && rule !== wordFile.id);

/** The Word document of each form file without errors: `a.docx` for `a.yaml`, `a.json.docx` for an `a.json` beside it. */
function documentNames(files: readonly ReportedFile[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { file, diagnostics } of files) {
    if (!/\.(?:ya?ml|json)$/i.test(file) || countFindings({ diagnostics }).errors > 0) continue;
    const usual = file.replace(/\.[^.]*$/, '.docx');
    names.set(file, [...names.values()].includes(usual) ? `${file}.docx` : usual);
  }
  return names;
}

/** Returns the name of the document; undefined if it could not be written. */
async function writeDocument(file: string, output: string, run: RunQuietly): Promise<string | undefined> {
  const { outcome } = await run((quiet) => runRender([file], { output, pdfEngine: 'embedded' }, quiet));
  return outcome.failed || outcome.findings ? undefined : output;
}

/** Runs another command in a folder and returns its output; its notes are shown if it failed. */
async function runQuietly(
  work: (context: Context) => Promise<Outcome>,
  cwd: string,
  { io, language, complain }: Context,
): Promise<{ out: string; outcome: Outcome }> {
  const texts = { stdout: '', stderr: '' };
  const into = (name: keyof typeof texts) => ({
    value: { write: (piece: string | Uint8Array) => (texts[name] += Buffer.from(piece).toString()) },
  });
  const own = Object.create(io, { cwd: { value: cwd }, stdout: into('stdout'), stderr: into('stderr') });
  let outcome: Outcome = { findings: false, failed: true };
  try {
    outcome = await work(makeContext(own, language, undefined, false));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    complain(error);
  }
  if (outcome.failed) io.stderr.write(texts.stderr);
  return { out: texts.stdout, outcome };
}

function listOf(diagnostics: readonly Found[], language: Language): string {
  const lines = diagnostics
    .slice(0, maxListed)
    .map(({ place, message }) => `  ${formatPlace(place, language)} ${message}\n`);
  const left = diagnostics.length - maxListed;
  if (left > 0)
    lines.push(
      `  ${both({ vi: `… và ${viNumber(left)} vấn đề nữa`, en: `… and ${enNumber(left)} more` })}\n`,
    );
  return lines.join('');
}

/** The name of a copy of a Word form: `a (nhận xét).docx`, `a (nhận xét 2).docx` and so on. */
function copyName(file: string, number: number): string {
  const { dir, name, ext } = parse(file);
  const ending = /^\.do[ct][mx]$/i.test(ext) ? ext : '.docx';
  return `${dir && `${dir}/`}${name} (nhận xét${number > 1 ? ` ${number}` : ''})${ending}`;
}

/** A copy never replaces an earlier one, which somebody may have edited. If the latest one is identical, none is written. */
async function writeCopy(file: string, cwd: string, run: RunQuietly): Promise<string | undefined> {
  let number = 1;
  while (isThere(resolve(cwd, copyName(file, number)))) number += 1;
  const [last, copy] = [copyName(file, number - 1), copyName(file, number)];
  const flags = { ...reportAsJson, annotate: copy };
  const { outcome } = await run((quiet) => runValidate([file], flags, quiet));
  if (outcome.failed) return undefined;
  const contentOf = (name: string) => readFileSync(resolve(cwd, name));
  if (number === 1 || !contentOf(last).equals(contentOf(copy))) return copy;
  rmSync(resolve(cwd, copy));
  return last;
}

/** Whether a document in a dropped folder is a copy that an earlier run made of another document. */
function isOwnCopy(file: string, files: readonly ReportedFile[]): boolean {
  const [, original] = /^(.*) \(nhận xét(?: \d+)?\)\.[^.]*$/.exec(file.normalize('NFC')) ?? [];
  return files.some(
    ({ file: other }) => other !== file && other.normalize('NFC').replace(/\.[^.]*$/, '') === original,
  );
}

const both = ({ vi, en }: Wording) => `${vi} (${en})`;

const counted = (errors: number, warnings: number): Wording =>
  errors + warnings === 0
    ? { vi: 'không có vấn đề', en: 'no problems' }
    : {
        vi: `${viNumber(errors)} lỗi, ${viNumber(warnings)} cảnh báo`,
        en: `${enCount(errors, 'error')}, ${enCount(warnings, 'warning')}`,
      };

function totalOf(
  files: number,
  { errors, warnings }: ReturnType<typeof countFindings>,
  unread: number,
): Wording {
  const { vi, en } = counted(errors, warnings);
  const left = unread > 0 && {
    vi: ` Có ${viNumber(unread)} tệp chưa kiểm tra được.`,
    en: ` ${enCount(unread, 'file')} could not be checked.`,
  };
  if (files === 0) return { vi: 'Chưa kiểm tra được biểu nào.', en: 'No form could be checked.' };
  return {
    vi: `Đã kiểm tra ${viNumber(files)} biểu: ${vi}.${left ? left.vi : ''}`,
    en: `Checked ${enCount(files, 'form')}: ${en}.${left ? left.en : ''}`,
  };
}

/**
 * The names of files and folders that were dropped onto the script. Explorer quotes only names with spaces, so cmd
 * splits `a&b.yaml`; the command line that started cmd has them intact: `cmd.exe /c ""script.cmd" name "na me""`.
 *
 * @param commandLine of cmd, if known @param args as cmd split it, or as typed in a window
 */
function droppedNames(commandLine: string | undefined, args: readonly string[]): readonly string[] {
  const [, names = ''] = /\/c\s+""[^"]*\.cmd"(.*)"\s*$/is.exec(commandLine ?? '') ?? [];
  const found = [...names.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  return found.length > 0 ? found : args;
}
