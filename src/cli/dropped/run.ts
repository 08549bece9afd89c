import { readFileSync, rmSync } from 'node:fs';
import { dirname, parse, relative, resolve } from 'node:path';
import { countFindings } from '../../diagnostics/count-findings.ts';
import type { Diagnostic, FileReport } from '../../diagnostics/finding.ts';
import { enCount, enNumber, type Language, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { formatPlace } from '../../reporters/format-place.ts';
import { printable } from '../../reporters/printable.ts';
import { wordFile } from '../../rules/word-file.ts';
import { type Context, done, makeContext, type Outcome } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { isFolder, isThere } from '../files/paths.ts';
import { runRender } from '../render/run.ts';
import { UserError } from '../user-error.ts';
import { runValidate } from '../validate/run.ts';
import { droppedCommand } from './command.ts';

/** The fields read from the JSON report. */
interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly string[];
  readonly skipped?: readonly { readonly file: string; readonly reason: string }[];
}

/** How many findings of a form file are listed; the others are counted. */
const maxListed = 10;

/**
 * Checks the files dropped onto the script, and writes beside them: for a Word form with findings, a copy with
 * comments; for a form file without errors, its Word document. The summary is in both languages.
 */
export const runDropped: WorkOf<typeof droppedCommand> = async (args, _flags, context) => {
  const { io, language } = context;
  const print = (line: string) => io.stdout.write(`${line}\n`);
  const [first, ...others] = droppedNames(io.env.BIEU2_COMMAND_LINE, args);
  if (first === undefined) {
    const { vi, en } = droppedCommand.description;
    print(`${vi}\n\n${en}`);
    return done;
  }
  // In the folder of the forms their configuration is found, and names are short.
  const path = resolve(io.cwd, first);
  const cwd = isFolder(path) ? path : dirname(path);
  const names = [first, ...others].map((name) => relative(cwd, resolve(io.cwd, name)) || '.');
  const run: RunQuietly = (work) => runQuietly(work, cwd, context);
  print(`${both({ vi: 'Đang kiểm tra …', en: 'Checking …' })}\n`);
  const { out, outcome } = await run((quiet) => runValidate(names, reportAsJson, quiet));
  if (out === '') return outcome;
  const { files, failures, skipped = [] }: Report = JSON.parse(out);
  const checked = files.filter(({ file }) => !isOwnCopy(file, files));
  const documents = documentNames(checked);
  let failed = outcome.failed;
  for (const { file, diagnostics } of checked) {
    const counts = countFindings({ diagnostics });
    print(`${counts.errors > 0 ? '✗' : '✓'} ${printable(file)}: ${both(counted(counts))}`);
    const output = documents.get(file);
    const hasRows = diagnostics.some(({ place, rule }) => place.kind !== 'text' && rule !== wordFile.id);
    if (!hasRows) io.stdout.write(listOf(diagnostics, language));
    if (!hasRows && output === undefined) continue;
    const target = output ? await writeDocument(file, output, run) : await writeCopy(file, cwd, run);
    if (target === undefined) failed = true;
    else print(`  → ${printable(target)}`);
  }
  for (const { file, reason } of skipped) print(`✗ ${printable(file)}: ${reason}`);
  const all = countFindings({ diagnostics: checked.flatMap(({ diagnostics }) => diagnostics) });
  const total = totalOf(checked.length, all, failures.length + skipped.length);
  print(`\n${total.vi}\n${total.en}`);
  return { ...outcome, findings: all.errors > 0, failed };
};

const reportAsJson = { format: ['json'] };

type RunQuietly = (work: (context: Context) => Promise<Outcome>) => ReturnType<typeof runQuietly>;

/** The Word document of each form file without errors: `a.docx` for `a.yaml`, `a.json.docx` for an `a.json` beside it. */
function documentNames(files: readonly FileReport[]): ReadonlyMap<string, string> {
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

function listOf(diagnostics: readonly Diagnostic[], language: Language): string {
  const lines = diagnostics.map(({ place, message }) => `  ${formatPlace(place, language)} ${message}\n`);
  const left = lines.length - maxListed;
  const more = both({ vi: `… và ${viNumber(left)} vấn đề nữa`, en: `… and ${enNumber(left)} more` });
  return lines.slice(0, maxListed).join('') + (left > 0 ? `  ${more}\n` : '');
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
function isOwnCopy(file: string, files: readonly FileReport[]): boolean {
  const [, original] = /^(.*) \(nhận xét(?: \d+)?\)\.[^.]*$/.exec(file.normalize('NFC')) ?? [];
  return files.some(
    ({ file: other }) => other !== file && other.normalize('NFC').replace(/\.[^.]*$/, '') === original,
  );
}

const both = ({ vi, en }: Wording) => `${vi} (${en})`;

const counted = ({ errors, warnings }: FoundCounts): Wording =>
  errors + warnings === 0
    ? { vi: 'không có vấn đề', en: 'no problems' }
    : {
        vi: `${viNumber(errors)} lỗi, ${viNumber(warnings)} cảnh báo`,
        en: `${enCount(errors, 'error')}, ${enCount(warnings, 'warning')}`,
      };

function totalOf(files: number, counts: FoundCounts, unread: number): Wording {
  if (files === 0) return { vi: 'Chưa kiểm tra được biểu nào.', en: 'No form could be checked.' };
  const { vi, en } = counted(counts);
  const [left, leftEn] =
    unread > 0
      ? [
          ` Có ${viNumber(unread)} tệp chưa kiểm tra được.`,
          ` ${enCount(unread, 'file')} could not be checked.`,
        ]
      : ['', ''];
  return {
    vi: `Đã kiểm tra ${viNumber(files)} biểu: ${vi}.${left}`,
    en: `Checked ${enCount(files, 'form')}: ${en}.${leftEn}`,
  };
}

type FoundCounts = ReturnType<typeof countFindings>;

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
