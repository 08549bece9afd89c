import { type Cells, counts, ratedTasks, withoutLeadership } from './cells.ts';
import type { MeasureId, Outlier, UnitSummary } from './summary.ts';

/** A measure of a unit: a share of tasks, or a number. */
interface Measure {
  readonly id: MeasureId;
  /** The share and the number it refers to; undefined if that is too small. */
  readonly of: (cells: Cells) => { readonly value: number; readonly of: number } | undefined;
  /** Only values above the median are unusual. */
  readonly isOneSided?: boolean;
  /** The scale for comparing values. */
  readonly scale?: (value: number) => number;
  /** The minimum difference from the median, on that scale; default: `leastShare`. */
  readonly least?: number;
}

/** Shares of fewer tasks vary too much. */
const minTasks = 10;
/** A median of fewer units says little. */
const minUnits = 8;
/** Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): modified z-scores above 3.5. */
const maxScore = 3.5;
/** Shares differ enough when they differ by 20 percentage points, whatever the statistics say. */
const leastShare = 0.2;

const share = (part: number, whole: number) =>
  whole < minTasks ? undefined : { value: part / whole, of: whole };

const levelShare = (cells: Cells, from: number, to: number) => {
  const rated = withoutLeadership(cells);
  const part = rated.levels.slice(from - 1, to).reduce((sum, count) => sum + count, 0);
  return share(part, ratedTasks(rated));
};

const shareOfOthers = (cells: Cells, kind: 'unrated' | 'missing') => {
  const others = withoutLeadership(cells);
  return share(others[kind], others.tasks);
};

const groupShare = (cells: Cells, group: number) => share(counts(cells, [group]).tasks, counts(cells).tasks);

/** The measures of units. */
const measures: readonly Measure[] = [
  { id: 'high', of: (cells) => levelShare(cells, 4, 5) },
  { id: 'low', of: (cells) => levelShare(cells, 1, 2) },
  { id: 'unrated', of: (cells) => shareOfOthers(cells, 'unrated'), isOneSided: true },
  { id: 'missing', of: (cells) => shareOfOthers(cells, 'missing'), isOneSided: true },
  { id: 'leadership', of: (cells) => groupShare(cells, 1) },
  { id: 'support', of: (cells) => groupShare(cells, 3) },
  {
    id: 'tasks',
    of: (cells) => ({ value: counts(cells).tasks, of: counts(cells).tasks }),
    // Numbers of tasks differ by factors: twice as many is as far as half as many.
    scale: (value) => Math.log2(Math.max(value, 1)),
    least: 1,
  },
];

/**
 * Units that differ from most others: for each measure, those whose distance from the median is more than 3.5 robust
 * standard deviations and large enough to matter. Few units or few tasks give none.
 *
 * @returns the most unusual first
 */
export function findOutliers(units: readonly UnitSummary[]): Outlier[] {
  const found = measures.flatMap((measure) => outliersBy(measure, units));
  return found.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
}

function outliersBy(
  { id, of: measured, isOneSided, scale = (value) => value, least = leastShare }: Measure,
  units: readonly UnitSummary[],
): Outlier[] {
  const values = units.flatMap((unit) => {
    const found = measured(unit.cells);
    return found ? [{ unit, ...found }] : [];
  });
  if (values.length < minUnits) return [];
  const scaled = Float64Array.from(values, ({ value }) => scale(value));
  const middle = median(scaled);
  const deviation = robustDeviation(scaled, middle);
  const typical = median(values.map(({ value }) => value));
  return values.flatMap(({ unit, value, of }): Outlier[] => {
    const distance = scale(value) - middle;
    const score = deviation === 0 ? 0 : distance / deviation;
    const isFar = isOneSided ? score > maxScore : Math.abs(score) > maxScore;
    if (!isFar || Math.abs(distance) < least) return [];
    return [{ unit, measure: id, value, of, median: typical, units: values.length, score }];
  });
}

/**
 * A robust standard deviation: the median distance from the median (× 1.4826). If most values are
 * equal that is 0: then the mean distance (× 1.2533; both from Iglewicz and Hoaglin).
 */
function robustDeviation(values: Float64Array, middle: number): number {
  const distances = values.map((value) => Math.abs(value - middle));
  const typical = median(distances);
  if (typical > 0) return typical * 1.4826;
  return (distances.reduce((sum, distance) => sum + distance, 0) / distances.length) * 1.2533;
}

/** The median; 0 if there are no numbers. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
