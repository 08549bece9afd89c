import { getSystemErrorMap } from 'node:util';
import { expect, test } from 'vitest';
import { fileError } from '../../../src/cli/io/file-error.ts';
import { UserError } from '../../../src/cli/user-error.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

test.each([
  ['ENOENT', 'không có tệp hay thư mục', 'no such file or folder'],
  ['EACCES', 'không có quyền', 'permission denied'],
  ['EPERM', 'không có quyền', 'permission denied'],
  ['EISDIR', 'đây là thư mục', 'this is a folder'],
  ['ENOTDIR', 'không phải là thư mục', 'not a folder'],
  ['ELOOP', 'trỏ vòng tròn', 'circle'],
  ['ENAMETOOLONG', 'tên quá dài', 'too long'],
  ['EMFILE', 'quá nhiều tệp đang mở', 'too many files'],
  ['ENOSPC', 'ổ đĩa đã đầy', 'disk is full'],
  ['EDQUOT', 'ổ đĩa đã đầy', 'disk is full'],
  ['EROFS', 'chỉ cho đọc', 'read-only'],
  ['EBUSY', 'đang được chương trình khác sử dụng', 'another program'],
  ['EEXIST', 'đã có tệp', 'already there'],
  ['EWHATEVER', 'EWHATEVER', 'EWHATEVER'],
])('%s is worded for people', (code, vi, en) => {
  const error = fileError('write', 'a\nb.docx', systemError(code));
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({
    wording: {
      vi: expect.stringMatching(`^Không ghi được “a␊b\\.docx”: .*${vi}`),
      en: expect.stringMatching(`^Cannot write “a␊b\\.docx”: .*${en}`),
    },
  });
});

test('no error of the system puts English into Vietnamese', () => {
  const codes = [...getSystemErrorMap().values()].map(([code]) => code);
  expect(codes.length).toBeGreaterThan(50);
  const words = codes.flatMap((code) => {
    const error = fileError('read', 'tệp', systemError(code));
    const sentence = error instanceof UserError ? error.wording.vi.replace(code, '') : code;
    return sentence.match(/\b(?:the|of|not|is|file|no|such|error|or|permission|operation|system)\b/gi) ?? [];
  });
  expect(words).toEqual([]);
});

test.each([new TypeError('no disk in it'), new UserError({ vi: '', en: '' }), 'text'])(
  '%s goes through as it is',
  (error) => {
    expect(fileError('read', 'a', error)).toBe(error);
  },
);
