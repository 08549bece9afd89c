import { createHash } from 'node:crypto';

/** A comment after the end of the file: readers skip it, and additions come after it. */
const seal = /\n%bieu2-content-hash ([0-9a-f]{64})\n/;
const sealLength = '\n%bieu2-content-hash '.length + 64 + 1;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The file with a hash of its content appended, by which edits are detected. */
export function sealPdf(pdf: Uint8Array): Uint8Array {
  const end = new TextEncoder().encode(`\n%bieu2-content-hash ${hashOf(pdf)}\n`);
  const sealed = new Uint8Array(pdf.length + end.length);
  sealed.set(pdf);
  sealed.set(end, pdf.length);
  return sealed;
}

/** The origin of a file: `unedited` as bieu2 wrote it, `edited` by somebody since, or `foreign`. */
export function pdfState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  const body = bytes.subarray(0, -sealLength);
  const [, recorded] = seal.exec(latin1(bytes.subarray(-sealLength))) ?? [];
  if (recorded !== undefined) return hashOf(body) === recorded ? 'unedited' : 'edited';
  return seal.test(latin1(bytes)) ? 'edited' : 'foreign';
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
