import type { Severity } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import type { Summary } from './summarize.ts';

/** What reporters say in their own words. */
export interface FrameWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly hint: string;
  /** The outcome of a run in one sentence. */
  summary(summary: Summary): string;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const frameWords: Readonly<Record<Language, FrameWords>> = {
  vi: {
    severity: { error: 'lỗi', warning: 'cảnh báo' },
    hint: 'Gợi ý',
    summary: ({ files, passedOver, errors, warnings }) => {
      const outcome = errors + warnings === 0 ? 'không có lỗi' : `${errors} lỗi, ${warnings} cảnh báo`;
      const skipped = passedOver === 0 ? '' : `; bỏ qua ${passedOver} tệp không phải biểu mẫu`;
      return files === 0
        ? `Chưa kiểm tra tệp nào${skipped}.`
        : `Đã kiểm tra ${files} tệp: ${outcome}${skipped}.`;
    },
  },
  en: {
    severity: { error: 'error', warning: 'warning' },
    hint: 'Hint',
    summary: ({ files, passedOver, errors, warnings }) => {
      const outcome =
        errors + warnings === 0
          ? 'no problems'
          : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
      const skipped =
        passedOver === 0
          ? ''
          : `; passed over ${counted(passedOver, 'file')} that ${passedOver === 1 ? 'is not a form' : 'are not forms'}`;
      return files === 0
        ? `No file was checked${skipped}.`
        : `Checked ${counted(files, 'file')}: ${outcome}${skipped}.`;
    },
  },
};
