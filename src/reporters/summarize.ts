import type { Report } from '../diagnostics/diagnostic.ts';
import { fileCounts, Overview } from './overview.ts';

/** The figures of a run. */
export interface ReportCounts {
  /** Files that were checked. */
  readonly files: number;
  readonly formsWithErrors: number;
  readonly passedOver: number;
  /** Files that could not be read, and those that may be forms and are not read. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The end of a report on files that are at hand. */
export function summarize({ files, passedOver, rules }: Report): {
  summary: ReportCounts;
  overview: Overview;
} {
  const overview = new Overview(rules, true);
  for (const file of files) overview.add(fileCounts(file));
  const sum = (key: 'errors' | 'warnings') => overview.files.reduce((total, file) => total + file[key], 0);
  return {
    summary: {
      files: files.length,
      formsWithErrors: overview.files.filter(({ errors }) => errors > 0).length,
      passedOver,
      unreadable: 0,
      errors: sum('errors'),
      warnings: sum('warnings'),
    },
    overview,
  };
}
