import type { Look } from '../../generated/look-types.ts';
import { shippedLooks } from '../../generated/shipped-looks.ts';
import { userError } from '../user-error.ts';
import { isFileName, isLookFile, unknownTemplate } from './template-names.ts';

/**
 * A look: a shipped one by name, any other by file.
 *
 * @throws UserError when it does not exist, cannot be read or has errors, and for a Word template
 */
export async function loadLook(nameOrFile: string, cwd: string): Promise<Look> {
  // Shipped looks are already checked: the full parser is loaded only for others.
  if (isLookFile(nameOrFile)) return (await import('./read-look.ts')).readLook(nameOrFile, cwd);
  if (isFileName(nameOrFile)) throw noLook({ file: nameOrFile });
  const look = Object.hasOwn(shippedLooks, nameOrFile) ? shippedLooks[nameOrFile] : undefined;
  if (!look) throw unknownTemplate(nameOrFile);
  return look;
}

const noLook = userError(
  '{file} là mẫu Word, chỉ dùng để xuất ra Word; HTML và PDF theo kiểu trình bày có sẵn hoặc tệp .yaml (xem: bieu2 template list). Muốn PDF giữ đúng mẫu này, hãy thêm --pdf-engine libreoffice (máy cần có LibreOffice).',
  '{file} is a Word template, which serves for Word only; HTML and PDF follow a named look or a .yaml file (see: bieu2 template list). For a PDF by this template, add --pdf-engine libreoffice (LibreOffice must be installed).',
);
