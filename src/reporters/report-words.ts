import type { ChalkInstance } from 'chalk';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { enCount, enNumber, viNumber } from '../diagnostics/format-number.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { printable } from './printable.ts';
import type { ReportEnd, ReporterOptions } from './reporter.ts';
import { withoutCommands } from './without-commands.ts';
import { wrapWords } from './wrap-words.ts';

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

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;

/** The outcome of a run in one sentence. */
export const outcomeSentence = (end: Pick<ReportEnd, 'summary' | 'isQuiet'>): Wording => ({
  vi: outcomeInVietnamese(end),
  en: outcomeInEnglish(end),
});

function outcomeInVietnamese({ summary, isQuiet }: Pick<ReportEnd, 'summary' | 'isQuiet'>): string {
  const { files, formsWithErrors, passedOver, unreadable, errors, warnings } = summary;
  const faulty = formsWithErrors === 0 ? 'không biểu nào có lỗi' : `${viNumber(formsWithErrors)} biểu có lỗi`;
  const counts = isQuiet
    ? `${viNumber(errors)} lỗi`
    : `${viNumber(errors)} lỗi, ${viNumber(warnings)} cảnh báo`;
  const outcome =
    errors + warnings === 0
      ? `: không có ${isQuiet ? 'lỗi' : 'vấn đề'} nào`
      : `${files > 1 ? `, ${faulty}` : ''}: ${counts}`;
  const skipped = passedOver === 0 ? '' : `; bỏ qua ${viNumber(passedOver)} tệp không phải biểu`;
  const unread = unreadable === 0 ? '' : `; không đọc được ${viNumber(unreadable)} tệp`;
  const checked = files === 0 ? 'Chưa kiểm tra biểu nào' : `Đã kiểm tra ${viNumber(files)} biểu${outcome}`;
  return `${checked}${skipped}${unread}.`;
}

function outcomeInEnglish({ summary, isQuiet }: Pick<ReportEnd, 'summary' | 'isQuiet'>): string {
  const { files, formsWithErrors, passedOver, unreadable, errors, warnings } = summary;
  const faulty = formsWithErrors === 0 ? 'none' : enNumber(formsWithErrors);
  const counts = isQuiet
    ? enCount(errors, 'error')
    : `${enCount(errors, 'error')}, ${enCount(warnings, 'warning')}`;
  const outcome =
    errors + warnings === 0
      ? `: no ${isQuiet ? 'errors' : 'problems'}`
      : `${files > 1 ? `, ${faulty} with errors` : ''}: ${counts}`;
  const are = passedOver === 1 ? 'is not a form' : 'are not forms';
  const skipped = passedOver === 0 ? '' : `; skipped ${enCount(passedOver, 'file')} that ${are}`;
  const unread = unreadable === 0 ? '' : `; ${enCount(unreadable, 'file')} could not be read`;
  const checked = files === 0 ? 'No form was checked' : `Checked ${enCount(files, 'form')}${outcome}`;
  return `${checked}${skipped}${unread}.`;
}

/** How a report for people ends: the configuration, then the outcome. */
export function closingText(
  end: Pick<ReportEnd, 'summary' | 'config' | 'isQuiet'>,
  { language, width, isObeyed }: ReporterOptions,
  chalk: ChalkInstance,
): string {
  const { summary, config } = end;
  const { files, formsWithErrors, unreadable, errors, warnings } = summary;
  const isFine = unreadable === 0 && files > 0 && errors + warnings === 0;
  const paint = isFine ? chalk.green : formsWithErrors > 0 ? chalk.red.bold : chalk.yellow.bold;
  const sentence = `${isFine ? '✓ ' : ''}${outcomeSentence(end)[language]}`;
  const configured = config === undefined ? '' : `${configLabel[language]}: ${printable(config)}\n`;
  const outcome = wrapWords(sentence, Math.max(20, width)).map((line) => `${paint(line)}\n`);
  return (isObeyed ? withoutCommands(configured) : configured) + outcome.join('');
}
