import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type NodePlatform, nodeBinaryVersion } from '../node-binary.ts';

/** Downloads a file that the Node.js project publishes for the version. */
export type LoadPublished = (name: string) => Promise<Buffer>;

/** Downloads from nodejs.org. @throws Error when the download fails */
export const loadPublished: LoadPublished = async (name) => {
  const url = `https://nodejs.org/dist/v${nodeBinaryVersion}/${name}`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
};

/**
 * Compares a binary from npm with what the Node.js project publishes: node.exe with its hash in SHASUMS256.txt, the
 * others with `bin/node` of the archive, whose hash is listed there. The signature of SHASUMS256.txt is not checked.
 *
 * @throws Error when they differ
 */
export async function compareBinary(
  platform: NodePlatform,
  binary: Uint8Array,
  load: LoadPublished = loadPublished,
): Promise<void> {
  const sums = (await load('SHASUMS256.txt')).toString();
  const isPublished = (bytes: Uint8Array, name: string) =>
    sums.split('\n').includes(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  if (platform === 'win-x64') {
    if (!isPublished(binary, 'win-x64/node.exe')) throw differs(platform);
    return;
  }
  const folder = `node-v${nodeBinaryVersion}-${platform}`;
  const archive = await load(`${folder}.tar.gz`);
  if (!isPublished(archive, `${folder}.tar.gz`)) throw new Error(`${folder}.tar.gz is not in SHASUMS256.txt`);
  for await (const entry of Readable.from([archive]).pipe(createGunzip()).pipe(extract())) {
    if (entry.header.name !== `${folder}/bin/node`) entry.resume();
    else if ((await buffer(entry)).equals(binary)) return;
  }
  throw differs(platform);
}

const differs = (platform: NodePlatform) =>
  new Error(`The Node.js of npm for ${platform} is not the one that nodejs.org publishes`);
