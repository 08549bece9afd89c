import type { SheetRow } from './sheet.ts';

/** The parts of a row that a draft leaves empty because they are in doubt; their cells are shaded. */
export const doubts = ['number', 'title', 'text', 'level'] as const;
export type Doubt = (typeof doubts)[number];

/** Whether that part of a row is in doubt in a draft. */
export function isDoubtful(row: SheetRow, part: Doubt): boolean {
  switch (part) {
    case 'number':
      return row.number === '';
    case 'title':
      return 'title' in row && row.title === '';
    case 'text':
      return 'text' in row && row.text.every((paragraph) => paragraph === '');
    case 'level':
      return row.kind === 'task' && row.level === undefined;
  }
}

/** The shade of a cell in doubt, as hexadecimal digits of red, green and blue. */
export const doubtShade = 'D9D9D9';
