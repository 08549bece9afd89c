import type { ChalkInstance } from 'chalk';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { enCount, enNumber, joinWords, viNumber, type Wording } from '../diagnostics/wording.ts';
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
  if (counts.errors > 0) return { vi: 'Có lỗi', en: 'Has errors' };
  if (counts.warnings > 0) return { vi: 'Có cảnh báo', en: 'Has warnings' };
  return isQuiet ? { vi: 'Không có lỗi', en: 'No errors' } : { vi: 'Không có vấn đề', en: 'No problems' };
}

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;

/** The outcome of a run in one sentence. */
export function outcomeSentence({ summary, isQuiet }: Pick<ReportEnd, 'summary' | 'isQuiet'>): Wording {
  const { files, formsWithErrors: faulty, notForms, unreadable, errors, warnings } = summary;
  const checked = { vi: `Đã kiểm tra ${viNumber(files)} biểu`, en: `Checked ${enCount(files, 'form')}` };
  const counts = joinWords([
    { vi: `${viNumber(errors)} lỗi`, en: enCount(errors, 'error') },
    !isQuiet && { vi: `${viNumber(warnings)} cảnh báo`, en: enCount(warnings, 'warning') },
  ]);
  const none = isQuiet
    ? { vi: 'không có lỗi nào', en: 'no errors' }
    : { vi: 'không có vấn đề nào', en: 'no problems' };
  const withErrors =
    faulty === 0
      ? { vi: 'không biểu nào có lỗi', en: 'none with errors' }
      : { vi: `${viNumber(faulty)} biểu có lỗi`, en: `${enNumber(faulty)} with errors` };
  const isFine = errors + warnings === 0;
  const outcome = isFine ? [checked, none] : [joinWords([checked, files > 1 && withErrors]), counts];
  const { vi, en } = joinWords(
    [
      files > 0 ? joinWords(outcome, ': ') : { vi: 'Chưa kiểm tra biểu nào', en: 'No form was checked' },
      notForms > 0 && {
        vi: `bỏ qua ${viNumber(notForms)} tệp không phải biểu`,
        en: `skipped ${enCount(notForms, 'file that is not a form', 'files that are not forms')}`,
      },
      unreadable > 0 && {
        vi: `không đọc được ${viNumber(unreadable)} tệp`,
        en: `${enCount(unreadable, 'file')} could not be read`,
      },
    ],
    '; ',
  );
  return { vi: `${vi}.`, en: `${en}.` };
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
