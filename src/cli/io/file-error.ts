import { lstatSync } from 'node:fs';
import type { Wording } from '../../diagnostics/wording.ts';
import { type UserError, userError } from '../user-error.ts';
import { alternatives } from './did-you-mean.ts';
import { whyNotOnWindows } from './windows-names.ts';

/** Reasons by the system's error code, in Vietnamese and in English. */
const reasons: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  ENOENT: [
    'không có tệp hay thư mục nào mang tên này. Hãy kiểm tra lại đường dẫn.',
    'no such file or folder. Check the path.',
  ],
  ENOTDIR: [
    'một phần của đường dẫn không phải là thư mục. Hãy kiểm tra lại đường dẫn.',
    'a part of the path is not a folder. Check the path.',
  ],
  EISDIR: ['đây là thư mục, không phải tệp. Hãy nêu tên tệp.', 'this is a folder, not a file. Name a file.'],
  EACCES: [
    'không có quyền truy cập. Hãy kiểm tra quyền của tệp và thư mục.',
    'permission denied. Check the permissions of the file and its folder.',
  ],
  ELOOP: ['liên kết trỏ vòng tròn. Hãy sửa liên kết.', 'its symbolic links form a circle. Fix the links.'],
  ENAMETOOLONG: ['tên quá dài. Hãy dùng tên ngắn hơn.', 'the name is too long. Choose a shorter one.'],
  EMFILE: [
    'quá nhiều tệp đang mở. Hãy đóng bớt chương trình rồi thử lại.',
    'too many files are open. Close some programs and try again.',
  ],
  ENOSPC: [
    'ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi thử lại.',
    'the disk is full. Free some space and try again.',
  ],
  EROFS: [
    'ổ đĩa chỉ cho đọc. Hãy chọn nơi khác để ghi.',
    'the disk is read-only. Choose another place to write to.',
  ],
  EBUSY: [
    'tệp đang được chương trình khác sử dụng. Hãy đóng tệp rồi thử lại.',
    'another program is using the file. Close it there and try again.',
  ],
  ERR_INVALID_ARG_VALUE: ['tên có ký tự NUL. Hãy sửa tên.', 'a NUL character in the name. Correct the name.'],
  EEXIST: ['đã có tệp mang tên này.', 'a file of this name is already there.'],
};

const aliases: Readonly<Record<string, string>> = {
  EPERM: 'EACCES',
  EDQUOT: 'ENOSPC',
  EFBIG: 'ENOSPC',
  ENFILE: 'EMFILE',
};

/** The code of a system error (`ENOENT` …); undefined for any other error, which is a bug. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const isOfSystem = 'syscall' in error || error.code.startsWith('ERR_FS_');
  // Node.js itself refuses impossible file names before it asks the system.
  const isOfName = error.code === 'ERR_INVALID_ARG_VALUE' && error.message.includes('null bytes');
  return isOfSystem || isOfName ? error.code : undefined;
}

/** Milliseconds between attempts. */
const pause = 5;

/** Repeats what a pipe refuses for now; ENXIO: nobody has opened it for reading. @returns undefined once the limit is over */
export function retryWhile<Result>(
  code: 'EAGAIN' | 'ENXIO',
  work: () => Result,
  limitMs = Number.POSITIVE_INFINITY,
): Result | undefined {
  for (let waited = 0; waited <= limitMs; waited += pause) {
    try {
      return work();
    } catch (error) {
      if (systemCode(error) !== code) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  return undefined;
}

const brokenLink = [
  'liên kết bị hỏng, không có tệp hay thư mục mà nó trỏ tới. Hãy sửa hoặc xóa liên kết.',
  'broken link, the file or folder that it points to does not exist. Fix or delete the link.',
] as const;

/** Whether the path of an error is a link: then its target is missing. */
const isLink = (error: unknown): boolean =>
  lstatSync(pathOf(error), { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Empty if the error has none. */
const pathOf = (error: unknown): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';

/** Turns a system error about a file into a `UserError`. Returns any other error unchanged, to be rethrown. */
export function fileError(action: 'read' | 'write', name: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const isMissing = code === 'ENOENT';
  const reason = isMissing && isLink(error) ? brokenLink : reasons[aliases[code] ?? code];
  const [vi, en] = reason ?? [`hệ thống báo lỗi ${code}.`, `system error ${code}.`];
  return refusal(action, name, (isMissing ? whyNotOnWindows(pathOf(error)) : undefined) ?? { vi, en });
}

/** @param reason a clause with what to do */
export const refusal = (action: 'read' | 'write', name: string, reason: Wording): UserError =>
  (action === 'read' ? notRead : notWritten)({ name, reason });

const notRead = userError('Không đọc được {name}: {reason}', 'Cannot read {name}: {reason}');
const notWritten = userError('Không ghi được {name}: {reason}', 'Cannot write {name}: {reason}');

/** The error for an output file with the wrong ending. @param end of the sentence */
export function wrongEnding(
  name: string,
  endings: readonly string[],
  end: Wording = { vi: '.', en: '.' },
): UserError {
  const { vi, en } = alternatives(endings);
  return refusal('write', name, {
    vi: `tên tệp phải có đuôi ${vi}${end.vi}`,
    en: `the file name must end in ${en}${end.en}`,
  });
}

/** The error of other systems, where this system does not report one. */
export const systemError = (code: 'EISDIR' | 'ENOTDIR' | 'EEXIST') =>
  Object.assign(new Error(code), { code, syscall: 'open' });
