import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readZip } from '../../src/zip/read-zip.ts';
import { ZipWriter, zipOf } from '../../src/zip/zip-writer.ts';

it('writes parts that are read as they were, whatever their pieces', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 50 }));
  const names = fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { maxLength: 5 });
  fc.assert(
    fc.property(names, fc.array(fc.array(piece), { minLength: 5 }), (parts, contents) => {
      const chunks: Uint8Array[] = [];
      const zip = new ZipWriter((chunk) => chunks.push(chunk));
      for (const [index, name] of parts.entries()) zip.addPart(name, contents[index] ?? []);
      zip.finish();
      const read = unzipSync(Buffer.concat(chunks));
      expect(Object.keys(read).sort()).toEqual([...parts].sort());
      for (const [index, name] of parts.entries()) {
        const whole = Buffer.concat((contents[index] ?? []).map((one) => Buffer.from(one as string)));
        expect(Buffer.compare(Buffer.from(read[name] ?? [1]), whole)).toBe(0);
      }
    }),
  );
});

it('compresses long texts, and says where each part is', () => {
  const long = 'Tham mưu, soạn thảo văn bản. '.repeat(100_000);
  const bytes = zipOf([
    ['một.txt', 'ngắn'],
    ['dài.txt', long],
  ]);
  expect(bytes.length).toBeLessThan(long.length / 50);
  const [short, other] = readZip(bytes);
  expect(short).toMatchObject({ name: 'một.txt', size: 6 });
  // Local header: deflated (APPNOTE 4.4.5).
  expect(bytes[8]).toBe(8);
  expect(other).toMatchObject({ name: 'dài.txt', size: Buffer.byteLength(long) });
  expect(strFromU8(unzipSync(bytes)['dài.txt'] ?? new Uint8Array())).toBe(long);
});

it('gives the same bytes each time, with the first time that zip knows', () => {
  const bytes = zipOf([['a', 'b']]);
  expect(Buffer.compare(bytes, zipOf([['a', 'b']]))).toBe(0);
  // Local header: time and date at 10 (APPNOTE 4.3.7); the date 1980-01-01 is 0x21.
  expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
});

it('refuses a file that would need ZIP64', () => {
  const zip = new ZipWriter(() => {});
  zip.open('a');
  const gigabyte = new Uint8Array(2 ** 30);
  for (let count = 0; count < 3; count++) zip.add(new Uint8Array(), gigabyte);
  expect(() => zip.add(new Uint8Array(), gigabyte)).toThrow(RangeError);
});
