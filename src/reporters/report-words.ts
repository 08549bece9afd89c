import type { ChalkInstance } from 'chalk';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { enCount, enNumber, joinWords, viNumber, type Wording, words } from '../diagnostics/wording.ts';
import { wrapWords } from './display-width.ts';
import type { FileCounts } from './overview.ts';
import { printable } from './printable.ts';
import type { ReportEnd, ReporterOptions } from './reporter.ts';

/** What introduces a hint. */
export const hintLabel: Wording = { vi: 'Gợi ý', en: 'Hint' };

const configLabel: Wording = { vi: 'Tệp cấu hình', en: 'Configuration' };

/** The titles of columns. */
export const columnTitles = {
  file: { vi: 'Tệp', en: 'File' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  errors: { vi: 'Lỗi', en: 'Errors' },
  warnings: { vi: 'Cảnh báo', en: 'Warnings' },
} as const satisfies Record<string, Wording>;

/** The state of a form in a few words. @param isQuiet warnings are left out */
export function stateWords(counts: Pick<FileCounts, 'errors' | 'warnings'>, isQuiet = false): Wording {
  if (counts.errors > 0) return words('Có lỗi', 'Has errors');
  if (counts.warnings > 0) return words('Có cảnh báo', 'Has warnings');
  return isQuiet ? words('Không có lỗi', 'No errors') : words('Không có vấn đề', 'No problems');
}

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;

/** The outcome of a run in one sentence. */
export function outcomeSentence({ summary, isQuiet }: Pick<ReportEnd, 'summary' | 'isQuiet'>): Wording {
  const { files, formsWithErrors: faulty, notForms, unreadable, errors, warnings } = summary;
  const checked = words(`Đã kiểm tra ${viNumber(files)} biểu`, `Checked ${enCount(files, 'form')}`);
  const counts = joinWords([
    words(`${viNumber(errors)} lỗi`, enCount(errors, 'error')),
    !isQuiet && words(`${viNumber(warnings)} cảnh báo`, enCount(warnings, 'warning')),
  ]);
  const none = isQuiet ? words('không có lỗi nào', 'no errors') : words('không có vấn đề nào', 'no problems');
  const withErrors =
    faulty === 0
      ? words('không biểu nào có lỗi', 'none with errors')
      : words(`${viNumber(faulty)} biểu có lỗi`, `${enNumber(faulty)} with errors`);
  const isFine = errors + warnings === 0;
  const outcome = isFine ? [checked, none] : [joinWords([checked, files > 1 && withErrors]), counts];
  const { vi, en } = joinWords(
    [
      files > 0 ? joinWords(outcome, ': ') : words('Chưa kiểm tra biểu nào', 'No form was checked'),
      notForms > 0 &&
        words(
          `bỏ qua ${viNumber(notForms)} tệp không phải biểu`,
          `skipped ${enCount(notForms, 'file that is not a form', 'files that are not forms')}`,
        ),
      unreadable > 0 &&
        words(
          `không đọc được ${viNumber(unreadable)} tệp`,
          `${enCount(unreadable, 'file')} could not be read`,
        ),
    ],
    '; ',
  );
  return words(`${vi}.`, `${en}.`);
}

/** How a report for people ends: the configuration, then the outcome. */
export function closingText(
  end: Pick<ReportEnd, 'summary' | 'config' | 'isQuiet'>,
  { language, width }: ReporterOptions,
  chalk: ChalkInstance,
): string {
  const { summary, config } = end;
  const { files, formsWithErrors, unreadable, errors, warnings } = summary;
  const isFine = unreadable === 0 && files > 0 && errors + warnings === 0;
  const paint = isFine ? chalk.green : formsWithErrors > 0 ? chalk.red.bold : chalk.yellow.bold;
  const sentence = `${isFine ? '✓ ' : ''}${outcomeSentence(end)[language]}`;
  const configured = config === undefined ? '' : `${configLabel[language]}: ${printable(config)}\n`;
  const outcome = wrapWords(sentence, Math.max(20, width)).map((line) => `${paint(line)}\n`);
  return configured + outcome.join('');
}
