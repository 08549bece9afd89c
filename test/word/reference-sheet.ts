import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { type ReferenceRow, reference } from './read/reference-form.ts';

/** What the reference form prints: 57 rows; that of 2.18 has no mark, as in a draft. */
export const referenceSheet: Sheet = {
  unit: reference.unit,
  rows: reference.rows.map(rowOf),
  preparedBy: {},
  approvedBy: {},
  draft: false,
};

function rowOf({ kind, cells, number = '', title = '', marks = [], ...row }: ReferenceRow): SheetRow {
  const text = (row.text ?? '').split('\n');
  const level = marks[0]?.level;
  if (kind === 'group' || kind === 'area') return { kind, number, title };
  if (kind === 'duty') {
    const { position, positionNumber = '' } = row;
    return {
      kind,
      first: position !== undefined,
      number: positionNumber,
      title: position ?? '',
      text,
      level,
    };
  }
  return cells === 3 ? { kind: 'unrated', number, text } : { kind, number, text, level };
}
