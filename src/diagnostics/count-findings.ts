import type { FileReport } from './diagnostic.ts';

/** How many errors and warnings were found in a file. */
export function countFindings({ diagnostics }: Pick<FileReport, 'diagnostics'>): {
  errors: number;
  warnings: number;
} {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

export const hasErrors = ({ diagnostics }: Pick<FileReport, 'diagnostics'>): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** A report without its warnings. */
export const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === 'error'),
});
