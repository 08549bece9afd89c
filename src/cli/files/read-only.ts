import { accessSync, constants, statSync } from 'node:fs';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/**
 * Refuses a file that is not to be written: a new file could take its name all the same, where its folder is writable.
 *
 * @param name what messages call it @throws UserError
 */
export function refuseReadOnly(path: string, name: string): void {
  // To the administrator every file is writable: the mode says what its owner wants.
  const { mode } = statSync(path);
  if ((mode & 0o222) === 0) {
    throw new UserError({
      vi: `Tệp ${quoteName(name)} chỉ cho đọc nên không được sửa. Hãy cấp quyền ghi rồi chạy lại.`,
      en: `${quoteName(name)} is read-only and was not fixed. Make it writable and run again.`,
    });
  }
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw fileError('write', name, error);
  }
}
