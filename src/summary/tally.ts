import { foldText, unitKey } from '../vietnamese/fold-text.ts';
import { addCells, counts } from './cells.ts';
import { findOutliers } from './find-outliers.ts';
import type { FormFacts } from './form-facts.ts';
import { maxTexts, SharedTaskCounter } from './shared-tasks.ts';
import type { FormSummary, LeftOut, Summary, UnitSummary } from './summary.ts';

/** A unit while forms are added to it. */
interface UnitCounts extends Omit<UnitSummary, 'isAmbiguous'> {
  readonly forms: FormSummary[];
  readonly cells: number[];
  missingGroups: readonly number[];
  errors: number;
  warnings: number;
}

interface RuleCounts {
  errors: number;
  warnings: number;
  forms: number;
  readonly examples: { readonly file: string; readonly hasErrors: boolean }[];
}

const maxExamples = 3;

/**
 * Adds up forms, one after the other; the same forms in the same order give the same summary. It keeps no form: some
 * 900 bytes for each unit, and the tasks as `SharedTaskCounter` does.
 */
export class Tally {
  readonly #numbers = new Map<string, number>();
  readonly #units: UnitCounts[] = [];
  readonly #cells: number[] = [];
  readonly #rules = new Map<string, RuleCounts>();
  readonly #shared: SharedTaskCounter;
  #forms = 0;
  #formsWithErrors = 0;

  /** @param limit of different texts of tasks that are compared */
  constructor(limit = maxTexts) {
    this.#shared = new SharedTaskCounter(limit);
  }

  add(facts: FormFacts) {
    const { file, cells, findings } = facts;
    const { unit, number } = this.#unitOf(facts);
    const errors = findings.reduce((sum, one) => sum + one.errors, 0);
    const warnings = findings.reduce((sum, one) => sum + one.warnings, 0);
    this.#forms += 1;
    if (errors > 0) this.#formsWithErrors += 1;
    unit.forms.push({ file, errors, warnings, tasks: counts(cells).tasks });
    unit.errors += errors;
    unit.warnings += warnings;
    unit.missingGroups = unit.missingGroups.filter((group) => facts.missingGroups.includes(group));
    addCells(unit.cells, cells);
    addCells(this.#cells, cells);
    for (const finding of findings) this.#addFinding(file, finding);
    this.#shared.add(number, facts.tasks);
  }

  /** How many were added. */
  get forms(): number {
    return this.#forms;
  }

  finish({ toolVersion, unreadable, skipped }: LeftOut & { readonly toolVersion: string }): Summary {
    const units = this.#summarizeUnits();
    const { top, ...shared } = this.#shared.finish();
    return {
      toolVersion,
      forms: this.#forms,
      formsWithErrors: this.#formsWithErrors,
      unreadable,
      skipped,
      cells: this.#cells,
      outliers: findOutliers(units),
      shared: {
        ...shared,
        top: top.map((one) => ({ ...one, examples: one.examples.flatMap((number) => units[number] ?? []) })),
      },
      rules: [...this.#rules]
        .map(([rule, { examples, ...sum }]) => ({ rule, ...sum, examples: examples.map(({ file }) => file) }))
        .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1)),
      units: inOrder(units),
    };
  }

  #unitOf({ file, unit: written, parentUnit }: FormFacts) {
    const key = written === '' ? `\n${file}` : unitKey(written, parentUnit);
    const number = this.#numbers.get(key) ?? this.#units.length;
    const unit = this.#units[number] ?? {
      name: written,
      parentUnit,
      forms: [],
      cells: [],
      missingGroups: [1, 2, 3],
      errors: 0,
      warnings: 0,
    };
    this.#numbers.set(key, number);
    this.#units[number] = unit;
    return { unit, number };
  }

  #addFinding(file: string, { rule, errors, warnings }: FormFacts['findings'][number]) {
    const sum = this.#rules.get(rule) ?? { errors: 0, warnings: 0, forms: 0, examples: [] };
    this.#rules.set(rule, sum);
    sum.errors += errors;
    sum.warnings += warnings;
    sum.forms += 1;
    const hasErrors = errors > 0;
    const place = hasErrors ? sum.examples.findIndex((one) => !one.hasErrors) : -1;
    sum.examples.splice(place < 0 ? sum.examples.length : place, 0, { file, hasErrors });
    sum.examples.splice(maxExamples);
  }

  #summarizeUnits(): UnitSummary[] {
    const namesakes = new Map<string, number>();
    for (const { name } of this.#units) {
      const folded = foldText(name);
      namesakes.set(folded, (namesakes.get(folded) ?? 0) + 1);
    }
    return this.#units.map((unit) => ({
      ...unit,
      isAmbiguous: (namesakes.get(foldText(unit.name)) ?? 0) > 1,
    }));
  }
}

/** Those with errors first; then by name, as Vietnamese orders it. */
function inOrder(units: readonly UnitSummary[]): UnitSummary[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const hasErrors = ({ errors }: UnitSummary) => Number(errors > 0);
  return [...units].sort(
    (a, b) => hasErrors(b) - hasErrors(a) || compare(a.name, b.name) || compare(a.parentUnit, b.parentUnit),
  );
}
