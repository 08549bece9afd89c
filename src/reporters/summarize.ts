import { countFindings } from '../diagnostics/count-findings.ts';
import type { Report } from '../diagnostics/diagnostic.ts';

/** The figures of a run. */
export interface ReportCounts {
  /** Files that were checked. */
  readonly files: number;
  readonly passedOver: number;
  readonly errors: number;
  readonly warnings: number;
}

export function summarize(report: Report): ReportCounts {
  const counts = report.files.map(countFindings);
  return {
    files: report.files.length,
    passedOver: report.passedOver,
    errors: counts.reduce((sum, { errors }) => sum + errors, 0),
    warnings: counts.reduce((sum, { warnings }) => sum + warnings, 0),
  };
}
