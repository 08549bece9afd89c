import type { Row } from '../document/document.ts';
import type { FormTable } from './form-tables.ts';
import type { Item } from './lines.ts';
import { ownGroup, rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/**
 * Takes the headings that are lines directly above a table, such as “I. Nhóm công việc lãnh đạo, quản lý”, and below it
 * “1. Tổng hợp”, out of the items, as rows of the table. Its own first row must not be a group.
 */
export function takeHeadings(form: FormTable, items: Item[]): FormTable {
  const { table, header } = form;
  const kindOf = (row: Row) => rowKind(viewRow(row, table.number, header));
  const filled = table.rows.slice(header.end).find((row) => !/^(?:empty|header)$/.test(kindOf(row).kind));
  const first = filled && kindOf(filled);
  if (!first || first.kind === 'group') return form;
  const end = items.findIndex((item) => item.kind === 'form' && item.table === table);
  const headings: Row[] = [];
  for (let at = end - 1; ; at--) {
    const item = items[at];
    if (item?.kind !== 'line') return form;
    const row: Row = {
      number: table.rows[header.start]?.number ?? 1,
      cells: [
        {
          column: 0,
          span: header.edges.length - 1,
          merge: undefined,
          blocks: [{ kind: 'paragraph', text: item.line.text, number: 0 }],
        },
      ],
    };
    const kind = kindOf(row);
    headings.unshift(row);
    const isOfTasks =
      kind.kind === 'area' && first.kind === 'task' && first.number.startsWith(`${kind.number}.`);
    const isGroup = kind.kind === 'group' && (kind.numeral ?? ownGroup(kind.title)) !== undefined;
    if (!isGroup && !isOfTasks) return form;
    if (isGroup || items[at - 1]?.kind !== 'line') {
      items.splice(at, headings.length);
      return { ...form, headings };
    }
  }
}
