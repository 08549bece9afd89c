import type { Path } from '../diagnostics/finding.ts';
import type { TextEdit } from '../source/edit/apply-edits.ts';
import type { Source } from '../source/source.ts';
import { lineStartOf } from '../source/text-lines.ts';

/**
 * Edits that give an item of a list (a map, or a text that becomes the `text` of one) its number and its code.
 * The number comes first; a code is only replaced.
 */
export function numberEdits(
  source: Source,
  path: Path,
  { number, code }: { readonly number?: string; readonly code?: string },
): TextEdit[] {
  const edits = [setEdit(source, [...path, 'code'], code), setEdit(source, [...path, 'number'], number)];
  const done = edits.filter((edit) => edit !== undefined);
  const isThere = source.find?.([...path, 'number']) !== undefined;
  return number === undefined || isThere ? done : [...done, addEdit(source, path, number)];
}

/** Undefined where nothing stands at the path, or nothing is to change. */
function setEdit(source: Source, path: Path, value: string | undefined): TextEdit | undefined {
  const node = source.find?.(path);
  if (!node || value === undefined || source.scalarText(path) === value) return undefined;
  const [start, end] = node.value;
  const { length } = (source.text ?? '').slice(start, end).trimEnd();
  return { span: [start, start + length], text: value };
}

function addEdit(source: Source, path: Path, number: string): TextEdit {
  const { text = '' } = source;
  const node = source.find?.(path);
  if (!node) throw new Error(`Nothing stands at ${path.join('/')}`);
  const [start, end] = node.value;
  if (text[start] === '{') return { span: [start, start + 1], text: `{ number: ${number},` };
  const gap = `\n${' '.repeat(start - lineStartOf(text, start))}`;
  if (!node.scalar) return { span: [start, start], text: `number: ${number}${gap}` };
  // Lines of a text would have to be deeper than the map that it comes to stand in.
  const written = text.slice(start, end).trimEnd();
  const shown = written.includes('\n') ? JSON.stringify(node.scalar.value) : written;
  return { span: [start, start + written.length], text: `number: ${number}${gap}text: ${shown}` };
}
