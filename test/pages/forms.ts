import type { Sheet, SheetRow } from '../../src/sheet/sheet.ts';
import { smallSheet } from '../word/template/small-sheet.ts';

/** What the last rows of a form are: a task, a duty of a position with several, or the only task of an area. */
export const endings = ['task', 'duty', 'area'] as const;
export type Ending = (typeof endings)[number];

/** A form of that many rows, its header aside. Each text has a word of its own, such as “w7.”, and one to three lines. */
export function formOf(rows: number, ending: Ending): Sheet {
  const isDuty = ending === 'duty';
  const first: SheetRow = {
    kind: 'group',
    number: isDuty ? 'I' : 'II',
    title: 'Nhóm công việc chuyên môn, nghiệp vụ',
  };
  const rest = Array.from({ length: rows - 1 }, (_, index): SheetRow => {
    const text = [textOf(index)];
    if (!isDuty) return { kind: 'task', number: `1.${index + 1}`, text, level: 3 };
    const position = Math.floor(index / 9) + 1;
    const title = `Phó trưởng ban ${position}`;
    return {
      kind: 'duty',
      first: index % 9 === 0,
      number: String(position),
      title,
      text,
      level: index % 2 ? 4 : undefined,
    };
  });
  if (ending === 'area') rest.splice(-2, 1, { kind: 'area', number: '2', title: 'Mảng cuối' });
  return { ...smallSheet, rows: [first, ...rest] };
}

const textOf = (index: number) =>
  `w${index}. ${'Theo dõi, đôn đốc việc thực hiện '.repeat(1 + 2 * ((index * 7) % 3))}`.trim();
