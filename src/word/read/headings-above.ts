import type { Row, Table } from '../document/document.ts';
import type { FormTable } from './form-tables.ts';
import type { Item } from './lines.ts';
import { ownGroup, rowKind } from './row-kind.ts';
import { viewRow } from './row-view.ts';

/**
 * Makes rows of the form's tables out of the headings that are lines directly above them, such as “I. Nhóm công việc lãnh
 * đạo, quản lý”, and below it “1. Tổng hợp”.
 */
export function withHeadings(
  items: readonly Item[],
  forms: readonly FormTable[],
): { readonly items: readonly Item[]; readonly forms: readonly FormTable[] } {
  const byTable = new Map<Table, FormTable>(forms.map((form) => [form.table, form]));
  const rest: Item[] = [];
  for (const item of items) {
    const form = item.kind === 'form' ? byTable.get(item.table) : undefined;
    if (form) byTable.set(form.table, { ...form, headings: takeHeadings(form, rest) });
    rest.push(item);
  }
  return { items: rest, forms: [...byTable.values()] };
}

/** Takes the headings off the end of the items above a table whose own first row is not a group. */
function takeHeadings({ table, header }: FormTable, above: Item[]): Row[] {
  const kindOf = (row: Row) => rowKind(viewRow(row, table.number, header));
  const filled = table.rows.slice(header.end).find((row) => !/^(?:empty|header)$/.test(kindOf(row).kind));
  const first = filled && kindOf(filled);
  if (!first || first.kind === 'group') return [];
  const headings: Row[] = [];
  for (let at = above.length - 1; ; at--) {
    const item = above[at];
    if (item?.kind !== 'line') return [];
    const text = { kind: 'paragraph', text: item.line.text, number: 0 } as const;
    const row: Row = {
      number: table.rows[header.start]?.number ?? 1,
      cells: [{ column: 0, span: header.edges.length - 1, merge: undefined, blocks: [text] }],
    };
    const kind = kindOf(row);
    headings.unshift(row);
    const isOfTasks =
      kind.kind === 'area' && first.kind === 'task' && first.number.startsWith(`${kind.number}.`);
    const isGroup = kind.kind === 'group' && (kind.numeral ?? ownGroup(kind.title)) !== undefined;
    if (!isGroup && !isOfTasks) return [];
    if (isGroup || above[at - 1]?.kind !== 'line') {
      above.length = at;
      return headings;
    }
  }
}
