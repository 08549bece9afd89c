/**
 * `npm run package [-- win-x64 linux-x64 …]`: archives of bieu2 with Node.js, for computers without it, and their
 * hashes, in `portable/`. With `--compare`, for releases, each Node.js is first compared with the one on nodejs.org.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '../../version.ts';
import { nodeBinary, nodePlatforms } from '../node-binary.ts';
import { archiveOf } from './archive-of.ts';
import { compareBinary } from './compare-binaries.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { compare: { type: 'boolean' } },
});
const platforms = nodePlatforms.filter(
  (platform) => positionals.length === 0 || positionals.includes(platform),
);
if (platforms.length < new Set(positionals).size) throw new Error(`Known are ${nodePlatforms.join(', ')}.`);

const folder = fileURLToPath(new URL('../../../portable', import.meta.url));
mkdirSync(folder, { recursive: true });
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
for (const platform of platforms) {
  if (values.compare) await compareBinary(platform, nodeBinary(platform));
  const { name, bytes, unpacked } = await archiveOf(platform);
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}: ${megabytes(bytes.length)} MB, unpacked ${megabytes(unpacked)} MB`);
}

// All archives of this version, in the format of `sha256sum --check`.
const archives = readdirSync(folder).filter((name) => name.startsWith(`bieu2-${version}-`));
const lines = archives.sort().map((name) => {
  const hash = createHash('sha256').update(readFileSync(join(folder, name)));
  return `${hash.digest('hex')}  ${name}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''));
