import type { Place } from '../diagnostics/place.ts';
import type { Language } from '../diagnostics/wording.ts';
import { formatPlace } from './format-place.ts';
import { printable } from './printable.ts';

/** File and place, printable: “a.yaml:41:13”, which terminals and editors can open, or “a.docx: bảng 1, dòng 43”. */
export function formatLocation(file: string, place: Place, language: Language): string {
  return printable(`${file}${place.kind === 'text' ? ':' : ': '}${formatPlace(place, language)}`);
}
