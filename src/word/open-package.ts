import { unzipSync } from 'fflate';
import type { Wording } from '../diagnostics/wording.ts';

/** The parts of a Word file by name, or why it was refused. */
export type OpenedPackage =
  | { readonly parts: ReadonlyMap<string, Uint8Array>; readonly refusal?: never }
  | { readonly parts?: never; readonly refusal: Wording };

const megabyte = 1024 * 1024;
const limits = { file: 50 * megabyte, part: 100 * megabyte, all: 300 * megabyte, entries: 2000 };

/** Opens a .docx, .docm or .dotx, which is a zip file. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'd0cf11e0') return { refusal: oldOrEncrypted };
  if (start !== '504b0304') return { refusal: noWordFile };
  if (bytes.length > limits.file) return { refusal: tooLarge };
  let entries = 0;
  let size = 0;
  let withinLimits = true;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries += 1;
        size += originalSize;
        withinLimits &&= originalSize <= limits.part && size <= limits.all && entries <= limits.entries;
        return withinLimits;
      },
    });
    return withinLimits ? { parts: new Map(Object.entries(parts)) } : { refusal: tooLarge };
  } catch {
    return { refusal: damaged };
  }
}

const oldOrEncrypted: Wording = {
  vi: 'đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu; hãy mở bằng Word và lưu lại dưới dạng .docx không mật khẩu',
  en: 'this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
};
const noWordFile: Wording = { vi: 'đây không phải là tệp Word (.docx)', en: 'this is no Word file (.docx)' };
const tooLarge: Wording = { vi: 'tệp Word quá lớn', en: 'the Word file is too large' };
const damaged: Wording = {
  vi: 'tệp Word bị hỏng, không giải nén được',
  en: 'the Word file is damaged and cannot be unpacked',
};
