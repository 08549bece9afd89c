import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/compare/unified-diff.ts';
import { makeWorld } from '../cli/run-main.ts';

describe('unifiedDiff', () => {
  const lines = (word: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${word}${index}\n`).join('');
  const numbers = Array.from({ length: 30 }, (_, index) => `${index}\n`).join('');

  it.each([
    ['a\nb\n', 'a\nc\n'],
    ['', 'a\n'],
    ['a\n', ''],
    ['a', 'b'],
    ['a\nb', 'a\nb\n'],
    [numbers, numbers.replace('3\n', 'x\n').replace('\n25\n', '\n25\ny\n').replace('\n29\n', '\n')],
    [numbers, `0\n${numbers}`],
    [numbers, numbers.replaceAll('\n', '\r\n')],
    [lines('a', 3000), lines('b', 3000)],
  ])('is what patch makes the new text of %#', (before, after) => {
    const { cwd, path } = makeWorld({ f: before });
    writeFileSync(path('f.diff'), unifiedDiff('f', before, after));
    execFileSync('git', ['apply', '--allow-empty', '--whitespace=nowarn', 'f.diff'], { cwd });
    const exists = after !== '';
    expect(exists ? readFileSync(path('f'), 'utf8') : '').toBe(after);
  });

  it('is empty for equal texts', () => expect(unifiedDiff('f', numbers, numbers)).toBe(''));
});
