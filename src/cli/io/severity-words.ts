import type { Severity } from '../../diagnostics/finding.ts';
import type { Wording } from '../../diagnostics/wording.ts';

/** What severities are called. */
export const severityWords: Readonly<Record<Severity, Wording>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
};
