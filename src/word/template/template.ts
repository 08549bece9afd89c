import type { RowTag } from './placeholders.ts';
import type { CopyIds, Segments } from './segment.ts';

/** A Word file that was read as a template: plain data on what is copied, and what waits for a sheet. */
export interface Template {
  /** Parts that are copied, by name. */
  readonly copied: ReadonlyMap<string, string | Uint8Array>;
  /** Headers, footers and properties, by name. */
  readonly filled: ReadonlyMap<string, Segments>;
  readonly document: {
    readonly name: string;
    /** What is before the rows and behind them. */
    readonly above: Segments;
    readonly below: Segments;
    /** Ends the table between two rows and begins another one, with its header rows; empty where that cannot be. */
    readonly cut: Segments;
  };
  readonly rows: Readonly<Record<RowTag, Segments>>;
  readonly ids: CopyIds;
  /** Placeholders of the sheet whose values it prints nowhere. */
  readonly unprinted: readonly string[];
  /** The template's own custom properties, as XML; empty where it has none. */
  readonly properties: string;
}
