import type { TableCell } from '../tables/table.ts';
import type { Counts } from './cells.ts';

/** Where a column is shown; `wide`: on terminals of 100 columns or more. */
export type Format = 'text' | 'wide' | 'html' | 'xlsx';

/** Several texts are lines of a cell. Counts are drawn as a bar of their levels. */
export type SummaryCell = TableCell | readonly string[] | Counts;

/** How a cell is shown: `problem` is a count that should be 0; on terminals `files` are below their row. */
export interface SummaryColumn {
  readonly title: string;
  readonly kind: 'text' | 'count' | 'problem' | 'share' | 'files' | 'levels';
  /** In characters, as spreadsheets count them; without it the title's own. */
  readonly width?: number;
  /** On terminals. */
  readonly short?: string;
  readonly in: readonly Format[];
}

/** A table of a summary, from which text, page and workbook are made. */
export interface SummaryTable {
  readonly id:
    | 'groups'
    | 'units'
    | 'unitGroups'
    | 'forms'
    | 'unreadable'
    | 'skipped'
    | 'outliers'
    | 'shared'
    | 'rules'
    | 'notes';
  readonly title: string;
  /** Of its sheet in a workbook, where it is not the title. */
  readonly sheet?: string;
  readonly columns: readonly SummaryColumn[];
  readonly count: number;
  /** Made while they are taken; they can be taken again. */
  readonly rows: Iterable<readonly SummaryCell[]>;
  /** A sentence above the table, and below it; on terminals the brief one. */
  readonly lead?: string;
  readonly brief?: string;
  readonly notes?: readonly string[];
}
