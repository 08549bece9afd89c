import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { nodeBinaryVersion } from '../../src/build/node-binary.ts';
import { compareBinary } from '../../src/build/portable/compare-binaries.ts';

const binary = Buffer.from('a program');
const folder = `node-v${nodeBinaryVersion}-linux-x64`;

/** The files of nodejs.org, as far as they are asked for. @param sums lines of SHASUMS256.txt: bytes and their name */
const publisher = (files: Readonly<Record<string, Buffer>>, sums: readonly (readonly [Buffer, string])[]) => {
  const lines = sums.map(([bytes, name]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  const all: Readonly<Record<string, Buffer>> = { ...files, 'SHASUMS256.txt': Buffer.from(lines.join('')) };
  return async (name: string) => all[name] ?? Promise.reject(new Error(`${name}: 404`));
};

async function archiveWith(content: Buffer): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: `${folder}/README.md` }, 'Node.js');
  tar.entry({ name: `${folder}/bin/node`, mode: 0o755 }, content);
  tar.finalize();
  return gzipSync(await buffer(tar));
}

describe('the binaries of npm are those that the Node.js project publishes', () => {
  it('Windows: by the hash of node.exe', async () => {
    const load = publisher({}, [[binary, 'win-x64/node.exe']]);
    await compareBinary('win-x64', binary, load);
    await expect(compareBinary('win-x64', Buffer.from('other'), load)).rejects.toThrow(
      'for win-x64 is not the one',
    );
  });

  it('others: by the program in the archive, and its hash', async () => {
    const archive = await archiveWith(binary);
    const name = `${folder}.tar.gz`;
    await compareBinary('linux-x64', binary, publisher({ [name]: archive }, [[archive, name]]));
    const other = await archiveWith(Buffer.from('other'));
    const changed = publisher({ [name]: other }, [[other, name]]);
    await expect(compareBinary('linux-x64', binary, changed)).rejects.toThrow('for linux-x64 is not the one');
    const unlisted = publisher({ [name]: archive }, [[other, name]]);
    await expect(compareBinary('linux-x64', binary, unlisted)).rejects.toThrow('is not in SHASUMS256.txt');
  });
});
