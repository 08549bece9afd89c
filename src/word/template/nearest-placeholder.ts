import { nearestWord } from '../../diagnostics/nearest-word.ts';

/** The placeholder that a mistyped one most likely is meant to be, in braces as it is to be written. */
export function nearestPlaceholder(written: string, names: readonly string[]): string | undefined {
  const [, sign = '', name = ''] = /^\{?\s*([#^]?)\s*([^{}|]*)/.exec(written) ?? [];
  const near = nearestWord(name.trim(), names);
  return near && `{${sign}${near}}`;
}
