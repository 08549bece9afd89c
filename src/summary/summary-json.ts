import { stringifyJson } from '../reporters/stringify-json.ts';
import { type Cells, type Counts, counts, groupKey, groupsIn } from './cells.ts';
import type { Outlier, SharedTask, Summary, UnitSummary } from './summary.ts';

/**
 * For programs: the summary as `schemas/summary.schema.json` describes it, with every unit. `version` grows when
 * something that was promised changes; new keys alone do not change it.
 */
export const summaryJson = (summary: Summary): string => stringifyJson(summaryFigures(summary));

/** The same as data. */
export const summaryFigures = (summary: Summary) => {
  const { toolVersion, forms, formsWithErrors, unreadable, skipped, cells, units, rules, outliers, shared } =
    summary;
  return {
    version: 1,
    tool: { name: 'bieu2', version: toolVersion },
    forms,
    formsWithErrors,
    unreadable: unreadable.length,
    unreadableFiles: unreadable,
    skippedFiles: skipped,
    ...describeCells(cells),
    units: units.map(describeUnit),
    rules,
    outliers: outliers.map(describeOutlier),
    sharedTasks: {
      texts: shared.texts,
      of: shared.of,
      leftOut: shared.leftOut,
      top: shared.top.map(describeShared),
    },
  };
};

/** What `bieu2 summary --format json` prints. */
export type SummaryFigures = ReturnType<typeof summaryFigures>;

// Written out key by key: their order and presence are promised.
const describeUnit = (unit: UnitSummary) => ({
  ...nameUnit(unit),
  forms: unit.forms.length,
  errors: unit.errors,
  warnings: unit.warnings,
  missingGroups: unit.missingGroups.map(groupKey),
  ...describeCells(unit.cells),
  files: unit.forms.map(({ file, errors, warnings, tasks }) => ({ file, errors, warnings, tasks })),
});

/** With the file of its first form. */
const nameUnit = ({ name, parentUnit, forms }: UnitSummary) => ({
  unit: name === '' ? null : name,
  parentUnit: parentUnit === '' ? null : parentUnit,
  file: forms[0]?.file ?? '',
});

const describeCells = (cells: Cells) => ({
  total: describeCounts(counts(cells)),
  groups: groupsIn(cells).map((group) => ({
    group: groupKey(group),
    ...describeCounts(counts(cells, [group])),
  })),
});

const describeCounts = ({ tasks, levels, unrated, missing, free }: Counts) => ({
  tasks,
  levels,
  unrated,
  missing,
  free,
});

const describeOutlier = ({ unit, measure, value, of, median, units, score }: Outlier) => ({
  ...nameUnit(unit),
  measure,
  value: rounded(value),
  of,
  median: rounded(median),
  units,
  score: rounded(score),
});

const describeShared = ({ text, units, levels, examples }: SharedTask) => ({
  text,
  units,
  levels,
  examples: examples.map(nameUnit),
});

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
