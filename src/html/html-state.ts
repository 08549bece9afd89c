import { createHash } from 'node:crypto';

const seal = /<meta name="bieu2-content-hash" content="([0-9a-f]{64})">\n/;
const head = '<head>\n';

const hashOf = (html: string | Uint8Array) => createHash('sha256').update(html).digest('hex');

/** The file in UTF-8 with its hash, by which edits are detected. */
export function sealHtml(html: string): Uint8Array {
  const bytes = Buffer.from(html);
  const at = bytes.indexOf(head) + head.length;
  const meta = Buffer.from(`<meta name="bieu2-content-hash" content="${hashOf(bytes)}">\n`);
  return Buffer.concat([bytes.subarray(0, at), meta, bytes.subarray(at)]);
}

/** The origin of a file: `unedited` as bieu2 wrote it, `edited` by somebody since, or `foreign`. */
export function htmlState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  const html = new TextDecoder().decode(bytes);
  const [line, recorded] = seal.exec(html) ?? [];
  if (line === undefined) return 'foreign';
  return hashOf(html.replace(line, '')) === recorded ? 'unedited' : 'edited';
}
