import type { Level } from '../form/form.ts';
import { type Cells, counts, ratedTasks, withoutLeadership } from './cells.ts';
import type { UnitSummary } from './summary.ts';

/** Shares of fewer tasks vary too much. */
const minTasks = 10;
/** A median of fewer units says little. */
const minUnits = 8;
/** Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): modified z-scores above 3.5. */
const maxScore = 3.5;
/** Shares differ enough when they differ by 20 percentage points, whatever the statistics say. */
const leastShare = 0.2;

type MeasureId = 'high' | 'low' | 'unrated' | 'missing' | 'leadership' | 'support' | 'tasks';
/** A number of tasks, and the number that it is a share of. */
type Share = readonly [part: number, whole: number];
type Measure = readonly [id: MeasureId, of: (cells: Cells) => Share];

const measures: readonly Measure[] = [
  ['high', (cells) => levelShare(cells, [4, 5])],
  ['low', (cells) => levelShare(cells, [1, 2])],
  ['unrated', (cells) => shareOfOthers(cells, 'unrated')],
  ['missing', (cells) => shareOfOthers(cells, 'missing')],
  ['leadership', (cells) => [counts(cells, [1]).tasks, counts(cells).tasks]],
  ['support', (cells) => [counts(cells, [3]).tasks, counts(cells).tasks]],
  ['tasks', (cells) => [counts(cells).tasks, counts(cells).tasks]],
];

function levelShare(cells: Cells, levels: readonly Level[]): Share {
  const rated = withoutLeadership(cells);
  return [levels.reduce((sum, level) => sum + (rated.levels[level - 1] ?? 0), 0), ratedTasks(rated)];
}

function shareOfOthers(cells: Cells, kind: 'unrated' | 'missing'): Share {
  const others = withoutLeadership(cells);
  return [others[kind], others.tasks];
}

/**
 * Units that differ from most others: for each measure, those whose distance from the median is more than 3.5 robust
 * standard deviations and large enough to matter. Few units or few tasks give none.
 *
 * @returns the most unusual first: `value` is a share of `of` tasks, from 0 to 1, or for `tasks` their number; `median` is that
 * of all `units` compared; `score` is the distance in robust standard deviations, negative below the median
 */
export function findOutliers(units: readonly UnitSummary[]) {
  const found = measures.flatMap((measure) => outliersBy(measure, units));
  return found.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
}

/** A unit that differs from most others in one respect. */
export type Outlier = ReturnType<typeof findOutliers>[number];

function outliersBy([measure, shareOf]: Measure, units: readonly UnitSummary[]) {
  const isShare = measure !== 'tasks';
  const values = units.flatMap((unit) => {
    const [part, of] = shareOf(unit.cells);
    if (!isShare) return { unit, value: part, of };
    return of < minTasks ? [] : { unit, value: part / of, of };
  });
  if (values.length < minUnits) return [];
  // Numbers of tasks differ by factors: twice as many is as far as half as many.
  const scale = (value: number) => (isShare ? value : Math.log2(Math.max(value, 1)));
  const scaled = Float64Array.from(values, ({ value }) => scale(value));
  const middle = median(scaled);
  const deviation = robustDeviation(scaled, middle);
  const typical = median(values.map(({ value }) => value));
  // Few tasks without a level are not unusual.
  const isOneSided = measure === 'unrated' || measure === 'missing';
  return values.flatMap(({ unit, value, of }) => {
    const distance = scale(value) - middle;
    const score = deviation === 0 ? 0 : distance / deviation;
    const isFar = (isOneSided ? score : Math.abs(score)) > maxScore;
    if (!isFar || Math.abs(distance) < (isShare ? leastShare : 1)) return [];
    return [{ unit, measure, value, of, median: typical, units: values.length, score }];
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
