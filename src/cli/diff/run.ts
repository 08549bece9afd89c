import { basename, dirname, resolve } from 'node:path';
import { compareForms } from '../../compare/compare-forms.ts';
import { comparisonJson } from '../../compare/comparison-json.ts';
import { comparisonMarkdown } from '../../compare/comparison-markdown.ts';
import { type ComparisonStyle, comparisonText } from '../../compare/comparison-text.ts';
import type { Comparison } from '../../compare/difference.ts';
import type { Language } from '../../diagnostics/wording.ts';
import { decodeForm } from '../../form/decode-form.ts';
import type { Form } from '../../form/form.ts';
import { reporters } from '../../reporters/index.ts';
import { reportText } from '../../reporters/report-text.ts';
import { rules } from '../../rules/index.ts';
import { parseText } from '../../source/parse-text.ts';
import type { Source } from '../../source/source.ts';
import { validateSource } from '../../validate.ts';
import { version } from '../../version.ts';
import { readWordForm } from '../../word/read/read-word-form.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../exit-codes.ts';
import { withDocx } from '../files/find-forms.ts';
import { commitOf, type Git, gitIn } from '../files/git.ts';
import { readInput } from '../files/read-input.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** The options of `diff` as the command line gives them. */
export interface DiffFlags {
  readonly base?: string;
  readonly format: 'text' | 'json' | 'md';
}

const writers: Readonly<
  Record<DiffFlags['format'], (comparison: Comparison, style: ComparisonStyle) => string>
> = { text: comparisonText, json: comparisonJson, md: comparisonMarkdown };

/** Compares two forms. As with `diff`, a difference is a finding, and what cannot be compared a failure. */
export async function runDiff(
  names: readonly string[],
  flags: DiffFlags,
  context: Context,
): Promise<Outcome> {
  const { io, styleFor } = context;
  const sources = await readSources(names, flags.base, context);
  const forms = await Promise.all(sources.map((source) => readForm(source, context)));
  const [[before, old], [after, fresh]] = [
    [sources[0], forms[0]],
    [sources[1], forms[1]],
  ];
  if (!before || !after || !old || !fresh) return { findings: false, failed: true };
  const withWord = before.text === undefined || after.text === undefined;
  const differences = compareForms(old, fresh, { withWord });
  const comparison = { toolVersion: version, before: before.file, after: after.file, differences };
  io.stdout.write(writers[flags.format](comparison, styleFor(io.stdout)));
  return { findings: differences.length > 0, failed: false };
}

/** The old form and the new one. */
async function readSources(
  names: readonly string[],
  base: string | undefined,
  { io }: Context,
): Promise<Source[]> {
  const [first = '', second = ''] = names;
  if (base !== undefined) {
    if (names.length !== 1 || first === '-') throw oneFile();
    return [await readRevision(first, base, io), await readFile(first, io)];
  }
  if (names.length !== 2) throw twoFiles(names.length);
  if (first === '-' && second === '-') throw oneInput();
  return [await readFile(first, io), await readFile(second, io)];
}

async function readFile(name: string, io: Context['io']): Promise<Source> {
  const path = name === '-' ? undefined : resolve(io.cwd, name);
  const found = { inputs: [{ name, path, named: true, place: name }], failures: [] };
  const { inputs, failures } = await withDocx(found, io);
  const [input] = inputs;
  if (!input) throw failures[0];
  return sourceOf(await readInput(input, io), name, name);
}

/** The file as it was committed: git finds it by its folder, and sees to line endings and large files. */
async function readRevision(name: string, revision: string, io: Context['io']): Promise<Source> {
  const path = resolve(io.cwd, name);
  const git = await gitIn(dirname(path), io);
  const commit = await commitOf(git, revision);
  if (commit === undefined) throw noRevision(revision);
  const bytes = await git('cat-file', '--filters', `${commit}:./${basename(path)}`);
  if (bytes !== undefined) return sourceOf(bytes, name, `${revision}:${name}`);
  const former = await formerName(git, commit, basename(path));
  const before = former && (await git('cat-file', '--filters', `${commit}:${former}`));
  if (!before) throw notInRevision(name, revision);
  return sourceOf(before, former, `${revision}:${former}`);
}

/** What git takes a file of its folder to have been called, from the root of the repository. */
async function formerName(git: Git, commit: string, name: string): Promise<string | undefined> {
  const prefix = (await git('rev-parse', '--show-prefix'))?.toString().replace(/\r?\n$/, '') ?? '';
  const options = [
    '--name-status',
    '-z',
    '--find-renames',
    '--diff-filter=R',
    '--no-ext-diff',
    '--no-relative',
  ];
  const renames = (await git('diff', ...options, commit, '--'))?.toString().split('\0') ?? [];
  // Each is a letter with the likeness, the old name and the new one.
  return renames.find((_, index) => index % 3 === 1 && renames[index + 1] === prefix + name);
}

const sourceOf = (bytes: Uint8Array, name: string, shown: string): Source => {
  const source = /\.(docx|docm|doc|odt|rtf)$/i.test(name)
    ? readWordForm(bytes, name)
    : parseText(bytes, name);
  return { ...source, file: shown };
};

/** Undefined where there is no form; then its findings are told. Parts that cannot be read are missed: that is told, too. */
async function readForm(source: Source, context: Context): Promise<Form | undefined> {
  const { io, language, say, styleFor } = context;
  const { form, findings } = decodeForm(source);
  if (!form) {
    const reporter = await reporters[io.stderr.isTTY ? 'pretty' : 'line']();
    const { report } = validateSource(source, { language });
    const told = { toolVersion: version, files: [report], passedOver: 0, rules };
    io.stderr.write(reportText(reporter, told, styleFor(io.stderr)));
  } else if (findings.length > 0) {
    io.stderr.write(`${say(incomplete(source.file))}\n`);
  }
  return form;
}

const incomplete = (file: string): Record<Language, string> => ({
  vi: `Lưu ý: ${quoteName(file)} có phần không đúng mẫu; phần đó không được so sánh. Xem: bieu2 validate`,
  en: `Note: parts of ${quoteName(file)} are not as the form wants them, and are not compared. See: bieu2 validate`,
});

const twoFiles = (count: number) =>
  new UserError({
    vi: `Cần hai tệp, biểu cũ và biểu mới, mà có ${count}. Muốn so một tệp với phiên bản trước của nó thì thêm --base, ví dụ: bieu2 diff --base HEAD bieu-so-2.yaml`,
    en: `Two files are needed, the old form and the new one, but there ${count === 1 ? 'is 1' : `are ${count}`}. To compare a file with an earlier version of itself add --base, as in: bieu2 diff --base HEAD bieu-so-2.yaml`,
  });

const oneFile = () =>
  new UserError({
    vi: '“--base” so một tệp với chính nó tại phiên bản trước: hãy nêu đúng một tệp.',
    en: '“--base” compares a file with an earlier version of itself: name exactly one file.',
  });

const oneInput = () =>
  new UserError({
    vi: 'Chỉ một trong hai biểu có thể đọc từ đầu vào chuẩn.',
    en: 'Only one of the two forms can come from standard input.',
  });

const noRevision = (revision: string) =>
  new UserError({
    vi: `Kho git không có phiên bản ${quoteName(revision)}. Hãy kiểm tra tên nhánh, thẻ hoặc mã commit.`,
    en: `The git repository has no revision ${quoteName(revision)}. Check the name of the branch, tag or commit.`,
  });

const notInRevision = (name: string, revision: string) =>
  new UserError({
    vi: `Phiên bản ${quoteName(revision)} không có tệp ${quoteName(name)}. Nếu tệp khi đó mang tên khác, hãy lấy ra bằng “git show” rồi so sánh hai tệp.`,
    en: `The revision ${quoteName(revision)} has no file ${quoteName(name)}. If it had another name then, get it with “git show” and compare the two files.`,
  });
