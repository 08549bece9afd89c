import type { Severity } from './finding.ts';
import type { Wording } from './wording.ts';

/** Severities in words for people; programs always get `error` and `warning`. */
export const severityWords: Readonly<Record<Severity, Wording>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
};
