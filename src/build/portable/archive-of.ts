import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { version } from '../../version.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import type { NodePlatform } from '../node-binary.ts';
import { type PortableFile, portableFiles } from './portable-files.ts';

/** An archive of bieu2 with Node.js for one platform. */
export interface Archive {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In bytes. */
  readonly unpacked: number;
}

/** The same checkout gives the same bytes with the same Node.js. @throws Error as `portableFiles` */
export async function archiveOf(platform: NodePlatform): Promise<Archive> {
  const folder = `bieu2-${version}-${platform}`;
  const files = portableFiles(platform).map((file) => ({ ...file, name: `${folder}/${file.name}` }));
  const unpacked = files.reduce((sum, { content }) => sum + content.length, 0);
  return platform === 'win-x64'
    ? { name: `${folder}.zip`, bytes: zipOf(files.map(({ name, content }) => [name, content])), unpacked }
    : { name: `${folder}.tar.gz`, bytes: await tarOf(files), unpacked };
}

/** Without times and owners, which would differ between runs. */
async function tarOf(files: readonly PortableFile[]): Promise<Uint8Array> {
  const tar = pack();
  const packed = buffer(tar.pipe(createGzip({ level: 9 })));
  for (const { name, content, isExecutable } of files) {
    tar.entry({ name, mode: isExecutable ? 0o755 : 0o644, mtime: new Date(0) }, Buffer.from(content));
  }
  tar.finalize();
  return packed;
}
