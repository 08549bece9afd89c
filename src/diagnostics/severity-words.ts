import type { Severity } from './finding.ts';
import type { Wording } from './wording.ts';

/** What people read for a severity; what programs read is `error` and `warning` in every language. */
export const severityWords: Readonly<Record<Severity, Wording>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
};
