import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { enCount, viNumber } from '../diagnostics/format-number.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import type { ReportCounts } from './summarize.ts';

/** What introduces a hint. */
export const hintLabel: Wording = { vi: 'Gợi ý', en: 'Hint' };

/** What introduces the name of the configuration. */
export const configLabel: Wording = { vi: 'Tệp cấu hình', en: 'Configuration' };

/** Message and hint as running text. */
export const sentences = ({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string =>
  hint === undefined ? message : `${message}. ${hint}`;

/** The outcome of a run in one sentence. */
export const outcomeSentence = (summary: ReportCounts, language: Language): string =>
  (language === 'vi' ? outcomeInVietnamese : outcomeInEnglish)(summary);

function outcomeInVietnamese({ files, passedOver, errors, warnings }: ReportCounts): string {
  const outcome =
    errors + warnings === 0
      ? 'không có vấn đề nào'
      : `${viNumber(errors)} lỗi, ${viNumber(warnings)} cảnh báo`;
  const skipped = passedOver === 0 ? '' : `; bỏ qua ${viNumber(passedOver)} tệp không phải biểu`;
  return files === 0
    ? `Chưa kiểm tra tệp nào${skipped}.`
    : `Đã kiểm tra ${viNumber(files)} tệp: ${outcome}${skipped}.`;
}

function outcomeInEnglish({ files, passedOver, errors, warnings }: ReportCounts): string {
  const outcome =
    errors + warnings === 0 ? 'no problems' : `${enCount(errors, 'error')}, ${enCount(warnings, 'warning')}`;
  const are = passedOver === 1 ? 'is not a form' : 'are not forms';
  const skipped = passedOver === 0 ? '' : `; skipped ${enCount(passedOver, 'file')} that ${are}`;
  return files === 0
    ? `No file was checked${skipped}.`
    : `Checked ${enCount(files, 'file')}: ${outcome}${skipped}.`;
}
