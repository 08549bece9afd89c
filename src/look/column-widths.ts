import type { Look } from '../generated/look-types.ts';

/** The widths of the table's eight columns, in millimetres, from left to right. */
export function columnWidthsMm({ table }: Pick<Look, 'table'>): number[] {
  const { number, group, task, level } = table.columnsMm;
  return [number, group, task, level, level, level, level, level];
}
