import type { FileReport, Path } from './diagnostics/finding.ts';
import type { Language, Wording } from './diagnostics/wording.ts';
import { formatPlace } from './reporters/format-place.ts';
import { stringifyJson } from './reporters/stringify-json.ts';
import { wordForm } from './rules/word-form.ts';
import { writeYaml } from './source/edit/write-yaml.ts';
import { validateSource } from './validate.ts';
import { mergedCellsReason } from './word/read/read-task.ts';
import type { WordSource } from './word/read/read-word-form.ts';

export interface ImportOptions {
  /** YAML by default. */
  readonly format?: 'yaml' | 'json';
  /** The language of comments and sentences; default: Vietnamese. */
  readonly language?: Language;
  /** The comment above a YAML form: the document it was read from (default), or only what is unclear. */
  readonly head?: 'origin' | 'unclear';
}

/** The result of importing a Word form. */
export interface ImportedForm {
  /** The form file; undefined if the document has no form, as `report` then says. */
  readonly text: string | undefined;
  readonly report: FileReport;
  /** What could not be understood or has no place in a form, each with its place; comments in YAML. */
  readonly unclear: readonly string[];
}

/**
 * Turns a Word form into a form file that validates to the same findings, except those specific to Word,
 * and renders to the same table.
 */
export function importForm(
  source: WordSource,
  { format = 'yaml', language = 'vi', head = 'origin' }: ImportOptions = {},
): ImportedForm {
  const { report } = validateSource(source, { language });
  if (source.value === undefined) return { text: undefined, report, unclear: [] };
  const found = report.diagnostics
    .filter(({ rule }) => rule === wordForm.id)
    .map(({ place, message }) => `${formatPlace(place, language)}: ${message}`);
  const kept = source.leftovers.map(
    ({ place, text }) => `${formatPlace(place, language)}: “${text.replace(/\s*\n\s*/g, ' / ')}”`,
  );
  const text =
    format === 'json'
      ? stringifyJson(source.value)
      : writeYaml(source.value, {
          ...headOf(source.file, found, { head, language }),
          ...(kept.length > 0 && { foot: list(words.leftovers[language], kept) }),
          before: (path) => reasonComment(path, source, language),
        });
  return { text, report, unclear: [...found, ...kept] };
}

const words = {
  origin: (file: string): Wording => ({
    vi: `Đọc từ biểu Word “${file}”. Sửa xong thì kiểm tra lại bằng “bieu2 validate”.`,
    en: `Read from the Word form “${file}”. Check it with “bieu2 validate” when you have changed it.`,
  }),
  unclear: {
    vi: 'Những chỗ trong biểu Word chưa rõ, cần xem lại:',
    en: 'What could not be understood in the Word form and needs a look:',
  },
  leftovers: {
    vi: 'Nội dung khác của tệp Word, không thuộc mục nào của biểu:',
    en: 'What else the Word file holds and has no place in a form:',
  },
  unrated: {
    vi: 'ghi rõ lý do, hoặc thay bằng complexity',
    en: 'give the reason, or a complexity instead',
  },
} as const;

function headOf(
  file: string,
  found: readonly string[],
  { head, language }: Pick<Required<ImportOptions>, 'head' | 'language'>,
): { readonly head?: string } {
  const origin = words.origin(printable(file.slice(file.lastIndexOf('/') + 1)))[language];
  const unclear = found.length > 0 ? [list(words.unclear[language], found)] : [];
  const parts = head === 'origin' ? [origin, ...unclear] : unclear;
  return parts.length > 0 ? { head: parts.join('\n\n') } : {};
}

const list = (title: string, items: readonly string[]) =>
  [title, ...items.map((item) => `- ${printable(item)}`)].join('\n');

/** A comment is one line, and YAML refuses control characters even there. */
const printable = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ');

/** The reason of merged cells is not the unit's own: it asks for one. */
function reasonComment(path: Path, source: WordSource, language: Language): string | undefined {
  const isUnrated = path.at(-1) === 'unrated';
  return isUnrated && source.scalarText(path) === mergedCellsReason ? words.unrated[language] : undefined;
}
