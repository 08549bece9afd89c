import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { version } from '../../version.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import { type NodePlatform, nodeBinary, nodeBinaryFolder } from '../node-binary.ts';
import { npmPackageFolder, runProgram } from '../npm-package.ts';

/**
 * An archive of bieu2 with Node.js for one platform, and its size unpacked, in bytes. The same checkout gives the same
 * bytes with the same Node.js.
 *
 * @throws Error when a package cannot be downloaded, or the program is not built
 */
export async function archiveOf(platform: NodePlatform) {
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

/** A file of an archive, by its path within the single top folder. */
interface PortableFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isExecutable?: boolean;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (...names: readonly string[]): Buffer => readFileSync(join(root, ...names));

const engine = '@myriaddreamin/typst-ts-node-compiler';
const engineBinaries: Readonly<Record<NodePlatform, string>> = {
  'win-x64': 'win32-x64-msvc',
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/**
 * Everything needed to run bieu2 on a platform, sorted by name: the package without its API, Node.js, the PDF engine with
 * its fonts, and the start scripts.
 */
function portableFiles(platform: NodePlatform): PortableFile[] {
  const isWindows = platform === 'win-x64';
  const program = `node/node${isWindows ? '.exe' : ''}`;
  const files: PortableFile[] = [
    ...packedNames()
      .filter((name) => !/^dist\/(?:types\/|index\.js$|api-)/.test(name))
      .map((name) => ({ name, content: name === 'package.json' ? manifest() : read(name) })),
    ...moduleFiles(engine, /^(?:index(?:-napi)?\.js|package\.json|LICENSE)$/),
    ...engineBinary(`${engine}-${engineBinaries[platform]}`),
    ...moduleFiles(
      '@expo-google-fonts/tinos',
      /^(?:\d+(?:Bold|Regular)(?:_Italic)?\/.*\.ttf|package\.json|LICENSE.*)$/,
    ),
    { name: program, content: nodeBinary(platform), isExecutable: true },
    // The Windows package lacks it; it is the same for all platforms.
    { name: 'node/LICENSE', content: readFileSync(join(nodeBinaryFolder('linux-x64'), 'LICENSE')) },
    ...(isWindows
      ? [windowsScript('bieu2.cmd', 'bieu2.cmd'), windowsScript('Kiểm tra biểu.cmd', 'check-dropped.cmd')]
      : [{ name: 'bieu2', content: read('src/build/portable/bieu2.sh'), isExecutable: true }]),
  ];
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packedNames(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [packed]: { files: { path: string }[] }[] = JSON.parse(runProgram('npm', args, root));
  const names = packed?.files.map(({ path }) => path) ?? [];
  if (!names.includes('dist/bin.cjs')) throw new Error('There is no built program: npm run build');
  return names;
}

/** A minimal package.json, from which Node.js knows that the files beside it are ES modules. */
function manifest(): Buffer {
  const { name, version, description, license, type } = JSON.parse(read('package.json').toString());
  return Buffer.from(`${JSON.stringify({ name, version, description, license, type }, null, 2)}\n`);
}

/** Files of an installed package that are the same on every platform. */
function moduleFiles(name: string, wanted: RegExp): PortableFile[] {
  const folder = `node_modules/${name}`;
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => wanted.test(file))
    .map((file) => ({ name: `${folder}/${file}`, content: read(folder, file) }));
}

/** The package for one platform, in the version and with the hash of package-lock.json. */
function engineBinary(name: string): PortableFile[] {
  const { packages } = JSON.parse(read('package-lock.json').toString());
  const locked: { version: string; integrity: string } | undefined = packages[`node_modules/${name}`];
  if (!locked) throw new Error(`package-lock.json does not have ${name}`);
  const folder = npmPackageFolder({ name, ...locked });
  return readdirSync(folder).map((file) => ({
    name: `node_modules/${name}/${file}`,
    content: readFileSync(join(folder, file)),
  }));
}

/** cmd needs CRLF. */
const windowsScript = (name: string, source: string): PortableFile => ({
  name,
  content: Buffer.from(read('src/build/portable', source).toString().replace(/\r?\n/g, '\r\n')),
});
