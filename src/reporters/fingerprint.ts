import { createHash } from 'node:crypto';
import type { Diagnostic, FileReport } from '../diagnostics/finding.ts';
import { foldText } from '../vietnamese/fold-text.ts';

/** How many UTF-16 units are used on either side of a finding. */
const reach = 200;

/**
 * A fingerprint that is stable while other parts of the file change, from the rule, the message's id and what the
 * finding is about (`Diagnostic.subject`, else its line). `seen` counts equal ones in the file and is changed here; the
 * number after the colon distinguishes them.
 */
export function subjectFingerprint(
  { text }: FileReport,
  diagnostic: Diagnostic,
  seen: Map<string, number>,
): string {
  const { rule, messageId, subject } = diagnostic;
  const where = subject === undefined ? whereOf(text, diagnostic) : foldText(subject);
  const hash = createHash('sha256').update(`${rule}\n${messageId}\n${where}`);
  return counted(hash.digest('hex').slice(0, 16), seen);
}

/** The same from the line of the finding (in a Word document, the row's label), for services that know this one. */
export function fingerprint({ text }: FileReport, diagnostic: Diagnostic, seen: Map<string, number>): string {
  const { rule, messageId } = diagnostic;
  return counted(fnv1a(`${rule}\n${messageId}\n${whereOf(text, diagnostic)}`), seen);
}

function whereOf(text: string | undefined, { place }: Diagnostic): string {
  if (place.kind === 'text') return lineAround(text ?? '', place.start.offset).trim();
  return place.kind === 'table' ? (place.label ?? `${place.table}/${place.row}`) : `${place.paragraph ?? ''}`;
}

function counted(hash: string, seen: Map<string, number>): string {
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}

/** The line at `offset`, or the nearest part: a JSON file may be one line of megabytes. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const after = text.slice(offset, offset + reach);
  return before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1).join('');
}

/**
 * FNV-1a, 64 bits, over UTF-8 bytes, in hexadecimal: http://www.isthe.com/chongo/tech/comp/fnv/
 * In two halves of 32 bits, since one BigInt takes many times as long.
 */
function fnv1a(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of new TextEncoder().encode(text)) {
    const changed = (low ^ byte) >>> 0;
    // The prime is 2 ** 40 + 0x1b3.
    const product = changed * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + changed * 2 ** 8) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
