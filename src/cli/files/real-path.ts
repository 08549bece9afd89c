import { realpathSync } from 'node:fs';

/** Where a path leads, be it through links; undefined for what is not there, or not any more. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
