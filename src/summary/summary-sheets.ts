import type { Language } from '../diagnostics/wording.ts';
import type { DataTable, TableCell } from '../tables/table.ts';
import type { Summary } from './summary.ts';
import type { SummaryCell } from './summary-table.ts';
import { summaryTables } from './summary-tables.ts';

const kinds = {
  text: 'text',
  files: 'text',
  share: 'percent',
  count: 'number',
  problem: 'number',
  levels: 'number',
} as const;

/** The sheets of a workbook. Files that were not summed up are in the sheet of files. */
export const summarySheets = (summary: Summary, language: Language): DataTable[] =>
  summaryTables(summary, language)
    .filter(({ id }) => id !== 'unreadable' && id !== 'skipped')
    .map(({ title, sheet = title, columns, rows }) => {
      const shown = [...columns.keys()].filter((index) => columns[index]?.in.includes('xlsx'));
      return {
        name: sheet,
        columns: shown
          .flatMap((index) => columns[index] ?? [])
          .map(({ kind, ...column }) => ({ ...column, kind: kinds[kind] })),
        rows: {
          *[Symbol.iterator]() {
            for (const row of rows) yield shown.map((index) => plainCell(row[index]));
          },
        },
      };
    });

function plainCell(cell: SummaryCell): TableCell {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'tasks' in cell ? cell.tasks : cell.join('\n');
}
