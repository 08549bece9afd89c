import { foldText } from '../vietnamese/fold-text.ts';
import { addCells, counts } from './cells.ts';
import { findOutliers } from './find-outliers.ts';
import type { FormFacts } from './form-facts.ts';
import { SharedTaskCounter, type SharedTaskLimits } from './shared-task-counter.ts';
import type { RuleSummary, SharedTasks, Summary, UnitSummary } from './summary.ts';

/** A unit while forms are added to it. */
interface UnitCounts {
  readonly name: string;
  readonly isFile: boolean;
  readonly parentUnit: string;
  readonly cells: number[];
  forms: number;
  missingGroups: readonly number[];
  errors: number;
  warnings: number;
}

interface RuleCounts {
  errors: number;
  warnings: number;
  forms: number;
}

/**
 * Adds up forms, one after the other; the same forms in the same order give the same summary. It keeps no form:
 * some 600 bytes for each unit, and a bounded table of the tasks (`SharedTaskCounter`).
 */
export class Tally {
  readonly #units = new Map<string, number>();
  readonly #counts: UnitCounts[] = [];
  readonly #cells: number[] = [];
  readonly #rules = new Map<string, RuleCounts>();
  readonly #shared: SharedTaskCounter;
  #forms = 0;

  constructor(limits?: SharedTaskLimits) {
    this.#shared = new SharedTaskCounter(limits);
  }

  add(facts: FormFacts) {
    const number = this.#unitOf(facts);
    const unit = this.#counts[number];
    if (!unit) return;
    this.#forms += 1;
    unit.forms += 1;
    unit.missingGroups = unit.missingGroups.filter((group) => facts.missingGroups.includes(group));
    addCells(unit.cells, facts.cells);
    addCells(this.#cells, facts.cells);
    for (const { rule, errors, warnings } of facts.findings) {
      unit.errors += errors;
      unit.warnings += warnings;
      const sum = this.#rules.get(rule) ?? { errors: 0, warnings: 0, forms: 0 };
      sum.errors += errors;
      sum.warnings += warnings;
      sum.forms += 1;
      this.#rules.set(rule, sum);
    }
    this.#shared.add(number, facts.tasks);
  }

  /** How many were added. */
  get forms(): number {
    return this.#forms;
  }

  /** @param unreadable how many files could not be read as forms */
  finish({ toolVersion, unreadable = 0 }: { toolVersion: string; unreadable?: number }): Summary {
    const units = this.#summarizeUnits();
    return {
      toolVersion,
      forms: this.#forms,
      unreadable,
      cells: this.#cells,
      units: inOrder(units),
      rules: this.#summarizeRules(),
      outliers: findOutliers(units),
      shared: this.#summarizeShared(units),
    };
  }

  /** Names are compared folded, and together with the parent: every district has a “VĂN PHÒNG”. */
  #unitOf({ file, unit, parentUnit }: FormFacts): number {
    const key = unit === '' ? `\n${file}` : `${foldText(unit)}\n${foldText(parentUnit)}`;
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const isFile = unit === '';
    this.#units.set(key, this.#counts.length);
    this.#counts.push({
      name: isFile ? file : unit,
      isFile,
      parentUnit,
      cells: [],
      forms: 0,
      missingGroups: [1, 2, 3],
      errors: 0,
      warnings: 0,
    });
    return this.#counts.length - 1;
  }

  #summarizeUnits(): UnitSummary[] {
    const parents = new Map<string, number>();
    for (const { name } of this.#counts) parents.set(foldText(name), (parents.get(foldText(name)) ?? 0) + 1);
    return this.#counts.map((unit) => ({
      ...unit,
      isAmbiguous: (parents.get(foldText(unit.name)) ?? 0) > 1,
    }));
  }

  #summarizeRules(): RuleSummary[] {
    return [...this.#rules]
      .map(([rule, sum]) => ({ rule, ...sum }))
      .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.rule < b.rule ? -1 : 1));
  }

  #summarizeShared(units: readonly UnitSummary[]): SharedTasks {
    const { top, ...rest } = this.#shared.finish();
    return {
      ...rest,
      top: top.map(({ examples, ...shared }) => ({
        ...shared,
        examples: examples.flatMap((number) => units[number] ?? []),
      })),
    };
  }
}

/** Those with most tasks first; then by name, as Vietnamese orders it. */
function inOrder(units: readonly UnitSummary[]): UnitSummary[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return units
    .map((unit) => ({ unit, tasks: counts(unit.cells).tasks }))
    .sort((a, b) => b.tasks - a.tasks || compare(a.unit.name, b.unit.name))
    .map(({ unit }) => unit);
}
