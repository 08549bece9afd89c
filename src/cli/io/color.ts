import type { Io, Output } from './io.ts';

/** 0: none · 1: 16 colours · 2: 256 · 3: 16 million. */
export type ColorLevel = 0 | 1 | 2 | 3;

/**
 * The colour level of an output: `--color` and `--no-color` first, then `FORCE_COLOR`, then `NO_COLOR`
 * (https://no-color.org), then the abilities of the terminal.
 */
export function colorLevel(flag: boolean | undefined, env: Io['env'], output: Output): ColorLevel {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = env;
  if (flag !== undefined) return flag ? depth(env) : 0;
  if (force === '0' || force === 'false') return 0;
  if (force === '2' || force === '3') return force === '2' ? 2 : 3;
  if (force !== undefined) return depth(env);
  if (none || !output.isTTY || term === 'dumb') return 0;
  return depth(env);
}

function depth({ COLORTERM, TERM, WT_SESSION }: Io['env']): ColorLevel {
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || WT_SESSION !== undefined) return 3;
  return TERM?.includes('256color') ? 2 : 1;
}
