import { countByRule, countFindings, type RuleTotal, RuleTotals } from '../diagnostics/count-findings.ts';
import type { FileReport, Report, RuleInfo } from '../diagnostics/finding.ts';

/** The findings of a rule in a run, with its description if it is a known rule. */
export type KnownTotal = RuleTotal & { readonly info: RuleInfo | undefined };

/** The counts of a file; its unit is empty if the form names none. */
export const fileCounts = (report: FileReport) => ({
  file: report.file,
  unit: report.unit ?? '',
  ...countFindings(report),
  rules: countByRule(report),
});

export type FileCounts = ReturnType<typeof fileCounts>;

/** A run in figures, by file and by rule. */
export class Overview {
  readonly #infos: ReadonlyMap<string, RuleInfo>;
  readonly #files: FileCounts[] | undefined;
  readonly #totals = new RuleTotals();

  /** @param keepsFiles whether the counts of each file are needed at the end */
  constructor(rules: readonly RuleInfo[], keepsFiles: boolean) {
    this.#infos = new Map(rules.map((info) => [info.id, info]));
    this.#files = keepsFiles ? [] : undefined;
  }

  add(file: FileCounts): void {
    this.#files?.push(file);
    this.#totals.add(file.rules);
  }

  /** Those with errors first, then those with warnings, each in the order of the run. */
  get files(): readonly FileCounts[] {
    const rank = ({ errors, warnings }: FileCounts) => (errors > 0 ? 0 : warnings > 0 ? 1 : 2);
    return (this.#files ?? []).toSorted((a, b) => rank(a) - rank(b));
  }

  get rules(): readonly KnownTotal[] {
    return this.#totals.list.map((total) => ({ ...total, info: this.#infos.get(total.rule) }));
  }
}

/** The figures of a run. */
export interface ReportCounts {
  readonly files: number;
  readonly formsWithErrors: number;
  readonly notForms: number;
  /** Files that could not be read, and those that may be forms but are not read. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The end of a report on files in memory. */
export function summarize({ files, notForms, rules }: Report): { summary: ReportCounts; overview: Overview } {
  const overview = new Overview(rules, true);
  for (const file of files) overview.add(fileCounts(file));
  const faulty = overview.files.filter(({ errors }) => errors > 0);
  const sum = (key: 'errors' | 'warnings') => overview.files.reduce((total, file) => total + file[key], 0);
  const counts = { files: files.length, formsWithErrors: faulty.length, notForms, unreadable: 0 };
  return { summary: { ...counts, errors: sum('errors'), warnings: sum('warnings') }, overview };
}
