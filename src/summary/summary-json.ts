import { stringifyJson } from '../reporters/stringify-json.ts';
import { type Cells, counts, groupKey, groupsIn } from './cells.ts';
import type { UnitSummary } from './summary.ts';
import type { Summary } from './tally.ts';

/**
 * For programs: the summary with every unit, by `schemas/summary.schema.json`. `version` increases when
 * something promised changes, but not for new keys.
 */
export const summaryJson = (summary: Summary): string => stringifyJson(summaryFigures(summary));

/** The summary as data for JSON, with counts, forms, rules and files unchanged. */
export const summaryFigures = ({ toolVersion, units, outliers, shared, ...summary }: Summary) => ({
  version: 1,
  tool: { name: 'bieu2', version: toolVersion },
  forms: summary.forms,
  formsWithErrors: summary.formsWithErrors,
  unreadable: summary.unreadable.length,
  unreadableFiles: summary.unreadable,
  skippedFiles: summary.skipped,
  ...countsOf(summary.cells),
  units: units.map((unit) => ({
    ...nameOf(unit),
    forms: unit.forms.length,
    errors: unit.errors,
    warnings: unit.warnings,
    missingGroups: unit.missingGroups.map(groupKey),
    ...countsOf(unit.cells),
    files: unit.forms,
  })),
  rules: summary.rules,
  outliers: outliers.map(({ unit, measure, value, of, median, units, score }) => ({
    ...nameOf(unit),
    measure,
    value: rounded(value),
    of,
    median: rounded(median),
    units,
    score: rounded(score),
  })),
  sharedTasks: {
    texts: shared.texts,
    of: shared.of,
    leftOut: shared.leftOut,
    top: shared.top.map(({ examples, ...task }) => ({ ...task, examples: examples.map(nameOf) })),
  },
});

/** What `bieu2 summary --format json` prints. */
export type SummaryFigures = ReturnType<typeof summaryFigures>;

const nameOf = ({ name, parentUnit, forms }: UnitSummary) => ({
  unit: name === '' ? null : name,
  parentUnit: parentUnit === '' ? null : parentUnit,
  file: forms[0]?.file ?? '',
});

const countsOf = (cells: Cells) => ({
  total: counts(cells),
  groups: groupsIn(cells).map((group) => ({ group: groupKey(group), ...counts(cells, [group]) })),
});

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
