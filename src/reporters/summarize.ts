import type { Report } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/finding.ts';

/** The figures of a run. */
export interface Summary {
  /** Files that were checked. */
  readonly files: number;
  readonly passedOver: number;
  readonly errors: number;
  readonly warnings: number;
}

export function summarize(report: Report): Summary {
  const count = (severity: Severity) =>
    report.files.reduce(
      (sum, { diagnostics }) => sum + diagnostics.filter((each) => each.severity === severity).length,
      0,
    );
  return {
    files: report.files.length,
    passedOver: report.passedOver,
    errors: count('error'),
    warnings: count('warning'),
  };
}
