import { readFileSync } from 'node:fs';
import type { Level, Sheet, SheetRow } from '../../src/sheet/sheet.ts';

interface ReferenceRow {
  readonly kind: 'group' | 'duty' | 'area' | 'task';
  /** How many separate cells the row has on paper. */
  readonly cells: number;
  readonly number?: string;
  readonly title?: string;
  readonly position?: string;
  readonly positionNumber?: string;
  readonly text?: string;
  readonly marks?: readonly { readonly level: Level }[];
}

interface Reference {
  readonly unit: string;
  readonly notes: readonly string[];
  readonly rows: readonly ReferenceRow[];
}

/** The reference form as filed, row by row. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('../fixtures/reference/bieu-so-2.json', import.meta.url), 'utf8'),
);

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
