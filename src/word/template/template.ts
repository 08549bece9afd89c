import type { RowTag } from './placeholders.ts';
import type { CopyIds, Segments } from './segment.ts';

/** A Word file that was read as a template: plain data on what is copied, and what waits for a sheet. */
export interface Template {
  /** Parts that are copied. */
  readonly copied: readonly (readonly [name: string, content: string | Uint8Array])[];
  /** Headers, footers and properties. */
  readonly filled: readonly (readonly [name: string, content: Segments])[];
  readonly document: {
    readonly name: string;
    /** The XML before the rows and after them. */
    readonly above: Segments;
    readonly below: Segments;
    /** Ends the table between two rows and begins another one, with its header rows; empty where that cannot be. */
    readonly cut: Segments;
  };
  readonly rows: Readonly<Record<RowTag, Segments>>;
  readonly ids: CopyIds;
  /** How many letters are in a line of a task's text, at most `usualLine`. */
  readonly perLine: number;
  /** Placeholders of the sheet whose values it prints nowhere. */
  readonly unprinted: readonly string[];
  /** The template's own custom properties, as XML; empty where it has none. */
  readonly properties: string;
}

/**
 * A template as JSON: reading a shipped one from its Word file at every start takes longer than filling it.
 * Throws where a part is not text, such as a picture.
 */
export function templateToJson(template: Template): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const copied = template.copied.map(([name, content]) => [
    name,
    typeof content === 'string' ? content : decoder.decode(content),
  ]);
  return `${JSON.stringify({ ...template, copied })}\n`;
}

/** Parses the output of `templateToJson`, and nothing else. */
export const templateFromJson = (text: string): Template => JSON.parse(text);
