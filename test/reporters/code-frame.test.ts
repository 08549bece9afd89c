import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/reporters/code-frame.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { fitLine } from '../../src/reporters/fit-line.ts';
import { placeIn, pointAt } from './place-in.ts';

const paint = { gutter: (text: string) => text, mark: (text: string) => text };
const frame = (text: string, needle: string, after = '', width = 40) =>
  codeFrame(text, placeIn(text, needle, after), width, paint);

describe('the code frame', () => {
  test.each([
    [
      'the first line',
      'a: 1\nb: 2\nc: 3\nd: 4\n',
      '1',
      ['> 1 │ a: 1', '    │    ^', '  2 │ b: 2', '  3 │ c: 3'],
    ],
    ['the last line, without line break', 'a: 1\nb: 2', '2', ['  1 │ a: 1', '> 2 │ b: 2', '    │    ^']],
    ['CRLF', 'a: 1\r\nb: 2\r\n', '2', ['  1 │ a: 1', '> 2 │ b: 2', '    │    ^']],
    ['a line break in the span', 'a: 1\r\nb: 2\r\n', '1\r\n', ['> 1 │ a: 1', '    │    ^', '  2 │ b: 2']],
    ['NFD letters', 'u\u0309y: u\u0309y ban\n', 'ban', ['> 1 │ u\u0309y: u\u0309y ban', '    │        ^^^']],
    ['half a letter', 'u\u0309y\n', '\u0309', ['> 1 │ u\u0309y', '    │ ^']],
    ['wide letters', '漢字: 漢字\n', '漢字', ['> 1 │ 漢字: 漢字', '    │ ^^^^']],
    ['after wide letters', '漢字: x\n', 'x', ['> 1 │ 漢字: x', '    │       ^']],
    ['tabs', '\ta:\tb\n', 'b', ['> 1 │     a:  b', '    │         ^']],
    ['an invisible character', 'a\u200bb\n', '\u200b', ['> 1 │ a<U+200B>b', '    │  ^^^^^^^^']],
    ['a mark without letter', '\u0309y\n', 'y', ['> 1 │ ◌\u0309y', '    │  ^']],
    ['blank lines at the edges', '\n\na: 1\n\n\nb: 2\n', '1', ['> 3 │ a: 1', '    │    ^']],
  ])('%s', (_, text, needle, lines) => {
    expect(frame(text, needle)).toEqual(lines);
  });

  test.each([
    ['an empty file', '', 0, ['> 1 │', '    │ ^']],
    ['the end of a line', 'a:\nb: 2\n', 2, ['> 1 │ a:', '    │   ^', '  2 │ b: 2']],
    ['the end of the file', 'a:\n', 3, ['  1 │ a:', '> 2 │', '    │ ^']],
    ['an offset beyond the file', 'a:', 9, ['> 1 │ a:', '    │   ^']],
  ])('an empty span: %s', (_, text, offset, lines) => {
    const point = { ...pointAt(text, offset), offset };
    expect(codeFrame(text, { kind: 'text', start: point, end: point }, 40, paint)).toEqual(lines);
  });

  test('several lines: carets under the first and the last', () => {
    expect(frame('a:\n  b: 1\n  c: 2\nd: 3\n', 'b: 1\n  c: 2\n')).toEqual([
      '  1 │ a:',
      '> 2 │   b: 1',
      '    │   ^^^^',
      '> 3 │   c: 2',
      '    │   ^^^^',
      '  4 │ d: 3',
    ]);
  });

  test('many lines: the first three and the last', () => {
    const text = Array.from({ length: 12 }, (_, index) => `k${index + 1}: v\n`).join('');
    expect(frame(text, text.slice(text.indexOf('k3'), text.indexOf('k11')))).toEqual([
      '   1 │ k1: v',
      '   2 │ k2: v',
      '>  3 │ k3: v',
      '     │ ^^^^^',
      '>  4 │ k4: v',
      '>  5 │ k5: v',
      '     │ …',
      '> 10 │ k10: v',
      '     │ ^^^^^^',
      '  11 │ k11: v',
      '  12 │ k12: v',
    ]);
  });

  test.each([
    ['at its end', 'x', '> 1 │ x 0123456789 0123456789…'],
    ['on both sides', 'y', '> 1 │ …123456789 y 0123456789…'],
    ['at its beginning', 'z', '> 1 │ …123456789 0123456789 z'],
  ])('a long line is cut %s', (_, needle, source) => {
    const lines = frame('x 0123456789 0123456789 y 0123456789 0123456789 z', needle, '', 30);
    expect(lines[0]).toBe(source);
    expect(lines[1]?.indexOf('^')).toBe(source.indexOf(needle));
  });

  test('a line is not cut that fits with the empty span at its end', () => {
    expect(fitLine('0123456789a', 11, 11, 12)).toEqual({
      parts: ['0123456789a', ' ', ''],
      column: 11,
      length: 1,
    });
    expect(fitLine('0123456789a', 11, 11, 11).parts[0]).toMatch(/^…/);
  });

  test('a line of a megabyte takes no longer than a short one', () => {
    const text = `${'x'.repeat(500_000)}!${'x'.repeat(500_000)}`;
    expect(frame(text, '!')[0]).toMatch(/^> 1 │ …x+!x+…$/);
  });
});

// Each with the columns it takes, counted by hand.
const atoms = [
  ['a', 1],
  [' ', 1],
  ['ệ', 1],
  ['e\u0323\u0302', 1],
  ['漢', 2],
  ['📄', 2],
  ['\u202e', 8],
  ['\u001b', 1],
  ['\r', 1],
  ['\u{e0041}', 9],
] as const;

test('the caret begins where the text before the span ends, and the line keeps within its room', () => {
  const run = fc.array(fc.constantFrom(...atoms), { maxLength: 60 });
  const textOf = (list: readonly (typeof atoms)[number][]) => list.map(([text]) => text).join('');
  const widthOf = (list: readonly (typeof atoms)[number][]) =>
    list.reduce((sum, [, width]) => sum + width, 0);
  fc.assert(
    fc.property(run, run, run, fc.integer({ min: 12, max: 200 }), (before, span, after, room) => {
      const line = textOf(before) + textOf(span) + textOf(after);
      const from = textOf(before).length;
      const fitted = fitLine(line, from, from + textOf(span).length, room);
      const shown = fitted.parts.join('');
      expect(displayWidth(shown)).toBeLessThanOrEqual(room);
      expect(displayWidth(fitted.parts[0])).toBe(fitted.column);
      expect(fitted.column + fitted.length).toBeLessThanOrEqual(room);
      if (widthOf([...before, ...span, ...after]) < room) {
        expect(fitted.column).toBe(widthOf(before));
        if (span.length > 0) expect(fitted.length).toBe(widthOf(span));
      } else if (span.length > 0 && widthOf(span) <= room - 2) {
        // Cut, but around the span: the columns under the carets hold the whole of it.
        const marks = displayWidth(shown) - fitted.column;
        expect(marks).toBeGreaterThanOrEqual(widthOf(span));
        expect(fitted.length).toBe(widthOf(span));
      }
    }),
  );
});
