import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileError, systemCode } from '../io/file-error.ts';

/**
 * Makes a folder with all that it stands in, unless it is there.
 *
 * @param path absolute @param name what messages call it @throws UserError when it cannot be made
 */
export function makeFolder(path: string, name: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError('write', name, systemCode(error) === 'ENOENT' ? reasonFor(path, error) : error);
  }
}

/** On a read-only disk Node.js speaks of a missing folder where it is to make several; of a single one it says why. */
function reasonFor(path: string, error: unknown): unknown {
  let first = path;
  while (first !== dirname(first) && !existsSync(dirname(first))) first = dirname(first);
  try {
    mkdirSync(first);
    return error;
  } catch (reason) {
    return reason;
  }
}
