import { RuleTotals } from '../diagnostics/count-findings.ts';
import { foldText, unitKey, unitsInOrder } from '../vietnamese/fold-text.ts';
import { addCells, counts, missingGroups } from './cells.ts';
import { findOutliers } from './find-outliers.ts';
import type { FormFacts } from './form-facts.ts';
import { maxTexts, SharedTaskCounter } from './shared-tasks.ts';
import type { FormSummary, LeftOut, UnitSummary } from './summary.ts';

interface UnitForms extends Pick<UnitSummary, 'name' | 'parentUnit'> {
  readonly forms: FormSummary[];
  readonly cells: number[];
}

const maxExamples = 3;

/**
 * Adds up forms one by one; the same forms in the same order give the same summary. It does not keep forms: about
 * 900 bytes for each unit, and the tasks as `SharedTaskCounter` does.
 */
export class Tally {
  readonly #numbers = new Map<string, number>();
  readonly #units: UnitForms[] = [];
  readonly #rules = new RuleTotals();
  readonly #examples = new Map<string, readonly Pick<FormSummary, 'file' | 'errors'>[]>();
  readonly #shared: SharedTaskCounter;

  /** @param limit of different texts of tasks that are compared */
  constructor(limit = maxTexts) {
    this.#shared = new SharedTaskCounter(limit);
  }

  add(facts: FormFacts) {
    const { file, cells, findings } = facts;
    const { unit, number } = this.#unitOf(facts);
    unit.forms.push({ file, ...sumOf(findings), tasks: counts(cells).tasks });
    addCells(unit.cells, cells);
    this.#rules.add(findings);
    for (const { rule, errors } of findings) this.#addExample(rule, { file, errors });
    this.#shared.add(number, facts.tasks);
  }

  /** Units and rules with errors come first, as do the examples of a rule. */
  finish(leftOut: LeftOut & { readonly toolVersion: string }) {
    const units = this.#summarizeUnits();
    const forms = units.flatMap((unit) => unit.forms);
    const cells: number[] = [];
    for (const unit of units) addCells(cells, unit.cells);
    return {
      ...leftOut,
      forms: forms.length,
      formsWithErrors: forms.filter(({ errors }) => errors > 0).length,
      cells,
      outliers: findOutliers(units),
      shared: this.#shared.finish(units),
      rules: this.#rules.list.map((total) => ({
        ...total,
        examples: (this.#examples.get(total.rule) ?? []).map(({ file }) => file),
      })),
      units: unitsInOrder(units, ({ errors }) => (errors > 0 ? 0 : 1)),
    };
  }

  #unitOf({ file, unit: name, parentUnit }: FormFacts) {
    const key = name === '' ? `\n${file}` : unitKey(name, parentUnit);
    const number = this.#numbers.get(key) ?? this.#units.length;
    const unit = this.#units[number] ?? { name, parentUnit, forms: [], cells: [] };
    this.#numbers.set(key, number);
    this.#units[number] = unit;
    return { unit, number };
  }

  #addExample(rule: string, example: Pick<FormSummary, 'file' | 'errors'>) {
    const all = [...(this.#examples.get(rule) ?? []), example];
    all.sort((a, b) => Number(b.errors > 0) - Number(a.errors > 0));
    this.#examples.set(rule, all.slice(0, maxExamples));
  }

  #summarizeUnits(): UnitSummary[] {
    const namesakes = new Map<string, number>();
    for (const { name } of this.#units) {
      const folded = foldText(name);
      namesakes.set(folded, (namesakes.get(folded) ?? 0) + 1);
    }
    return this.#units.map((unit) => ({
      ...unit,
      ...sumOf(unit.forms),
      isAmbiguous: (namesakes.get(foldText(unit.name)) ?? 0) > 1,
      missingGroups: missingGroups(unit.cells),
    }));
  }
}

/** Many forms in figures. */
export type Summary = ReturnType<Tally['finish']>;

const sumOf = (counts: readonly Pick<FormSummary, 'errors' | 'warnings'>[]) => ({
  errors: counts.reduce((sum, { errors }) => sum + errors, 0),
  warnings: counts.reduce((sum, { warnings }) => sum + warnings, 0),
});
