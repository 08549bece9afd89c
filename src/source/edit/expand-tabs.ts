import { parseText } from '../parse-text.ts';
import type { TextEdit } from './apply-edits.ts';
import { applyEdits } from './apply-edits.ts';

const widths = [2, 4, 8, 1, 3, 5, 6, 7];

/**
 * Edits that replace tabs by spaces in the indentation of a YAML text. Undefined if it cannot be read with any
 * tab width, or has different values with different widths.
 */
export function expandTabs(text: string, file: string): readonly TextEdit[] | undefined {
  const readings = widths.flatMap((width) => {
    const edits = editsFor(text, width);
    const { value } = parseText(applyEdits(text, edits), file);
    return value === undefined ? [] : [{ edits, meaning: JSON.stringify(value) }];
  });
  const [first, ...others] = readings;
  return others.every(({ meaning }) => meaning === first?.meaning) ? first?.edits : undefined;
}

const editsFor = (text: string, width: number): TextEdit[] =>
  [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].map(({ 0: indent, index }) => ({
    span: [index, index + indent.length],
    text: indent.replaceAll('\t', ' '.repeat(width)),
  }));
