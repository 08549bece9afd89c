import { describe, expect, it } from 'vitest';
import { parseText } from '../src/source/parse-text.ts';
import { maxSourceSize } from '../src/source/source-limits.ts';
import { validateSource } from '../src/validate.ts';
import { diagnosticsOf, findingLines } from './finding-lines.ts';

const head = 'form: bieu-so-2\nversion: 1\nunit: VĂN PHÒNG TỈNH ỦY\n';
const whole = `${head}groups:
  I:
    tasks:
      - Lãnh đạo, điều hành hoạt động của Văn phòng
  II:
    tasks:
      - text: Quản lý hồ sơ đảng viên
        complexity: 3
  III:
    tasks:
      - text: Tiếp nhận văn bản đến
        complexity: 2
`;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const bytes = (...values: number[]) => new Uint8Array(values);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function utf16(text: string, { bigEndian = false } = {}): Uint8Array {
  const buffer = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? buffer.swap16() : buffer);
}

const utf32 = (text: string) =>
  new Uint8Array(Uint32Array.from(text, (letter) => letter.codePointAt(0) ?? 0).buffer);

const unmarked = 'tệp được lưu theo bảng mã UTF-16 mà đầu tệp không có dấu nhận biết (BOM)';
const halved = 'tệp UTF-16 bị hỏng: có ký tự thiếu một nửa';

describe('content that is no text', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(), 'tệp không có nội dung'],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), 'tệp không có nội dung'],
    ['zero bytes', bytes(1, 2, 0, 3), 'tệp không phải văn bản'],
    ['a picture (PNG)', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'tệp không phải văn bản'],
    ['a photo (JPEG)', bytes(0xff, 0xd8, 0xff, 0xe0, 0x10), 'tệp không phải văn bản'],
    ['an archive (gzip)', bytes(0x1f, 0x8b, 8, 1), 'tệp không phải văn bản'],
    ['UTF-16 without a mark, little-endian', utf16(whole), unmarked],
    ['UTF-16 without a mark, big-endian', utf16(whole, { bigEndian: true }), unmarked],
    ['UTF-16 that breaks off in a letter', utf16(`\uFEFF${whole}`).subarray(0, -1), halved],
    ['UTF-16 with half of a pair', utf16(`\uFEFF${whole}\ud83d`, { bigEndian: true }), halved],
    ['UTF-32, little-endian, marked', utf32(`\uFEFF${whole}`), 'tệp được lưu theo bảng mã UTF-32'],
    ['UTF-32, little-endian', utf32(whole), 'tệp được lưu theo bảng mã UTF-32'],
    ['UTF-32, big-endian', utf32(whole).reverse(), 'tệp được lưu theo bảng mã UTF-32'],
    ['UTF-32, big-endian, marked', utf32(`${whole}\uFEFF`).reverse(), 'tệp được lưu theo bảng mã UTF-32'],
    [
      'a Word file',
      bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0),
      'tệp là tệp nén (Word, Excel hoặc zip), không phải văn bản',
    ],
    [
      'an old Word file',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      'tệp là văn bản Word 97–2003 (.doc) hoặc tệp có mật khẩu, không phải biểu YAML hay JSON',
    ],
    ['Latin-1', latin1('unit: Ð\xf4ng \xe1'), 'tệp không theo bảng mã UTF-8'],
    ['VNI', latin1('unit: Ñaûng boä tænh \xd1\xf5'), 'tệp không theo bảng mã UTF-8'],
    ['UTF-8 that breaks off', bytes(0x61, 0x3a, 0x20, 0xe1, 0xba), 'tệp không theo bảng mã UTF-8'],
    ['more than the limit', new Uint8Array(maxSourceSize + 1).fill(0x61), 'tệp quá lớn: 17 MB, tối đa 16 MB'],
  ])('%s', (_, content, message) => {
    expect(findingLines(content)).toEqual([`1:1-1:1 error syntax ${message}`]);
    expect(findingLines(content, 'form.json')).toEqual([`1:1-1:1 error syntax ${message}`]);
  });

  it('is found in decoded text, too', () => {
    expect(findingLines('a'.repeat(maxSourceSize + 1))).toEqual([
      '1:1-1:1 error syntax tệp quá lớn: 17 MB, tối đa 16 MB',
    ]);
  });
});

describe('content that would cost without end', () => {
  const fiveLines = (text: string, file?: string) => findingLines(text, file).slice(0, 5);
  const tooDeep = 'error syntax các mục lồng nhau quá sâu';

  it.each<[string, string, string]>([
    ['brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'form.yaml'],
    ['brackets that stay open', `a: ${'['.repeat(1_000_000)}`, 'form.yaml'],
    ['braces', `a: ${'{a: '.repeat(10_000)}`, 'form.yaml'],
    ['maps', lines(3000, (index) => `${' '.repeat(index)}a:\n`), 'form.yaml'],
    ['lists', `${'- '.repeat(1_000_000)}x\n`, 'form.yaml'],
    ['JSON lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'form.json'],
    ['JSON objects', '{"a":'.repeat(1_000_000), 'form.json'],
  ])('nesting: %s', (_, text, file) => {
    expect(fiveLines(text, file)).toEqual([expect.stringContaining(tooDeep)]);
  });

  it('aliases that stand for aliases', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${`*${of}, `.repeat(9)}]\n`;
    const bomb = `a: &a [x, x]\n${[...'bcdefghij'].map((name, index) => level(name, 'abcdefghi'[index] ?? '')).join('')}`;
    expect(findingLines(head + bomb)).toEqual([
      expect.stringMatching(
        /^\d+:\d+-\d+:\d+ error syntax các tham chiếu \(\*\) sinh ra hơn 100\.000 giá trị$/,
      ),
    ]);
  });

  it('an alias of itself', () => {
    expect(findingLines('form: bieu-so-2\ngroups: &a\n  I: *a\n')).toEqual([
      '3:6-3:8 error syntax tham chiếu “*a” nằm trong chính nó',
    ]);
  });

  it('more entries than any form has', () => {
    expect(findingLines(`${head}notes: [${'x, '.repeat(1_100_000)}]\n`)).toEqual([
      expect.stringContaining('error syntax tệp có quá nhiều mục so với một biểu'),
    ]);
  });

  it.each([
    ['a text', (long: string) => `form: bieu-so-2\nnotes:\n  - a\n  - ${long}\n`, 'form.yaml', '4:5-4:6'],
    ['a key', (long: string) => `{"form": 1, "${long}": 2}`, 'form.json', '1:1000018-1:1000019'],
    ['a text that is all', (long: string) => `"${long}"`, 'form.json', '1:1-1:2'],
  ])('%s longer than any form has', (_, write, file, place) => {
    const found = (text: string) => findingLines(text, file).join('\n');
    expect(found(write('ế'.repeat(1_000_001)))).toBe(
      `${place} error syntax văn bản ở đây quá dài: tối đa 1.000.000 ký tự`,
    );
    expect(found(write('a'.repeat(1_000_000)))).not.toContain('quá dài');
  });

  it('more entries than any form has, in JSON', () => {
    expect(findingLines(`{"form": 1, "notes": [${'1,'.repeat(8_000_000)} 1]}`, 'form.json')).toEqual([
      expect.stringContaining('error syntax tệp có quá nhiều mục so với một biểu'),
    ]);
  });
});

/** Work that must not grow with the square of the input: four times the input, at most some ten times the time. */
describe('the time for many faults grows with their number', () => {
  const parts: [string, (count: number) => string, string][] = [
    ['unknown keys at the top', (count) => head + lines(count, (i) => `key${i}: 1\n`), 'form.yaml'],
    ['unknown groups', (count) => whole + lines(count, (i) => `  key${i}: 1\n`), 'form.yaml'],
    ['unknown keys of a task', (count) => whole + lines(count, (i) => `        key${i}: 1\n`), 'form.yaml'],
    [
      'unknown keys in JSON',
      (count) => `{"form": 1, "groups": {${lines(count, (i) => `"k${i}": 1,`)} "I": 1}}`,
      'form.json',
    ],
    [
      'keys given twice',
      (count) => head + lines(count, (i) => `a${i >> 1}: 1\nb${i >> 1}: 2\n`),
      'form.yaml',
    ],
    ['aliases', (count) => `x: &a b\n${lines(count, (i) => `a${i}: *a\n`)}`, 'form.yaml'],
    [
      'faulty tasks',
      (count) =>
        whole + lines(count, (i) => `      - text: việc ${i}\n        complexity: 8\n        x: 1\n`),
      'form.yaml',
    ],
    ['texts in quotes in quotes', (count) => head + lines(count, (i) => `a${i}: "b" c\n`), 'form.yaml'],
    [
      'faults in one text',
      (count) => whole.replace('Quản lý', `|\n${lines(count, () => '          của của\n')}          Quản lý`),
      'form.yaml',
    ],
    ['blanks in a row', (count) => whole.replace('hồ sơ', `hồ${' '.repeat(count * 10)}sơ`), 'form.yaml'],
    ['blanks before a comment', (count) => `a: b${' '.repeat(count * 10)}c #\n`, 'form.yaml'],
    ['dots in a row', (count) => whole.replace('hồ sơ', '.'.repeat(count * 10)), 'form.yaml'],
    ['look-alike letters', (count) => whole.replace('hồ sơ', 'Ðảng '.repeat(count)), 'form.yaml'],
    ['soft hyphens', (count) => whole.replace('hồ sơ', 'hồ\u00ADsơ '.repeat(count)), 'form.yaml'],
  ];

  it.each(parts)('%s', (_, write, file) => {
    const time = (count: number) => {
      const text = write(count);
      const start = process.cpuUsage();
      validateSource(parseText(text, file), { language: 'vi' });
      // In milliseconds of the processor: others on the machine do not count.
      return process.cpuUsage(start).user / 1000;
    };
    time(500);
    const [short, long] = [Math.min(time(1000), time(1000)), Math.min(time(8000), time(8000), time(8000))];
    // A square would be 64 times as much.
    expect(long).toBeLessThan(Math.max(short, 5) * 40);
  });

  it('and so does that for tasks without a fault', () => {
    const tasks = lines(100_000, (i) => `      - text: Theo dõi lĩnh vực số ${i}\n        complexity: 3\n`);
    expect(findingLines(whole + tasks)).toEqual([]);
  }, 30_000);
});

describe('odd but honest forms', () => {
  it.each<[string, string]>([
    ['CRLF', whole.replaceAll('\n', '\r\n')],
    ['lone CR', whole.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${whole}`],
    ['indented as a whole', whole.replace(/^/gm, '  ')],
    ['a document mark', `---\n${whole}...\n`],
    [
      'an alias for a level',
      whole.replace('complexity: 3', 'complexity: &l 3').replace('complexity: 2', 'complexity: *l'),
    ],
    ['tags of the core schema', whole.replace('version: 1', 'version: !!int 1')],
    ['explicit keys', whole.replace('version: 1', '? version\n: 1')],
    ['YAML 1.2 by name', `%YAML 1.2\n---\n${whole}`],
    ['tabs between key and value', whole.replaceAll(': ', ':\t')],
    ['a blank after the last key', `${whole}   \n`],
  ])('%s', (_, text) => {
    expect(findingLines(text)).toEqual([]);
  });

  it('report what stands at an anchor once, there', () => {
    const text = whole.replace(
      /II:\n {4}tasks:\n[\s\S]*?(?= {2}III)/,
      'II:\n    areas:\n      - title: Tham mưu\n        tasks: &t\n          - complexity: 9\n            txt: Họp\n      - title: Tổng hợp\n        tasks: *t\n',
    );
    expect(diagnosticsOf(text).map(({ rule, messageId }) => `${rule}/${messageId}`)).toEqual([
      'task-complexity/out-of-range',
      'form-shape/misspelt-key',
      'duplicate-task/duplicate',
    ]);
  });

  it.each<[string, string, string]>([
    ['a no-break space as indentation', whole.replace('  I:', '\u00A0\u00A0I:'), '5:1-5:3 error syntax'],
    ['a no-break space in a key', whole.replace('unit:', 'unit\u00A0:'), '3:1-3:6 error form-shape'],
    ['a no-break space behind the colon', whole.replace('unit: ', 'unit:\u00A0'), '3:1-3:'],
    ['keys that are numbers', whole.replace('unit:', '1:'), '3:1-3:2 error form-shape'],
    ['keys that are lists', whole.replace('unit:', '[a]:'), '3:1-3:4 error syntax'],
    ['a tag of somebody', whole.replace('VĂN', '!ten VĂN'), '3:7-3:11 error syntax'],
    ['a tag for bytes', whole.replace('VĂN', '!!binary VĂN'), '3:7-3:15 error syntax'],
    ['a tag for dates', whole.replace('VĂN', '!!timestamp VĂN'), '3:7-3:18 error syntax'],
    ['YAML 1.1', `%YAML 1.1\n---\n${whole}`, '1:1-1:10 error syntax'],
  ])('are found out: %s', (_, text, place) => {
    expect(findingLines(text).filter((line) => line.startsWith(place))).toHaveLength(1);
  });
});

describe('severities', () => {
  const text = whole.replace('complexity: 3', 'unrated: Việc chung');
  const found = (severities: Record<string, 'off' | 'error' | 'warning'>) =>
    validateSource(parseText(text, 'form.yaml'), { language: 'vi', severities }).report.diagnostics.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );

  it('are those of the rules', () => expect(found({})).toEqual(['unrated-task warning']));
  it('may be raised', () => expect(found({ 'unrated-task': 'error' })).toEqual(['unrated-task error']));
  it('may be off', () => expect(found({ 'unrated-task': 'off' })).toEqual([]));
});

describe('what validation gives', () => {
  const spaced = whole.replace('hồ sơ', 'hồ  sơ');

  it('is plain data, which a thread can be sent', () => {
    const { report } = validateSource(parseText(spaced, 'a.yaml'));
    expect(structuredClone(report)).toEqual(report);
    expect(report.diagnostics).toMatchObject([
      { rule: 'spacing', severity: 'warning', subject: 'Quản lý hồ  sơ đảng viên', place: { kind: 'text' } },
    ]);
  });

  it('has errors only, where warnings are errors', () => {
    const { report } = validateSource(parseText(spaced, 'a.yaml'), { strict: true });
    expect(report.diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });
});
