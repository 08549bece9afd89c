import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { parseText } from '../../src/source/parse-text.ts';

type Where = Pick<Finding, 'path' | 'at' | 'range'>;

/** `line:column “text”` of where a finding is placed. */
function placed(text: string, where: Where, file = 'form.yaml'): string {
  const source = parseText(text, file);
  expect(source.problems).toEqual([]);
  const place = source.locate(where);
  if (place.kind !== 'text') throw new Error('a place in a text is expected');
  return `${place.start.line}:${place.start.column} “${source.text?.slice(place.start.offset, place.end.offset)}”`;
}

/** Where a word of the text at `path` is placed. */
function wordPlaced(text: string, path: Where['path'], word: string, file = 'form.yaml'): string {
  const source = parseText(text, file);
  const value = path.reduce<unknown>((at, step) => Reflect.get(Object(at), step), source.value);
  const start = String(value).indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  return placed(text, { path, range: [start, start + word.length] }, file);
}

const bom = '\uFEFF';

describe('the place of a value, a key or what is missing', () => {
  it.each<[string, string, Where, string]>([
    ['value', 'unit: Ban A\n', { path: ['unit'] }, '1:7 “Ban A”'],
    ['key', 'unit: Ban A\n', { path: ['unit'], at: 'key' }, '1:1 “unit”'],
    ['after a byte order mark', `${bom}unit: Ban A\n`, { path: ['unit'], at: 'key' }, '1:1 “unit”'],
    ['CRLF', 'form: x\r\nunit: Ban A\r\n', { path: ['unit'] }, '2:7 “Ban A”'],
    ['a lone CR ends a line', '# x\runit: Ban A\r', { path: ['unit'] }, '2:7 “Ban A”'],
    ['last line without its end', 'form: x\nunit: Ban A', { path: ['unit'] }, '2:7 “Ban A”'],
    ['missing key: its parent', '# x\nform: x\n', { path: ['unit'] }, '2:1 “form: x”'],
    ['missing key of an item', 'a:\n  - b: 1\n    c: 2\n', { path: ['a', 0, 'd'] }, '2:5 “b: 1”'],
    ['missing key of a map under a key', 'a:\n  b: 1\n', { path: ['a', 'd'] }, '1:1 “a”'],
    ['missing far below', 'a: 1\n', { path: ['x', 'y', 3, 'z'] }, '1:1 “a: 1”'],
    ['unknown key', 'a:\n  - b: 1\n    lạ: 2\n', { path: ['a', 0, 'lạ'], at: 'key' }, '3:5 “lạ”'],
    ['key without a value', 'a: 1\nb:\nc: 2\n', { path: ['b'] }, '2:1 “b”'],
    ['item without a value', 'a:\n  - x\n  -\n  - y\n', { path: ['a', 1] }, '3:3 “-”'],
    ['list under a key', 'a:\n  - x\n', { path: ['a'] }, '1:1 “a”'],
    ['list in brackets on one line', 'a: [x, y] # z\n', { path: ['a'] }, '1:4 “[x, y]”'],
    ['list in brackets over lines', 'a: [x,\n  y]\n', { path: ['a'] }, '1:1 “a”'],
    ['map in braces', 'a: {b: 1, c: 2}\n', { path: ['a', 'c'] }, '1:14 “2”'],
    ['quoted value with its quotes', 'a: "x y" # z\n', { path: ['a'] }, '1:4 “"x y"”'],
    ['quoted key with its quotes', '"a b": x\n', { path: ['a b'], at: 'key' }, '1:1 “"a b"”'],
    ['alias: what it stands for', 'a: &n Ban A\nb: *n\n', { path: ['b'] }, '1:7 “Ban A”'],
    ['within an alias', 'a: &n { c: 1 }\nb: *n\n', { path: ['b', 'c'] }, '1:12 “1”'],
    ['number as a key', 'a:\n  1: x\n', { path: ['a', '1'], at: 'key' }, '2:3 “1”'],
    ['whole file', '# x\nform: x\nunit: y\n', { path: [] }, '2:1 “form: x”'],
    ['text for a whole file', 'Biểu số 2\nnăm 2026\n', { path: [] }, '1:1 “Biểu số 2”'],
  ])('%s', (_, text, where, expected) => {
    expect(placed(text, where)).toBe(expected);
  });

  it.each<[string, string, Where, string]>([
    ['value', '{"unit": "Ban A"}', { path: ['unit'] }, '1:10 “"Ban A"”'],
    ['key', '{\n  "unit": "Ban A"\n}', { path: ['unit'], at: 'key' }, '2:3 “"unit"”'],
    ['after a byte order mark', `${bom}{"unit": 1}`, { path: ['unit'] }, '1:10 “1”'],
    ['missing key of an item', '{"a": [\n  { "b": 1 }\n]}', { path: ['a', 0, 'c'] }, '2:3 “{ "b": 1 }”'],
    ['map over lines', '{"a": {\n  "b": 1\n}}', { path: ['a'] }, '1:2 “"a"”'],
    ['null', '{"a": null}', { path: ['a'] }, '1:7 “null”'],
  ])('in JSON: %s', (_, text, where, expected) => {
    expect(placed(text, where, 'form.json')).toBe(expected);
  });
});

describe('the place of a word within a text', () => {
  const nfd = 'ế'.normalize('NFD');

  it.each<[string, string, string, string]>([
    ['plain', 'a: của của Ban\n', 'của của', '1:4 “của của”'],
    ['behind a comment line', '# x\na: x của\n', 'của', '2:6 “của”'],
    ['decomposed letters', `a: k${nfd} hoạch\n`, 'hoạch', '1:9 “hoạch”'],
    ['behind combining marks', `a: ${nfd}${nfd} của\n`, 'của', '1:11 “của”'],
    ['behind an emoji, two units', 'a: 😀 của\n', 'của', '1:7 “của”'],
    ['behind a no-break space', 'a: x\u00A0của\n', 'của', '1:6 “của”'],
    ['plain over two lines', 'a: Ban\n  của tỉnh\n', 'của', '2:3 “của”'],
    ['across the line break', 'a: Ban\n  của tỉnh\n', 'Ban của', '1:4 “Ban\n  của”'],
    ['behind a blank line of a plain text', 'a: Ban\n\n  của\n', 'của', '3:3 “của”'],
    ['double quotes', 'a: "x: của"\n', 'của', '1:8 “của”'],
    ['double quotes, escapes before', 'a: "\\"x\\" \\u0041\\t\\\\ của"\n', 'của', '1:22 “của”'],
    ['an escape itself', 'a: "x\\u0041y"\n', 'A', '1:6 “\\u0041”'],
    ['an escape of two units', 'a: "\\U0001F600 của"\n', 'của', '1:16 “của”'],
    ['an escaped line break', 'a: "Ban \\\n  của"\n', 'của', '2:3 “của”'],
    ['a folded line in double quotes', 'a: "Ban\n  của"\n', 'của', '2:3 “của”'],
    ['single quotes', "a: 'x: của'\n", 'của', '1:8 “của”'],
    ['a doubled single quote', "a: 'x '' của'\n", 'của', '1:10 “của”'],
    ['the doubled quote itself', "a: 'x '' của'\n", "'", "1:7 “''”"],
    ['literal', 'a: |\n  Ban\n  của\n', 'của', '3:3 “của”'],
    ['literal, across lines', 'a: |\n  Ban\n  của\n', 'Ban\ncủa', '2:3 “Ban\n  của”'],
    ['literal, CRLF', 'a: |\r\n  Ban\r\n  của\r\n', 'của', '3:3 “của”'],
    ['literal with a header comment', 'a: | # x\n  của\n', 'của', '2:3 “của”'],
    ['literal, indented deeper', 'a: |\n  Ban\n    của\n', '  của', '3:3 “  của”'],
    ['literal with an indicator', 'a: |2\n    của\n', 'của', '2:5 “của”'],
    ['literal with an indicator, own spaces', 'a: |2\n    của\n', '  của', '2:3 “  của”'],
    ['literal that begins with a no-break space', 'a: |\n  \u00A0của\n', 'của', '2:4 “của”'],
    ['stripped', 'a: |-\n  Ban\n  của\n', 'của', '3:3 “của”'],
    ['kept', 'a: |+\n  của\n\n', 'của\n\n', '2:3 “của\n\n”'],
    ['folded', 'a: >\n  Ban\n  của\n', 'của', '3:3 “của”'],
    ['folded, across lines', 'a: >-\n  Ban\n  của\n', 'Ban của', '2:3 “Ban\n  của”'],
    ['folded, behind a blank line', 'a: >\n  Ban\n\n  của\n', 'của', '4:3 “của”'],
    ['folded, behind a deeper line', 'a: >\n  Ban\n    x\n  của\n', 'của', '4:3 “của”'],
    ['in brackets', 'a: {b: c, d: của}\n', 'của', '1:14 “của”'],
    ['tabs within a text', 'a: x\ty của\n', 'của', '1:8 “của”'],
    ['behind a tab', 'a:\tcủa\n', 'của', '1:4 “của”'],
  ])('%s', (name, text, word, expected) => {
    const path = name === 'in brackets' ? ['a', 'd'] : ['a'];
    expect(wordPlaced(text, path, word)).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    ['plain', '{"a": "x của"}', 'của', '1:10 “của”'],
    ['behind escapes', '{"a": "\\n\\"\\/\\u1ea1 của"}', 'của', '1:21 “của”'],
    ['behind a surrogate pair', '{"a": "\\ud83d\\ude00 của"}', 'của', '1:21 “của”'],
    ['the surrogate pair itself', '{"a": "\\ud83d\\ude00 của"}', '😀', '1:8 “\\ud83d\\ude00”'],
  ])('in JSON: %s', (_, text, word, expected) => {
    expect(wordPlaced(text, ['a'], word, 'form.json')).toBe(expected);
  });

  it('is that of the whole text where the range is empty or out of it', () => {
    expect(placed('a: x y\n', { path: ['a'], range: [1, 1] })).toBe('1:4 “x y”');
    expect(placed('a: x y\n', { path: ['a'], range: [5, 9] })).toBe('1:4 “x y”');
  });
});

describe('numbers as they were written', () => {
  it.each<[string, string]>([
    ['1.10', '1.10'],
    ['"1.10"', '1.10'],
    ['012', '012'],
    ['0x1F', '0x1F'],
    ['1e3', '1e3'],
    ['~', '~'],
    ['', ''],
  ])('%j is %j', (written, expected) => {
    expect(parseText(`a: ${written}\n`, 'form.yaml').scalarText(['a'])).toBe(expected);
  });

  it('in JSON, too', () => {
    expect(parseText('{"a": 1.10}', 'form.json').scalarText(['a'])).toBe('1.10');
  });

  it('are not there where there is no scalar', () => {
    const source = parseText('a: [1]\n', 'form.yaml');
    expect([source.scalarText(['a']), source.scalarText(['b'])]).toEqual([undefined, undefined]);
  });
});
