import type { Path, TablePlace } from '../../diagnostics/finding.ts';
import type { MessageIds } from '../../generated/message-ids.ts';
import { levelIn, levelNamed } from './level-heading.ts';
import { readMark } from './marks.ts';
import type { Places } from './places.ts';
import type { LevelCell, RowView } from './row-view.ts';

/** The rating in the level cells of a row. */
export interface Rating {
  /** A level; several where there are several marks; a text where a cell holds something else. */
  readonly complexity?: number | number[] | string;
  /** What is written in the merged cells instead of a level. */
  readonly reason?: string;
  /** The cells are merged and empty. */
  readonly isBlankedOut: boolean;
  /** Where the (first) mark is. */
  readonly column?: number;
  /** Cells that are merged over several levels or rows, or between columns, and hold a mark. */
  readonly merged: readonly LevelCell[];
  /** Cells with texts that are neither marks nor `complexity`. */
  readonly others: readonly LevelCell[];
  /** Cells in which something is drawn, where no other one says the level. */
  readonly drawn: readonly LevelCell[];
  /** The only cell with its colour, where no cell says the level. */
  readonly shaded: LevelCell | undefined;
}

/** @param above the rating of the row before it, for cells that are merged downwards */
export function rateRow(
  { isMerged, levels }: RowView,
  above: Rating | undefined,
  canBeUnrated: boolean,
): Rating {
  const [only] = levels;
  if (canBeUnrated && only?.levels.length === 5 && isReason(only.text))
    return { ...noMarks, reason: only.text, column: only.column };
  const marked = new Set<number>();
  const merged: LevelCell[] = [];
  const others: LevelCell[] = [];
  let column: number | undefined;
  for (const cell of levels) {
    if (cell.continues) {
      const [level = above?.complexity] = cell.levels;
      if (typeof level !== 'number' || above?.complexity !== level) continue;
      marked.add(level);
      merged.push({ ...cell, text: String(level) });
      column ??= cell.column;
      continue;
    }
    const mark = readMark(cell.text);
    if (mark.kind === 'empty') continue;
    column ??= cell.column;
    if (cell.levels.length === 0) {
      const level = levelIn(cell.text);
      if (level === undefined) others.push(cell);
      else marked.add(level);
      continue;
    }
    if (cell.levels.length > 1 || cell.isAskew) merged.push(cell);
    const named = mark.kind === 'other' ? levelNamed(cell.text) : undefined;
    // A tick may look like a Roman numeral: it names its own column, or none.
    if (named !== undefined && cell.levels.includes(named)) {
      marked.add(named);
      continue;
    }
    if (mark.kind === 'digit') marked.add(mark.digit);
    if (mark.kind === 'other') others.push(cell);
    if (mark.kind !== 'other' && cell.levels.length === 1) for (const level of cell.levels) marked.add(level);
  }
  const found = [...marked].sort();
  const [other] = others;
  const written = other && (/^\d+$/.test(other.text) ? Number(other.text) : other.text);
  const drawn = levels.filter(({ isDrawn }) => isDrawn && column === undefined);
  const complexity = found.length > 1 ? found : (found[0] ?? written);
  return {
    isBlankedOut: column === undefined && isMerged && drawn.length === 0,
    drawn,
    shaded: column === undefined ? ofOwnColour(levels) : undefined,
    merged,
    others: found.length > 0 ? others : others.slice(1),
    ...(complexity !== undefined && { complexity }),
    ...(column !== undefined && { column }),
  };
}

/** Reports what is unclear in the level cells of a task at a place, and keeps their other texts. @param path of its level */
export function reportRating(
  { complexity, merged, drawn, shaded, others }: Rating,
  at: TablePlace,
  places: Places,
  path: Path,
): void {
  const report = (message: MessageIds['word-form'], { column, text }: LevelCell) =>
    places.report('word-form', message, { ...at, column }, { mark: text }, path);
  for (const cell of merged) report('mark-in-merged-cell', cell);
  for (const cell of drawn) report('mark-drawn', cell);
  if (shaded) report('mark-shaded', shaded);
  for (const cell of others) {
    if (cell.levels.length > 0 && typeof complexity !== 'string') report('text-beside-mark', cell);
    places.keep({ ...at, column: cell.column }, cell.text);
  }
}

/** Whether the level cells of a heading hold the numbers of the tasks below, not marks. */
export const areCounts = (filled: readonly LevelCell[]): boolean =>
  filled.every(({ text }) => /^\d+(?: (?:công )?việc)?$/.test(text.normalize('NFC'))) &&
  (filled.length > 1 || filled.some(({ text, levels }) => levels.length > 1 || !/^[1-5]$/.test(text)));

/** Words, in which no level or mark may hide. */
const isReason = (text: string) =>
  /\p{L}{2}.*\s/su.test(text) &&
  !/\d|(?<!\p{L})[IVXx]+(?!\p{L})|[✓✔☑☒]/u.test(text) &&
  levelIn(text) === undefined;

const noMarks = { isBlankedOut: false, merged: [], others: [], drawn: [], shaded: undefined };

function ofOwnColour(levels: readonly LevelCell[]): LevelCell | undefined {
  const [own, other] = levels.filter(({ fill }) => levels.filter((each) => each.fill === fill).length === 1);
  return other === undefined && own?.fill ? own : undefined;
}
