import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileError, refusal, systemCode } from '../io/file-error.ts';
import { whyNotOnWindows } from '../io/windows-names.ts';
import { isThere } from './paths.ts';

/**
 * Creates a folder and its parents, unless it exists.
 *
 * @param path absolute @param name as in messages @throws UserError when it cannot be created
 */
export function makeFolder(path: string, name: string): void {
  try {
    refuseName(path, name);
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError('write', name, systemCode(error) === 'ENOENT' ? reasonFor(path, error) : error);
  }
}

/** On a read-only disk Node.js reports a missing folder when it creates several at once, but the real reason for a single one. */
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

/** @param path absolute @param name as in messages @throws UserError on Windows, for a name that is not possible there */
export function refuseName(path: string, name: string) {
  const reason = whyNotOnWindows(path);
  if (reason) throw refusal('write', name, reason);
}
