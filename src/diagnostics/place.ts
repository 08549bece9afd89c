/** A point in a text: `offset` 0-based, `line` and `column` 1-based, all in UTF-16 units. */
export interface Point {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A span of a text file; `end` is exclusive. */
export interface TextPlace {
  readonly kind: 'text';
  readonly start: Point;
  readonly end: Point;
}

/** A row, or one cell of it, in a table of a Word document; all counts 1-based. */
export interface TablePlace {
  readonly kind: 'table';
  readonly table: number;
  readonly row: number;
  readonly column?: number;
  /** The name of the row in the form, such as “II, 2.18”. */
  readonly label?: string;
}

/** A paragraph of a Word document outside its tables, 1-based; without a number, the whole document. */
export interface DocumentPlace {
  readonly kind: 'document';
  readonly paragraph?: number;
}

/** Where a diagnostic points. */
export type Place = TextPlace | TablePlace | DocumentPlace;
