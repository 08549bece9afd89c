/**
 * `npm run package [-- win-x64 linux-x64 …]`: archives of bieu2 with Node.js, for computers that have none, and their
 * hashes, in `portable/`. The same checkout gives the same bytes with the same Node.js.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { version } from '../../version.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import { type NodePlatform, nodePlatforms } from '../node-binary.ts';
import { type PortableFile, portableFiles } from './portable-files.ts';

const folder = fileURLToPath(new URL('../../../portable', import.meta.url));

const asked = process.argv.slice(2);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
for (const name of asked) {
  if (!nodePlatforms.some((platform) => platform === name)) {
    throw new Error(`Unknown platform ${name}. Known are ${nodePlatforms.join(', ')}.`);
  }
}
mkdirSync(folder, { recursive: true });
for (const platform of nodePlatforms) {
  if (asked.length === 0 || asked.includes(platform)) await writeArchive(platform);
}
writeHashes();

async function writeArchive(platform: NodePlatform): Promise<void> {
  const name = `bieu2-${version}-${platform}`;
  const files = portableFiles(platform).map((file) => ({ ...file, name: `${name}/${file.name}` }));
  const isZip = platform === 'win-x64';
  const archive = `${name}${isZip ? '.zip' : '.tar.gz'}`;
  const bytes = isZip ? zipOf(files.map((file) => [file.name, file.content])) : await tarOf(files);
  writeFileSync(join(folder, archive), bytes);
  const unpacked = files.reduce((sum, { content }) => sum + content.length, 0);
  console.log(
    `${archive}: ${megabytes(bytes.length)} MB, unpacked ${megabytes(unpacked)} MB, ${files.length} files`,
  );
}

/** Without times and owners, which would differ from one run to the next. */
async function tarOf(files: readonly PortableFile[]): Promise<Uint8Array> {
  const tar = pack();
  const packed = buffer(tar.pipe(createGzip({ level: 9 })));
  for (const { name, content, isExecutable } of files) {
    tar.entry({ name, mode: isExecutable ? 0o755 : 0o644, mtime: new Date(0) }, Buffer.from(content));
  }
  tar.finalize();
  return packed;
}

/** Of all archives of this version, as `sha256sum --check` reads them. */
function writeHashes(): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(`bieu2-${version}-`));
  const lines = names.sort().map((name) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, name)));
    return `${hash.digest('hex')}  ${name}\n`;
  });
  writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''));
}
