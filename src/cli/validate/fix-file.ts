import { unifiedDiff } from '../../compare/unified-diff.ts';
import { enCount, enNumber, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { fixSource } from '../../fix.ts';
import { printable } from '../../reporters/printable.ts';
import { fileEncoding } from '../../rules/file-encoding.ts';
import type { FoundFix } from '../../sound-fixes.ts';
import { encodingOfText } from '../../source/decode-bytes.ts';
import type { Source } from '../../source/source.ts';
import type { InspectOptions } from '../../validate.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { writeTarget } from '../files/write-target.ts';
import { quoteName } from '../io/quote-name.ts';

/** What to do with fixed texts: write them, list the fixes, or show a diff. */
export type FixMode = 'write' | 'dry-run' | 'diff';

/** A source after its safe fixes, and what to report about them. */
export interface FixedFile {
  readonly source: Source;
  /** For standard output: the text itself, the list, or the diff. */
  readonly out: string;
  /** For people. */
  readonly note: string;
}

/** Applies the safe fixes to a form, and writes it if requested; Word files are not changed. @throws UserError */
export async function fixFile(
  before: Source,
  input: Input,
  bytes: Uint8Array,
  options: InspectOptions,
  mode: FixMode,
  isTerminal: boolean,
  { io, say }: Context,
): Promise<FixedFile> {
  if (before.find === undefined) return { source: before, out: '', note: `${say(notFixed(before.file))}\n` };
  const { source, fixes } = fixSource(before, options);
  const after = source.text ?? '';
  // A diff cannot show a change of encoding.
  const recoded = fixes.filter(({ finding }) => finding.rule === fileEncoding.id);
  const list = fixes.length > 0 ? say(listOf(fixes, before.file)) : '';
  if (mode === 'dry-run') {
    const note = fixes.length > 0 ? `${say(fixable(fixes.length, input.name))}\n` : '';
    return { source, out: list, note };
  }
  if (mode === 'diff') {
    const diff = unifiedDiff(before.file, before.text ?? '', after);
    const note = say(listOf(recoded, before.file));
    // At a terminal, text of a form must not control it; elsewhere the exact text is for programs.
    return { source, out: isTerminal ? diff.split('\n').map(printable).join('\n') : diff, note };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = (hasMark ? '\ufeff' : '') + after;
  if (input.path === undefined) return { source, out: content, note: '' };
  if (fixes.length === 0) return { source, out: '', note: '' };
  const encoding = recoded.length > 0 ? undefined : encodingOfText(bytes);
  const { path, name } = input;
  await writeTarget({ path, name, before: bytes }, encoding ? inUtf16(content, encoding) : content, io);
  return { source, out: '', note: `${say(fixed(fixes.length, input.name))}\n${list}` };
}

/** Keeps the encoding of a file for which the rule is off or silenced. */
function inUtf16(text: string, encoding: string): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** How many fixes are listed; the others are counted. */
const maxListed = 20;

/** One line per fix: its place, its rule, and the change. */
function listOf(fixes: readonly FoundFix[], file: string): Wording {
  const lines = fixes.slice(0, maxListed).map(({ diagnostic: { place, rule }, shown }) => {
    const at = place.kind === 'text' ? `:${place.start.line}:${place.start.column}` : '';
    return `${printable(`${file}${at}: ${rule}: ${shown}`)}\n`;
  });
  const left = fixes.length - lines.length;
  const listed = lines.join('');
  if (left === 0) return { vi: listed, en: listed };
  return { vi: `${listed}… và ${viNumber(left)} chỗ nữa\n`, en: `${listed}… and ${enNumber(left)} more\n` };
}

const fixed = (count: number, name: string): Wording => ({
  vi: `Đã sửa ${viNumber(count)} chỗ trong ${quoteName(name)}`,
  en: `Fixed ${enCount(count, 'fault')} in ${quoteName(name)}`,
});

const fixable = (count: number, name: string): Wording => ({
  vi: `Sẽ sửa ${viNumber(count)} chỗ trong ${quoteName(name)}`,
  en: `Would fix ${enCount(count, 'fault')} in ${quoteName(name)}`,
});

const notFixed = (name: string): Wording => ({
  vi: `Không tự sửa tệp Word ${quoteName(name)}: hãy sửa trong Word, hoặc chuyển sang tệp biểu bằng “bieu2 import”.`,
  en: `The Word file ${quoteName(name)} is not fixed: correct it in Word, or turn it into a form file with “bieu2 import”.`,
});
