import type { Language } from '../diagnostics/wording.ts';
import type { DataTable, TableCell } from '../tables/table.ts';
import { isCounts, type SummaryCell } from './summary-table.ts';
import { summaryTables } from './summary-tables.ts';
import type { Summary } from './tally.ts';

const kinds = {
  text: 'text',
  files: 'text',
  share: 'percent',
  count: 'number',
  problem: 'number',
  levels: 'number',
} as const;

/** The sheets of a workbook. Skipped and unreadable files are in the sheet of files. */
export const summarySheets = (summary: Summary, language: Language): DataTable[] =>
  summaryTables(summary, language, 'xlsx').map(({ title, sheet = title, columns, rows }) => ({
    name: sheet,
    columns: columns.map(({ kind, ...column }) => ({ ...column, kind: kinds[kind] })),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield row.map(plainCell);
      },
    },
  }));

function plainCell(cell: SummaryCell): TableCell {
  if (typeof cell !== 'object' || cell === null) return cell;
  return isCounts(cell) ? cell.tasks : cell.join('\n');
}
