import { expect, test } from 'vitest';
import { artifactUri } from '../../src/reporters/sarif.ts';

test.each([
  ['a/b.yaml', 'a/b.yaml'],
  ['./a/./b.yaml', 'a/b.yaml'],
  ['../b.yaml', '../b.yaml'],
  ['biểu mẫu/50% #1?.yaml', 'bi%E1%BB%83u%20m%E1%BA%ABu/50%25%20%231%3F.yaml'],
  ['a:b.yaml', 'a%3Ab.yaml'],
  ['/home/a b.yaml', 'file:///home/a%20b.yaml'],
  ['C:/Hồ sơ/a.yaml', 'file:///C:/H%E1%BB%93%20s%C6%A1/a.yaml'],
  ['C:\\a\\b.yaml', 'file:///C:/a/b.yaml'],
  ['\\\\server\\chung\\a.yaml', 'file://server/chung/a.yaml'],
  ['//server/chung/a.yaml', 'file://server/chung/a.yaml'],
  ['lẻ\\gạch.yaml', 'l%E1%BA%BB%5Cg%E1%BA%A1ch.yaml'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
  ['<stdin>', '%3Cstdin%3E'],
])('%s becomes %s', (file, uri) => {
  expect(artifactUri(file)).toBe(uri);
});
