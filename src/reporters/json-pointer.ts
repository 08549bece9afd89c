import type { Path } from '../diagnostics/finding.ts';

/** A path as a JSON Pointer (RFC 6901): `/groups/II/areas/0`; the empty text for the top. */
export function jsonPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
