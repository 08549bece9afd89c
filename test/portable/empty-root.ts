import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A root directory with nothing but an unpacked archive and what any program of the system needs. */
export interface EmptyRoot {
  readonly path: string;
  /** The libraries and programs of this system that are in it. */
  readonly borrowed: readonly string[];
  /** Runs a program in it, without network. */
  run(program: string, ...args: string[]): { code: number | null; out: string; err: string };
  remove(): void;
}

/** @param archive a .tar.gz @param folder where it is unpacked, within the root */
export function emptyRoot(archive: string, folder: string): EmptyRoot {
  const path = mkdtempSync(join(tmpdir(), 'bieu2-root-'));
  mkdirSync(join(path, folder));
  // Its owner may be another than who runs the tests.
  const { status, stderr } = spawnSync('tar', ['-xzf', archive, '--no-same-owner', '-C', join(path, folder)]);
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  const binaries = readdirSync(join(path, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:\/node\/node|\.node)$/.test(name))
    .map((name) => join(path, folder, name));
  const borrowed = [...new Set(['/bin/sh', ...['/bin/sh', ...binaries].flatMap(librariesOf)])].sort();
  for (const name of borrowed) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    cpSync(name, join(path, name), { dereference: true });
  }
  return {
    path,
    borrowed,
    run(program, ...args) {
      // Only root may change the root.
      const line = [
        ...(process.getuid?.() === 0 ? [] : ['sudo']),
        'unshare',
        '--net',
        'chroot',
        path,
        program,
        ...args,
      ];
      const { status, stdout, stderr, error } = spawnSync(line[0] ?? '', line.slice(1), {
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      });
      if (error) throw error;
      return { code: status, out: stdout, err: stderr };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** The shared libraries that a program or a library loads, its loader among them. */
const librariesOf = (file: string): string[] =>
  spawnSync('ldd', [file], { encoding: 'utf8' }).stdout.match(/\/\S+(?= \()/g) ?? [];
