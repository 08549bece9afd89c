import { expect, test } from 'vitest';
import { colorLevel } from '../../../src/cli/context.ts';

const xterm = { TERM: 'xterm' };

test.each<[number, boolean | undefined, Record<string, string>, boolean]>([
  [1, undefined, xterm, true],
  [0, undefined, xterm, false],
  [2, undefined, { TERM: 'xterm-256color' }, true],
  [3, undefined, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, true],
  [3, undefined, { WT_SESSION: '1' }, true],
  [0, undefined, { TERM: 'dumb' }, true],
  [0, undefined, { ...xterm, NO_COLOR: '1' }, true],
  [1, undefined, { ...xterm, NO_COLOR: '' }, true],
  [1, undefined, { ...xterm, FORCE_COLOR: '' }, false],
  [1, undefined, { ...xterm, FORCE_COLOR: '1' }, false],
  [2, undefined, { ...xterm, FORCE_COLOR: '2' }, false],
  [3, undefined, { ...xterm, FORCE_COLOR: '3' }, false],
  [0, undefined, { ...xterm, FORCE_COLOR: '0' }, true],
  [0, undefined, { ...xterm, FORCE_COLOR: 'false' }, true],
  [1, undefined, { ...xterm, FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [1, true, { ...xterm, NO_COLOR: '1', FORCE_COLOR: '0' }, false],
  [0, false, { ...xterm, FORCE_COLOR: '3' }, true],
])('level %i: flag %j, %j, terminal %j', (level, flag, env, isTTY) => {
  expect(colorLevel(flag, env, { write: () => {}, isTTY })).toBe(level);
});
