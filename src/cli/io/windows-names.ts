import { win32 } from 'node:path';
import type { Wording } from '../../diagnostics/wording.ts';

/**
 * Removes the `\\?\` before a path in a word of the command line (`\\?\C:\a.yaml`, `\\?\UNC\server\share\a.yaml`), also after
 * `=`. Node.js itself adds it to every path that it opens; other path functions do not understand it.
 */
export const withoutLongForm = (word: string, platform = process.platform): string =>
  platform === 'win32'
    ? word.replace(/(^|=)[\\/]{2}[?.][\\/](?:(UNC[\\/])|(?=[a-z]:))/i, (_, before, unc) =>
        unc ? `${before}\\\\` : before,
      )
    : word;

/**
 * Why a file name is impossible on Windows, as a clause; undefined if it is possible. Node.js would create such a file, and no
 * other program could open or delete it.
 *
 * @param path absolute @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function whyNotOnWindows(path: string, platform = process.platform): Wording | undefined {
  // `\\.\nul` and the like are meant as devices.
  if (platform !== 'win32' || path.startsWith('\\\\.\\')) return undefined;
  for (const part of path.slice(win32.parse(path).root.length).split(/[\\/]/)) {
    const [device] =
      /^(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i.exec(part) ?? [];
    if (device !== undefined) {
      return {
        vi: `“${device}” là tên thiết bị của Windows. Hãy chọn tên khác.`,
        en: `“${device}” is the name of a device of Windows. Choose another name.`,
      };
    }
    if (/[ .]$/.test(part)) {
      return {
        vi: 'trên Windows tên không được kết thúc bằng dấu cách hay dấu chấm. Hãy chọn tên khác.',
        en: 'on Windows a name cannot end with a space or a dot. Choose another name.',
      };
    }
    const [character] = /[<>:"|?*]/.exec(part) ?? [];
    if (character !== undefined) {
      return {
        vi: `trên Windows tên không được có ký tự ${character} . Hãy chọn tên khác.`,
        en: `on Windows a name cannot have the character ${character} . Choose another name.`,
      };
    }
    if (part.length > 255) {
      return { vi: 'tên quá dài. Hãy dùng tên ngắn hơn.', en: 'the name is too long. Choose a shorter one.' };
    }
  }
  return undefined;
}
