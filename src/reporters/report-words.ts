import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatNumber } from '../diagnostics/format-number.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import type { ReportCounts } from './summarize.ts';

/** What introduces a hint. */
export const hintLabel: Wording = { vi: 'Gợi ý', en: 'Hint' };

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;

/** The outcome of a run in one sentence. */
export const outcomeSentence = (summary: ReportCounts, language: Language): string =>
  (language === 'vi' ? outcomeInVietnamese : outcomeInEnglish)(summary);

function outcomeInVietnamese({ files, passedOver, errors, warnings }: ReportCounts): string {
  const count = (value: number) => formatNumber(value, 'vi');
  const outcome =
    errors + warnings === 0 ? 'không có vấn đề nào' : `${count(errors)} lỗi, ${count(warnings)} cảnh báo`;
  const skipped = passedOver === 0 ? '' : `; bỏ qua ${count(passedOver)} tệp không phải biểu`;
  return files === 0
    ? `Chưa kiểm tra tệp nào${skipped}.`
    : `Đã kiểm tra ${count(files)} tệp: ${outcome}${skipped}.`;
}

function outcomeInEnglish({ files, passedOver, errors, warnings }: ReportCounts): string {
  const counted = (count: number, noun: string) =>
    `${formatNumber(count, 'en')} ${noun}${count === 1 ? '' : 's'}`;
  const outcome =
    errors + warnings === 0 ? 'no problems' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const are = passedOver === 1 ? 'is not a form' : 'are not forms';
  const skipped = passedOver === 0 ? '' : `; skipped ${counted(passedOver, 'file')} that ${are}`;
  return files === 0
    ? `No file was checked${skipped}.`
    : `Checked ${counted(files, 'file')}: ${outcome}${skipped}.`;
}
