import type { TextEdit } from '../source/edit/apply-edits.ts';
import { writePlainOrQuoted } from '../source/edit/write-scalar.ts';
import { writeYaml } from '../source/edit/write-yaml.ts';
import { lineStartOf, nextLineOf } from '../source/text-lines.ts';
import { commentLines, commentsIn } from './carry-comments.ts';
import type { PreparedInput } from './prepare-input.ts';

const keys = ['parentUnit', 'unit', 'signatures', 'notes'] as const;

/** Edits after which the fields of a form are those of `value`; comments within them stay. */
export function fieldEdits(
  { source, text, masked }: PreparedInput,
  value: Readonly<Record<string, unknown>>,
): TextEdit[] {
  const lineOf = (key: string): readonly [number, number] | undefined => {
    const node = source.find?.([key]);
    if (!node?.key) return undefined;
    const end = node.value[0] + text.slice(...node.value).trimEnd().length;
    return [lineStartOf(text, node.key[0]), nextLineOf(text, end - 1)];
  };
  const ends = Object.keys(Object(source.value)).map((key) => lineOf(key)?.[1] ?? 0);
  const contentEnd = Math.max(...ends);
  return keys.flatMap((key): TextEdit[] => {
    const wanted = value[key];
    const there = Reflect.get(Object(source.value), key);
    if (JSON.stringify(wanted) === JSON.stringify(there)) return [];
    const lines = lineOf(key);
    const written = wanted === undefined ? '' : writeYaml({ [key]: wanted });
    if (!lines) {
      const place = key === 'parentUnit' ? (lineOf('unit')?.[0] ?? contentEnd) : contentEnd;
      return [{ span: [place, place], text: written }];
    }
    const node = source.find?.([key]);
    if (node?.scalar && typeof wanted === 'string') {
      const span = [node.value[0], node.value[0] + text.slice(...node.value).trimEnd().length] as const;
      return [{ span, text: writePlainOrQuoted(wanted) }];
    }
    const comments = commentsIn({ text, masked }, ...lines);
    return [{ span: lines, text: commentLines(comments, 0, []) + written }];
  });
}
