import { createHash } from 'node:crypto';

const seal = /<meta name="bieu2-content-hash" content="([0-9a-f]{64})">\n/;
const head = '<head>\n';

const hashOf = (html: string) => createHash('sha256').update(html).digest('hex');

/** The file as it is written: with its own hash in it, by which edits are known. */
export const sealHtml = (html: string): string =>
  html.replace(head, () => `${head}<meta name="bieu2-content-hash" content="${hashOf(html)}">\n`);

/** Whose a file is: `unedited` as bieu2 wrote it, `edited` by somebody since, or `foreign`, none of bieu2's. */
export function htmlState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  const html = new TextDecoder().decode(bytes);
  const [line, recorded] = seal.exec(html) ?? [];
  if (line === undefined) return 'foreign';
  return hashOf(html.replace(line, '')) === recorded ? 'unedited' : 'edited';
}
