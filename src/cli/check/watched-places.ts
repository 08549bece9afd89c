import { type Dirent, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPattern, isSkippedName } from '../files/expand-pattern.ts';
import type { Io } from '../io/io.ts';
import { configPlace } from './load-config.ts';

/**
 * Where to look for what a command has to do with, as absolute paths: the files that its names stand for and the
 * folders in which further ones may appear, the configuration, or the place where there is none yet.
 */
export function watchedPlaces(
  names: readonly string[],
  { config }: { readonly config?: string | boolean },
  io: Io,
): string[] {
  const places = names.flatMap((name) => {
    const path = resolve(io.cwd, name);
    return [path, ...(isPattern(name) ? foldersOf(path) : foldersFrom(path))];
  });
  const file = configPlace(config, io);
  return file === undefined ? places : [...places, file];
}

/** The folders in which a file may appear that a pattern matches. */
function foldersOf(pattern: string): string[] {
  let base = pattern;
  while (isPattern(base)) base = dirname(base);
  const reachesDeeper = /[/\\]|\*\*/.test(pattern.slice(base.length + 1));
  return reachesDeeper ? foldersFrom(base) : [base];
}

/** A folder and all below it in which forms are looked for; none for what is no folder. */
function foldersFrom(path: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
  const below = entries.filter((entry) => entry.isDirectory() && !isSkippedName(entry.name));
  return [path, ...below.flatMap(({ name }) => foldersFrom(join(path, name)))];
}
