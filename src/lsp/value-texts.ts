import type { Path } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import { levels } from '../form/level.ts';
import type { NextValues } from './next-values.ts';

export interface OfferedValue {
  readonly value: string;
  readonly kind: 'text' | 'number';
  readonly detail?: string;
}

/** The values that a key may have, where they can be told. */
export function valuesFor(path: Path, next: NextValues, language: Language): OfferedValue[] {
  switch (path.at(-1)) {
    case 'complexity':
      return levels.map((level) => ({ value: String(level), kind: 'number', ...detailOf(level, language) }));
    case 'number':
      return next.number === undefined ? [] : [{ value: next.number, kind: 'text' }];
    case 'code':
      return next.codes.map((value) => ({ value, kind: 'text' }));
    case 'form':
      return path.length === 1 ? [{ value: 'bieu-so-2', kind: 'text' }] : [];
    case 'version':
      return path.length === 1 ? [{ value: '1', kind: 'number' }] : [];
    default:
      return [];
  }
}

function detailOf(level: number, language: Language): Pick<OfferedValue, 'detail'> {
  if (level === 1) return { detail: { vi: 'thấp nhất', en: 'lowest' }[language] };
  return level === 5 ? { detail: { vi: 'cao nhất', en: 'highest' }[language] } : {};
}
