import type { Facts, Finding } from '../diagnostics/finding.ts';
import { foreignBytes } from './foreign-content.ts';
import { maxSourceSize } from './source-limits.ts';
import { type SyntaxMessage, syntaxFinding } from './syntax-finding.ts';

/** A finding about the content as a whole. */
const problem = (message: SyntaxMessage, facts?: Facts) => syntaxFinding(message, [0, 0], facts);

/** A finding where content, in bytes or in UTF-16 units, is larger than any form. */
export function sizeProblem(size: number): Finding | undefined {
  if (size <= maxSourceSize) return undefined;
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return problem('too-large', { size: megabytes(size), limit: megabytes(maxSourceSize) });
}

/** Reads bytes as UTF-8, with or without a byte order mark. Gives a finding where they are not UTF-8. */
export function decodeBytes(bytes: Uint8Array): string | Finding {
  const tooLarge = sizeProblem(bytes.length);
  if (tooLarge) return tooLarge;
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return problem('utf16');
  if (first === 0 && second !== 0 && third === 0) return problem('utf16');
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return problem('utf16');
  const foreign = foreignBytes(bytes);
  if (foreign) return problem(foreign);
  if (first === 0x50 && second === 0x4b && third === 3) return problem('zip');
  if (bytes.includes(0)) return problem('binary');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('not-utf8');
  }
}
