import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Change } from '../../src/diagnostics/finding.ts';
import { applyChanges, hasValue } from '../../src/source/edit/apply-changes.ts';
import { applyEdits } from '../../src/source/edit/apply-edits.ts';
import { editText } from '../../src/source/edit/edit-text.ts';
import { parseText } from '../../src/source/parse-text.ts';

/** The text after changes; undefined where they cannot be written. */
function edited(text: string, changes: readonly Change[], file = 'form.yaml'): string | undefined {
  const edits = editText(parseText(text, file), changes);
  return edits && applyEdits(text, edits);
}

const replace = (path: (string | number)[], range: [number, number], text: string): Change => ({
  kind: 'replace',
  path,
  range,
  text,
});

test.each<[string, string, Change[], string | undefined]>([
  ['a part of a plain text', 'a: một hai # ba\n', [replace(['a'], [4, 7], 'bốn')], 'a: một bốn # ba\n'],
  ['a part that calls for quotes', 'a: một hai\n', [replace(['a'], [4, 7], '#')], 'a: "một #"\n'],
  ['a part behind an escape', 'a: "x\\u00e9 hai"\n', [replace(['a'], [3, 6], '"')], 'a: "x\\u00e9 \\""\n'],
  ['a part in single quotes', "a: 'x''y'\n", [replace(['a'], [2, 3], "'")], "a: 'x'''''\n"],
  ['a part of a folded text', 'a: >\n  một\n  hai\n', [replace(['a'], [4, 7], 'ba')], 'a: >\n  một\n  ba\n'],
  [
    'a line break of a folded text',
    'a: >\n  một\n  hai\n',
    [replace(['a'], [3, 4], ', ')],
    'a: >\n  một, hai\n',
  ],
  ['the end of a text', 'a: một\n', [replace(['a'], [3, 3], ' hai')], 'a: một hai\n'],
  ['no part of a number', 'a: 12\n', [replace(['a'], [0, 1], '3')], undefined],
  ['a number in quotes', "a: '1.9'\n", [{ kind: 'set', path: ['a'], value: '1.10' }], "a: '1.10'\n"],
  ['a bare number', 'a: 1.9 # b\n', [{ kind: 'set', path: ['a'], value: '1.10' }], 'a: 1.10 # b\n'],
  ['a number where there was none', 'a: # b\n', [{ kind: 'set', path: ['a'], value: '1.1' }], 'a: 1.1 # b\n'],
  ['a number for a list', 'a:\n  - "3"\n', [{ kind: 'set', path: ['a'], value: 3 }], 'a:\n  3\n'],
  [
    'a key before another',
    '- # b\n  a: 1\n',
    [{ kind: 'add', path: [0, 'n'], before: 'a', value: '2' }],
    '- # b\n  n: 2\n  a: 1\n',
  ],
  [
    'a key in braces',
    '- { a: 1 }\n',
    [{ kind: 'add', path: [0, 'n'], before: 'a', value: '2' }],
    '- { n: 2, a: 1 }\n',
  ],
  [
    'a key beside a text',
    '- "a" # b\n',
    [{ kind: 'add', path: [0, 'n'], before: 'text', value: '2' }],
    '- n: 2\n  text: "a" # b\n',
  ],
  [
    'a key beside a text in brackets',
    '["a"]\n',
    [{ kind: 'add', path: [0, 'n'], before: 'text', value: '2' }],
    '[{ n: 2, text: "a" }]\n',
  ],
  ['the first key', 'a: 1\nb: 2\n', [{ kind: 'remove', path: ['a'] }], 'b: 2\n'],
  ['the last key, its comment staying', 'a: 1\nb: 2 # c\n', [{ kind: 'remove', path: ['b'] }], 'a: 1 # c\n'],
  ['no key whose comment would go', 'a: 1 # c\nb: 2\n', [{ kind: 'remove', path: ['a'] }], undefined],
  ['no key that is alone', 'a: 1\n', [{ kind: 'remove', path: ['a'] }], undefined],
  ['a key by another name', '"a": 1\n', [{ kind: 'rename', path: ['a'], key: 'b' }], '"b": 1\n'],
  ['a list as text', '- [a, b] # c\n', [{ kind: 'quote', path: [0] }], '- "[a, b]" # c\n'],
  ['no list of several lines', '- [a,\n  b]\n', [{ kind: 'quote', path: [0] }], undefined],
  ['no list with quotes of its own', '- ["a"]\n', [{ kind: 'quote', path: [0] }], undefined],
  [
    'a pair as an item',
    '- a b: c\n',
    [{ kind: 'quote-pair', path: [0, 'a b'], under: 'text' }],
    '- "a b: c"\n',
  ],
  [
    'a pair among others',
    '- a b: c\n  d: 1\n',
    [{ kind: 'quote-pair', path: [0, 'a b'], under: 'text' }],
    '- text: "a b: c"\n  d: 1\n',
  ],
  ['a place that is not there', 'a: 1\n', [{ kind: 'remove', path: ['b'] }], undefined],
])('%s', (_, before, changes, after) => {
  expect(edited(before, changes)).toBe(after);
  const source = parseText(before, 'form.yaml');
  if (after !== undefined) {
    expect(hasValue(parseText(after, 'form.yaml'), applyChanges(source, changes))).toBe(true);
  }
});

test.each<[string, Change[], string | undefined]>([
  ['{ "a": "x y" }', [replace(['a'], [1, 2], '"\n')], '{ "a": "x\\"\\ny" }'],
  ['{ "a": 1.9 }', [{ kind: 'set', path: ['a'], value: '1.10' }], '{ "a": 1.10 }'],
  ['{ "a": 1.9 }', [{ kind: 'set', path: ['a'], value: '1.1.1' }], '{ "a": "1.1.1" }'],
  ['{ "a": "1.9" }', [{ kind: 'set', path: ['a'], value: '1.10' }], '{ "a": "1.10" }'],
  ['{\n  "a": 1\n}', [{ kind: 'add', path: ['n'], before: 'a', value: '2' }], '{\n  "n": "2",\n  "a": 1\n}'],
  ['["x"]', [{ kind: 'add', path: [0, 'n'], before: 'text', value: '2' }], '[{ "n": "2", "text": "x" }]'],
  ['{ "a": 1, "b": 2 }', [{ kind: 'remove', path: ['b'] }], '{ "a": 1 }'],
  ['{ "a": 1, "b": 2 }', [{ kind: 'remove', path: ['a'] }], '{ "b": 2 }'],
  ['[7]', [{ kind: 'quote', path: [0] }], '["7"]'],
  ['[[7]]', [{ kind: 'quote', path: [0] }], undefined],
])('JSON: %s', (before, changes, after) => {
  expect(edited(before, changes, 'form.json')).toBe(after);
  if (after !== undefined) {
    const source = parseText(before, 'form.json');
    expect(hasValue(parseText(after, 'form.json'), applyChanges(source, changes))).toBe(true);
  }
});

test.each([
  ['a text on its line', 'a:\n  - text: về: tổ # c\n', 'về', 'a:\n  - text: "về: tổ" # c\n'],
  ['a text over lines', 'a: về\n  việc tổ: c\nd: 1\n', 'c\n', 'a: "về\n  việc tổ: c"\nd: 1\n'],
  ['an item', '- - một\n- @hai\n', '@', '- - một\n- "@hai"\n'],
  ['nothing in quotes', 'a: "b" c\n', 'b', undefined],
  ['nothing with a comment inside', 'a: việc # c\n  tổ d\n', 'tổ', undefined],
])('quotes around unquoted text: %s', (_, before, at, after) => {
  const source = { ...parseText('a: 1\n', 'form.yaml'), text: before };
  const edits = editText(source, [{ kind: 'quote-at', offset: before.indexOf(at) }]);
  expect(edits && applyEdits(before, edits)).toBe(after);
});

describe('parts of generated texts', () => {
  const piece = fc.constantFrom(
    'a',
    'ế',
    ' ',
    '  ',
    "'",
    '"',
    '\\',
    '#',
    ':',
    ': ',
    ' #',
    '-',
    '[',
    '😀',
    '1',
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  const cases = fc.tuple(text, text, fc.nat(8), fc.nat(8), fc.constantFrom('yaml', 'single', 'json'));

  it('come out as the text with the part replaced', () => {
    fc.assert(
      fc.property(cases, ([before, part, a, b, style]) => {
        const quoted = style === 'single' ? `'${before.replaceAll("'", "''")}'` : JSON.stringify(before);
        const file = style === 'json' ? 'form.json' : 'form.yaml';
        const content = style === 'json' ? `{"a": ${quoted}}` : `a: ${quoted} # b\n`;
        const [start = 0, end = 0] = [a, b].map((at) => Math.min(at, before.length)).sort((x, y) => x - y);
        // Halves of one character are no change that a rule would ask for.
        fc.pre(!/[\udc00-\udfff]/.test((before[start] ?? '') + (before[end] ?? '')));
        const after = edited(content, [replace(['a'], [start, end], part)], file);
        const expected = before.slice(0, start) + part + before.slice(end);
        expect(parseText(after ?? '', file).value).toEqual({ a: expected });
      }),
    );
  });
});
