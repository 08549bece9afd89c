import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/rules/index.ts';
import { makeWorld } from '../run-main.ts';

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

async function script(shell: string) {
  const world = makeWorld();
  const { out } = await world.run(['completion', shell]);
  const file = world.path(`script.${shell}`);
  writeFileSync(file, out);
  return { out, file };
}

test.each(['bash', 'zsh', 'fish', 'powershell'])(
  '%s: every command, option, rule and format',
  async (shell) => {
    const { out } = await script(shell);
    const words = [
      'validate',
      'render',
      'completion',
      'max-warnings',
      'out-dir',
      'no-color',
      'sarif',
      'small-unit',
    ];
    for (const word of [...words, ...rules.map(({ id }) => id)]) expect(out).toContain(word);
    expect(out).not.toContain('undefined');
  },
);

const typed: [string, string[]][] = [
  ['bieu2 va', ['validate']],
  ['bieu2 validate --fo', ['--format']],
  ['bieu2 validate --format js', ['json']],
  ['bieu2 --lang en explain spac', ['spacing']],
  ['bieu2 validate --rule numb', ['numbering=error', 'numbering=off', 'numbering=warning']],
  ['bieu2 help ren', ['render']],
  ['bieu2 schema ', ['config', 'diff', 'form', 'look', 'report', 'summary']],
  ['bieu2 validate nothing', []],
];

describe.skipIf(!has('bash'))('bash (skipped where it is not installed)', () => {
  test.each([
    ...typed,
    ['bieu2 validate --format=js', ['json']],
    ['bieu2 validate --rule numbering=o', ['off']],
  ])('%s → %j', async (line, expected) => {
    const { file } = await script('bash');
    const call = 'source "$1"; COMP_LINE=$2 COMP_POINT=${#2}; _bieu2; printf "%s\\n" "${COMPREPLY[@]}"';
    const { stdout, stderr } = spawnSync('bash', ['-c', call, 'bash', file, line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter(Boolean).sort()).toEqual(expected);
  });
});

describe.skipIf(!has('fish'))('fish (skipped where it is not installed)', () => {
  test.each(typed)('%s → %j', async (line, expected) => {
    const { file } = await script('fish');
    const call = `source ${file}; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', call], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const words = stdout.split('\n').map((row) => row.split('\t')[0] ?? '');
    expect(words.filter(Boolean).sort()).toEqual(expected);
  });
});

test.skipIf(!has('zsh'))('zsh accepts its script (skipped where it is not installed)', async () => {
  const { file } = await script('zsh');
  expect(spawnSync('zsh', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});
