import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Io } from '../io/io.ts';
import { realPath } from './paths.ts';

/**
 * The root of the repository around the current folder: as GitHub or GitLab says, else the folder with `.git`;
 * undefined outside any repository.
 */
export function repositoryRoot({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string | undefined {
  const inCi = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find((root) => root && isWithin(root, cwd));
  if (inCi) return resolve(inCi);
  let folder = cwd;
  while (!existsSync(join(folder, '.git'))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return folder;
}

/** A file's path from the root of its repository, with `/`; undefined outside it. @param path absolute */
export function nameFromRoot(path: string, root: string): string | undefined {
  const names = [relative(root, path), relative(realPath(root) ?? root, realPath(path) ?? path)];
  return names.find((name) => name !== '' && !leadsOut(name))?.replaceAll(sep, '/');
}

const leadsOut = (name: string) => name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name);
const isWithin = (root: string, path: string) =>
  root === path || !leadsOut(relative(realPath(root) ?? root, path));
