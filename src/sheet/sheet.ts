import { type Level, levels } from '../form/form.ts';

export { type Level, levels };

/** Paragraphs of one cell, in NFC; at least one, which may be empty in a draft. */
export type Paragraphs = readonly string[];

/** One row of the printed table. `number` is as printed: “I”, “1”, “2.18”; empty if in doubt in a draft. */
export type SheetRow =
  | { readonly kind: 'group'; readonly number: string; readonly title: string }
  | {
      readonly kind: 'duty';
      /** The first duty of its position, which starts the vertically merged cells. */
      readonly first: boolean;
      readonly number: string;
      readonly title: string;
      readonly text: Paragraphs;
      /** Undefined: the level cells are merged into one. */
      readonly level: Level | undefined;
    }
  | { readonly kind: 'area'; readonly number: string; readonly title: string }
  | {
      readonly kind: 'task';
      readonly number: string;
      readonly text: Paragraphs;
      /** Undefined only in a draft: five empty cells. */
      readonly level: Level | undefined;
    }
  | { readonly kind: 'unrated'; readonly number: string; readonly text: Paragraphs };

/** A signatory as printed; the look words what is absent. */
export interface SignatureBlock {
  readonly title?: string;
  readonly name?: string;
}

/** What is printed, in order; every text in NFC. The look words what is absent. */
export interface Sheet {
  readonly parentUnit?: string;
  /** Absent only in a draft. */
  readonly unit?: string;
  readonly rows: readonly SheetRow[];
  readonly preparedBy: SignatureBlock;
  readonly approvedBy: SignatureBlock;
  /** Such as “Huyện A, ngày 24 tháng 11 năm 2026”; if absent, dots to fill in by hand. */
  readonly dateLine?: string;
  readonly notes?: readonly string[];
  /** Every page is to be marked as a draft. */
  readonly draft: boolean;
}

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
