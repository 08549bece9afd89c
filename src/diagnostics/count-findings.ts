import type { Diagnostic, FileReport } from './finding.ts';
import { enCount, joinWords, viNumber, type Wording } from './wording.ts';

/** The number of errors and warnings in a file. */
export function countFindings({
  diagnostics,
}: {
  readonly diagnostics: readonly Pick<Diagnostic, 'severity'>[];
}): {
  errors: number;
  warnings: number;
} {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** “2 errors, 1 warning”; empty if there are none. */
export const countsInWords = ({ errors, warnings }: ReturnType<typeof countFindings>): Wording =>
  joinWords([
    errors > 0 && { vi: `${viNumber(errors)} lỗi`, en: enCount(errors, 'error') },
    warnings > 0 && { vi: `${viNumber(warnings)} cảnh báo`, en: enCount(warnings, 'warning') },
  ]);

/** How often a rule reported something. */
export interface RuleCount {
  readonly rule: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The counts by rule, in the order of their first findings. */
export function countByRule({ diagnostics }: Pick<FileReport, 'diagnostics'>): RuleCount[] {
  const byRule = new Map<string, { rule: string; errors: number; warnings: number }>();
  for (const { rule, severity } of diagnostics) {
    const count = byRule.get(rule) ?? { rule, errors: 0, warnings: 0 };
    if (severity === 'error') count.errors += 1;
    else count.warnings += 1;
    byRule.set(rule, count);
  }
  return [...byRule.values()];
}

/** The findings of a rule in a run. */
export interface RuleTotal extends RuleCount {
  readonly forms: number;
}

/** Adds up findings by rule over the forms of a run. */
export class RuleTotals {
  readonly #totals = new Map<string, RuleTotal>();

  add(counts: readonly RuleCount[]): void {
    for (const { rule, errors, warnings } of counts) {
      const sum = this.#totals.get(rule) ?? { errors: 0, warnings: 0, forms: 0 };
      this.#totals.set(rule, {
        rule,
        errors: sum.errors + errors,
        warnings: sum.warnings + warnings,
        forms: sum.forms + 1,
      });
    }
  }

  get list(): RuleTotal[] {
    return [...this.#totals.values()].sort(
      (a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1),
    );
  }
}

export const hasErrors = ({ diagnostics }: Pick<FileReport, 'diagnostics'>): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

export const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === 'error'),
});
