import type { SheetRow } from './sheet.ts';

/** What a draft leaves empty in a row because it is in doubt; its cells are shaded. */
export const doubts = ['number', 'title', 'text', 'level'] as const;
export type Doubt = (typeof doubts)[number];

/** Whether a draft is in doubt about that part of a row. */
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
