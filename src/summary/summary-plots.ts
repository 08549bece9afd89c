import { escapeHtml } from '../diagnostics/escape-markup.ts';
import { formatNumber, type Language } from '../diagnostics/wording.ts';
import { type Counts, highShare, ratedTasks, withoutLeadership } from './cells.ts';
import { median } from './find-outliers.ts';
import { formatShare, levelName } from './summary-words.ts';
import type { Summary } from './tally.ts';

/** A plot with a text alternative; its figures are in a table beside it, too. */
const svg = (title: string, width: number, height: number, body: readonly string[]): string =>
  `<svg role="img" aria-label="${escapeHtml(title)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body.join('')}</svg>`;

const rounded = (value: number) => Math.round(value * 100) / 100;

/** One bar for each level, the numbers beside them. */
export function levelsPlot(sums: Counts, title: string, language: Language): string {
  const rated = ratedTasks(sums);
  const most = Math.max(...sums.levels, 1);
  const [left, room, step] = [64, 440, 30];
  const rows = sums.levels.map((count, index) => {
    const y = index * step;
    const length = rounded((count / most) * room);
    const figures = `${formatNumber(count, language)} (${formatShare(count, rated)})`;
    return `<text x="0" y="${y + 17}">${levelName(index + 1, language)}</text><rect class="l${index + 1}" x="${left}" y="${y + 2}" width="${length}" height="${step - 8}"/><text x="${left + length + 8}" y="${y + 17}">${figures}</text>`;
  });
  return svg(title, left + room + 130, 5 * step, rows);
}

const kinds = ['l1', 'l2', 'l3', 'l4', 'l5', 'unrated', 'missing'] as const;

/** The bar of one unit in a table row; hidden from screen readers, since other cells have the same numbers. */
export function unitBar({ levels, unrated, missing }: Counts): string {
  const parts = [...levels, unrated, missing];
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return '';
  let x = 0;
  const rects = parts.map((part, index) => {
    const width = (part / whole) * 200;
    const rect =
      part === 0
        ? ''
        : `<rect class="${kinds[index]}" x="${rounded(x)}" width="${rounded(width)}" height="16"/>`;
    x += width;
    return rect;
  });
  return `<svg aria-hidden="true" viewBox="0 0 200 16" preserveAspectRatio="none">${rects.join('')}</svg>`;
}

/**
 * How many units have which share: twenty columns of five percentage points, and the median.
 *
 * @param shares from 0 to 1
 */
function sharesPlot(shares: readonly number[], median: number, title: string): string {
  const bins = Array.from({ length: 20 }, () => 0);
  for (const share of shares) {
    const bin = Math.min(19, Math.floor(share * 20 + 1e-9));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(...bins, 1);
  const [left, top, step, room] = [8, 24, 28, 150];
  const bottom = top + room;
  const bars = bins.map((count, index) => {
    if (count === 0) return { bar: '', label: '' };
    const [x, height] = [left + index * step, Math.max((count / most) * room, 2)];
    return {
      bar: `<rect x="${x + 1}" y="${bottom - rounded(height)}" width="${step - 2}" height="${rounded(height)}"/>`,
      label: `<text class="soft" text-anchor="middle" x="${left + (index + 0.5) * step}" y="${rounded(bottom - height - 5)}">${count}</text>`,
    };
  });
  const ticks = [0, 25, 50, 75, 100].map(
    (percent) =>
      `<text class="soft" text-anchor="${percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'}" x="${left + (percent / 5) * step}" y="${bottom + 18}">${percent}%</text>`,
  );
  const at = rounded(left + median * 20 * step);
  const lines = `<line class="axis" x1="${left}" x2="${left + 20 * step}" y1="${bottom}" y2="${bottom}"/><line class="median" x1="${at}" x2="${at}" y1="${top - 18}" y2="${bottom}"/>`;
  const labels = bars.map(({ label }) => label);
  const body = [...bars.map(({ bar }) => bar), lines, ...labels, ...ticks];
  return svg(title, 2 * left + 20 * step, bottom + 24, body);
}

/** A distribution of fewer units says nothing. */
const minShares = 8;

/** How the units differ in their share of high levels. */
export function sharesFigure({ units }: Summary, language: Language): string {
  const shares = units.flatMap(({ cells }) => highShare(withoutLeadership(cells)) ?? []);
  if (shares.length < minShares) return '';
  const middle = median(shares);
  const title = {
    vi: `Số đơn vị theo tỷ lệ công việc ở mức 4–5 (trung vị: ${formatShare(middle, 1)})`,
    en: `Units by their share of tasks at levels 4–5 (median: ${formatShare(middle, 1)})`,
  }[language];
  return `<figure><figcaption>${title}</figcaption>${sharesPlot(shares, middle, title)}</figure>`;
}
