import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileError, refusal, systemCode } from '../io/file-error.ts';
import { whyNotOnWindows } from '../io/windows-names.ts';
import { isThere } from './paths.ts';

/**
 * Makes a folder and those above it, unless it is there.
 *
 * @param path absolute @param name what messages call it @throws UserError when it cannot be made
 */
export function makeFolder(path: string, name: string): void {
  try {
    refuseName(path, name);
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError('write', name, systemCode(error) === 'ENOENT' ? reasonFor(path, error) : error);
  }
}

/** On a read-only disk Node.js speaks of a missing folder where it is to make several; of a single one it says why. */
function reasonFor(path: string, error: unknown): unknown {
  let first = path;
  while (first !== dirname(first) && !isThere(dirname(first))) first = dirname(first);
  try {
    mkdirSync(first);
    return error;
  } catch (reason) {
    return reason;
  }
}

/** @param path absolute @param name what messages call it @throws UserError where this is Windows, which has no such name */
export function refuseName(path: string, name: string) {
  const reason = whyNotOnWindows(path);
  if (reason) throw refusal('write', name, reason);
}
