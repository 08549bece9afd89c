import type { DocumentPlace, TablePlace } from '../../diagnostics/finding.ts';

/** A stretch of a paragraph in a font of an old Vietnamese encoding; offsets in UTF-16 units. */
export interface LegacyStretch {
  readonly encoding: 'tcvn3' | 'vni';
  readonly font: string;
  /** The font draws capitals for small letters (.VnTimeH). */
  readonly capitals: boolean;
  readonly start: number;
  readonly end: number;
}

/** A paragraph as it reads when tracked changes are accepted. Empty ones are left out. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** Lines are separated by `\n`. */
  readonly text: string;
  readonly legacy?: readonly LegacyStretch[];
  /** It is the first one after a page or section break, outside tables. */
  readonly startsPage?: true;
  /** Counts the paragraphs outside tables, empty ones included, from 1; 0 within tables. */
  readonly number: number;
  /** Of a paragraph that is read as if it came after the table of its row. */
  readonly row?: TablePlace;
}

export interface Cell {
  /** The first column of the table's grid that the cell takes, from 0, and how many it takes. */
  readonly column: number;
  readonly span: number;
  /** Where cells are merged downwards: the first one, or one below it. */
  readonly merge: 'restart' | 'continue' | undefined;
  readonly blocks: readonly Block[];
  /** It holds a picture, a shape or a control, of which only texts are read. */
  readonly isDrawn?: boolean;
  /** Its colour, if it has one that is not white. */
  readonly fill?: string;
}

export interface Row {
  /** From 1; rows deleted by a tracked change are counted, but left out. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  /** In the order in which tables begin, including nested ones; from 1. */
  readonly number: number;
  /** Widths of the columns of the grid, in twentieths of a point; empty where the file does not say. */
  readonly grid: readonly number[];
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;

/** A text that belongs to a place but is not shown as part of it: hidden text, prompts, reading aids. */
export interface Aside {
  readonly place: TablePlace | DocumentPlace;
  readonly text: string;
}

/** Something of another part that a place refers to by an id. */
export interface Reference {
  readonly kind: 'comment' | 'embedded';
  readonly id: string;
  readonly place: TablePlace | DocumentPlace;
}

/** What a part holds. */
export interface DocumentText {
  readonly blocks: Block[];
  readonly asides: readonly Aside[];
  readonly references: readonly Reference[];
}

/** Every paragraph of the blocks, those of tables within them included, in order. */
export function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  if (blocks.every((block) => block.kind === 'paragraph')) return blocks;
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}

/** The lines of a cell, trimmed, without empty ones; separated by `\n`. */
export function textOf(cell: Cell | undefined): string {
  if (!cell || cell.blocks.length === 0) return '';
  const lines = paragraphsOf(cell.blocks).flatMap(({ text }) => text.split('\n'));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
