import { countByRule, countFindings, type RuleCount } from '../diagnostics/count-findings.ts';
import type { FileReport, RuleInfo } from '../diagnostics/diagnostic.ts';

/** What was found in a file, in figures. */
export interface FileCounts {
  readonly file: string;
  /** Empty where the form names none. */
  readonly unit: string;
  readonly errors: number;
  readonly warnings: number;
  readonly rules: readonly RuleCount[];
}

/** What a rule found in a run. */
export interface RuleTotal extends RuleCount {
  readonly info: RuleInfo | undefined;
  /** In how many forms. */
  readonly forms: number;
}

export const fileCounts = (report: FileReport): FileCounts => ({
  file: report.file,
  unit: report.unit ?? '',
  ...countFindings(report),
  rules: countByRule(report),
});

/** A run in figures, by file and by rule. */
export class Overview {
  readonly #infos: ReadonlyMap<string, RuleInfo>;
  readonly #files: FileCounts[] | undefined;
  readonly #rules = new Map<string, RuleTotal>();

  /** @param keepsFiles whether the figures of each file are needed in the end */
  constructor(rules: readonly RuleInfo[], keepsFiles: boolean) {
    this.#infos = new Map(rules.map((info) => [info.id, info]));
    this.#files = keepsFiles ? [] : undefined;
  }

  add(file: FileCounts): void {
    this.#files?.push(file);
    for (const { rule, errors, warnings } of file.rules) {
      const sum = this.#rules.get(rule) ?? { errors: 0, warnings: 0, forms: 0 };
      this.#rules.set(rule, {
        rule,
        errors: sum.errors + errors,
        warnings: sum.warnings + warnings,
        forms: sum.forms + 1,
        info: this.#infos.get(rule),
      });
    }
  }

  /** Those with errors first, then those with warnings, each in the order of the run. */
  get files(): readonly FileCounts[] {
    const rank = ({ errors, warnings }: FileCounts) => (errors > 0 ? 0 : warnings > 0 ? 1 : 2);
    return (this.#files ?? []).toSorted((a, b) => rank(a) - rank(b));
  }

  /** Most errors first, then most warnings. */
  get rules(): readonly RuleTotal[] {
    return [...this.#rules.values()].sort(
      (a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1),
    );
  }
}
