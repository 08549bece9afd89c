import type { Wording } from '../../diagnostics/wording.ts';
import { Refusal } from '../../zip/refusal.ts';
import { openWordPackage, partOf } from './word-package.ts';

/** The parts of a Word file by name, or why it was refused. */
export type OpenedPackage =
  | { readonly parts: ReadonlyMap<string, Uint8Array>; readonly refusal?: never }
  | { readonly parts?: never; readonly refusal: Wording };

/** Opens a .docx, .docm or .dotx whole. No more is unpacked than the limits allow. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  try {
    const file = openWordPackage(bytes);
    const names = file.names.filter((name) => !name.endsWith('/'));
    return { parts: new Map(names.map((name) => [name, partOf(file, name)])) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: wordRefusal(error.reason) };
    throw error;
  }
}

/** Shorter than what the rule `word-file` says of a form: a template is rarely hostile. */
function wordRefusal(reason: string): Wording {
  switch (reason) {
    case 'old-doc':
    case 'encrypted':
    case 'encrypted-zip':
      return {
        vi: 'đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu; hãy mở bằng Word và lưu lại dưới dạng .docx không mật khẩu',
        en: 'this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
      };
    case 'empty':
    case 'not-word':
    case 'rtf':
    case 'word-2003':
    case 'flat-odt':
      return { vi: 'đây không phải là tệp Word (.docx)', en: 'this is not a Word file (.docx)' };
    case 'too-large':
    case 'too-many-parts':
    case 'part-too-large':
    case 'parts-too-large':
    case 'bomb':
      return { vi: 'tệp Word quá lớn', en: 'the Word file is too large' };
    default:
      return {
        vi: 'tệp Word bị hỏng, không giải nén được',
        en: 'the Word file is damaged and cannot be unpacked',
      };
  }
}
