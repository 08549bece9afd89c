import type { Path } from '../diagnostics/finding.ts';
import { valueAt } from '../diagnostics/plain-value.ts';
import type { LookLetterStyle, LookStyle } from '../generated/look-types.ts';
import { shippedLooks } from '../generated/shipped-looks.ts';

const letterKeys: Record<keyof LookLetterStyle, true> = {
  sizePt: true,
  bold: true,
  italic: true,
  capitals: true,
};
const styleKeys: Record<keyof LookStyle, true> = {
  ...letterKeys,
  align: true,
  spaceBeforePt: true,
  spaceAfterPt: true,
};

/** The keys that a look may have at a path. */
export function lookKeysAt(path: Path): string[] {
  if (path[0] === 'styles' && path.length === 2) {
    return Object.keys(path[1] === 'unitName' || path[1] === 'draft' ? letterKeys : styleKeys);
  }
  // The reference look has all required keys.
  const [reference] = Object.values(shippedLooks);
  const keys = Object.keys(Object(valueAt(reference, path)));
  return path.length === 0 ? [...keys, 'base'] : keys;
}
