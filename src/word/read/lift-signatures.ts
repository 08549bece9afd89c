import type { Block, Row, Table } from '../document/document.ts';
import { signatureColumns } from './read-signatures.ts';

/** Signatures in the last rows of a table are read as if they came below it: LibreOffice keeps pages better so. */
export function liftSignatures(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? lifted(block) : [block]));
}

function lifted(table: Table): Block[] {
  // No row of the form comes after them.
  const last = table.rows.findLastIndex(({ cells }) => cells.length > 3);
  const start = table.rows.findIndex((row, index) => index > Math.max(0, last) && isSigned(table, row));
  if (start < 0) return [table];
  const tail = table.rows.slice(start);
  const isOneCell = tail.every(({ cells }) => cells.length === 1);
  const below = isOneCell ? tail.flatMap(({ cells }) => cells[0]?.blocks ?? []) : [{ ...table, rows: tail }];
  return [{ ...table, rows: table.rows.slice(0, start) }, ...below];
}

/** Whether a row holds a table of signatures in one cell, or is itself one of such a table. */
function isSigned(table: Table, row: Row): boolean {
  const [only, second] = row.cells;
  const within = second === undefined ? (only?.blocks ?? []) : [];
  return (
    within.some((block) => block.kind === 'table' && signatureColumns(block) !== undefined) ||
    (row.cells.length <= 3 && signatureColumns({ ...table, rows: [row] }) !== undefined)
  );
}
