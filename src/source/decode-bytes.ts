import { isUtf8, transcode } from 'node:buffer';
import type { Facts, Finding } from '../diagnostics/finding.ts';
import { foreignBytes } from './foreign-content.ts';
import { type SyntaxMessage, syntaxFinding } from './source.ts';
import { maxSourceSize } from './source-limits.ts';

/** Decoded bytes: text, a finding about the whole content, or both. Without a text there is a finding. */
export interface Decoded {
  readonly text?: string;
  readonly problem?: Finding;
}

const problem = (message: SyntaxMessage, facts?: Facts) => ({
  problem: syntaxFinding(message, [0, 0], facts),
});

/** A finding if content, in bytes or in UTF-16 units, is larger than any form. */
export function sizeProblem(size: number): Finding | undefined {
  if (size <= maxSourceSize) return undefined;
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return syntaxFinding('too-large', [0, 0], { size: megabytes(size), limit: megabytes(maxSourceSize) });
}

/** Unicode encodings by the first bytes of a text; UTF-32 begins like UTF-16. */
const encodings = [
  ['utf32', /^(?:fffe0000|0000feff|(?!00)..000000|000000(?!00))/],
  ['utf-16le', /^fffe/],
  ['utf-16be', /^feff/],
  ['utf16', /^(?:00(?!00)..00|(?!00)..00(?!00)..00)/],
] as const;

/** The encoding by byte order marks and zeros; undefined for UTF-8 and anything that is not Unicode text. */
export function encodingOfText(bytes: Uint8Array): (typeof encodings)[number][0] | undefined {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  if (first < 0xfe && Math.min(first, second, third, fourth) > 0) return undefined;
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return encodings.find(([, start]) => start.test(head))?.[0];
}

/** Decodes UTF-8, with or without a byte order mark, or UTF-16 with one, which is a finding. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const tooLarge = sizeProblem(bytes.length);
  if (tooLarge) return { problem: tooLarge };
  const encoding = encodingOfText(bytes);
  if (encoding === 'utf16' || encoding === 'utf32') return problem(encoding);
  const foreign = foreignBytes(bytes);
  if (foreign) return problem(foreign);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return problem('zip');
  if (encoding === undefined && bytes.includes(0)) return problem('binary');
  if (encoding === undefined) return isUtf8(bytes) ? { text: utf8Text(bytes) } : problem('not-utf8');
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const facts = { encoding: encoding.toUpperCase() };
    return { text, problem: { rule: 'file-encoding', message: 'utf16', path: [], span: [0, 0], facts } };
  } catch {
    return problem('utf16-cut');
  }
}

/** The result of `TextDecoder` for valid UTF-8, in less than half of its time for letters beyond ASCII. */
const utf8Text = (bytes: Uint8Array): string =>
  transcode(bytes, 'utf8', 'utf16le')
    .toString('utf16le')
    .replace(/^\uFEFF/, '');
