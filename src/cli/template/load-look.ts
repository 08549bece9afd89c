import { checkLook } from '../../check-look.ts';
import type { Language } from '../../diagnostics/wording.ts';
import type { Look } from '../../generated/look-types.ts';
import { shippedLooks } from '../../generated/shipped-looks.ts';
import { formatLocation } from '../../reporters/format-place.ts';
import { parseText } from '../../source/parse-text.ts';
import { readNamed } from '../files/read-input.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';
import { isFileName, isLookFile, unknownTemplate } from './template-names.ts';

/**
 * A look: one that comes with bieu2 by its name, any other by its file.
 *
 * @throws UserError when there is none, when its file cannot be read or has a fault, and for a Word template
 */
export function loadLook(nameOrFile: string, cwd: string): Look {
  if (isLookFile(nameOrFile)) return readLook(nameOrFile, cwd);
  if (isFileName(nameOrFile)) throw noLook({ file: nameOrFile });
  const look = Object.hasOwn(shippedLooks, nameOrFile) ? shippedLooks[nameOrFile] : undefined;
  if (!look) throw unknownTemplate(nameOrFile);
  return look;
}

function readLook(file: string, cwd: string): Look {
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

const noLook = userError(
  '{file} là mẫu Word, chỉ dùng để xuất ra Word; HTML và PDF theo kiểu trình bày có sẵn hoặc tệp .yaml (xem: bieu2 template list). Muốn PDF giữ đúng mẫu này, hãy thêm --pdf-engine libreoffice (máy cần có LibreOffice).',
  '{file} is a Word template, which serves for Word only; HTML and PDF follow a named look or a .yaml file (see: bieu2 template list). For a PDF by this template, add --pdf-engine libreoffice (LibreOffice must be installed).',
);
