import { basename, dirname, extname, join } from 'node:path';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { isThere } from './paths.ts';

/**
 * Except on Windows, a document that is open in an office program can be replaced, and the open version would be saved over
 * it later. Word and LibreOffice keep a lock file beside a document for as long as it is open.
 *
 * @throws UserError when there is such a lock file
 */
export function refuseWhenOpen(path: string, name: string) {
  const file = basename(path);
  const stem = file.slice(0, file.length - extname(file).length);
  // Word drops the first letters of longer names (`~$eu-so-2.docx`): two from 8 letters on, one of 7.
  const owner = `~$${file.slice(stem.length > 7 ? 2 : stem.length === 7 ? 1 : 0)}`;
  for (const lock of [owner, `.~lock.${file}#`]) {
    if (isThere(join(dirname(path), lock))) throw inUse(name, lock);
  }
}

/** @param lock the name of the lock file, if any */
export function inUse(name: string, lock?: string): UserError {
  const vi = lock ? ` Nếu không còn mở, hãy xóa tệp khóa ${quoteName(lock)} bên cạnh.` : '';
  const en = lock ? ` If it is not open any more, delete the lock file ${quoteName(lock)} beside it.` : '';
  return new UserError({
    vi: `Không ghi được ${quoteName(name)}: tệp đang mở trong Word hoặc chương trình khác. Hãy đóng tệp rồi chạy lại; tệp cũ vẫn nguyên vẹn.${vi}`,
    en: `Cannot write ${quoteName(name)}: it is open in Word or another program. Close it and run again; the old file is whole.${en}`,
  });
}
