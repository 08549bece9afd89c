import { checkLook } from '../../check-look.ts';
import type { Language } from '../../diagnostics/wording.ts';
import type { Look } from '../../generated/look-types.ts';
import { formatLocation } from '../../reporters/format-place.ts';
import { parseText } from '../../source/parse-text.ts';
import { readNamed } from '../files/read-input.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** Reads a look's file. @throws UserError when it cannot be read or has errors */
export function readLook(file: string, cwd: string): Look {
  const source = parseText(readNamed(file, cwd), file);
  const { look } = checkLook(source, 'vi');
  if (look) return look;
  const lines = (language: Language) =>
    checkLook(source, language)
      .report.diagnostics.map(({ place, message, hint }) => {
        const advice = hint === undefined ? '' : ` (${hint})`;
        return `\n- ${formatLocation(file, place, language)} ${message}${advice}`;
      })
      .join('');
  throw new UserError({
    vi: `${quoteName(file)} không phải kiểu trình bày hợp lệ:${lines('vi')}`,
    en: `${quoteName(file)} is not a valid look:${lines('en')}`,
  });
}
