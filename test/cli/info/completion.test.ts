import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
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

/** A line that is typed, and the words that the shell offers for its end. */
const typed: [string, string[]][] = [
  ['bieu2 va', ['validate']],
  ['bieu2 --no-c', ['--no-color']],
  ['bieu2 validate --form', ['--format']],
  ['bieu2 validate --format js', ['json']],
  ['bieu2 validate -f js', ['json']],
  ['bieu2 --lang en explain spac', ['spacing']],
  ['bieu2 validate --rule numb', ['numbering=error', 'numbering=off', 'numbering=warning']],
  ['bieu2 help ren', ['render']],
  ['bieu2 schema ', ['config', 'diff', 'form', 'look', 'report', 'summary']],
  ['bieu2 template che', ['check']],
  ['bieu2 render --template ng', ['ngang']],
  ['bieu2 validate nothing', []],
  ['bieu2 validate --baseline nothing', []],
];
/** The same with the option before the “=”. */
const joined: [string, string[]][] = [
  ['bieu2 validate --format=s', ['--format=sarif']],
  ['bieu2 summary --format=js', ['--format=json']],
  ['bieu2 validate --rule=numbering=o', ['--rule=numbering=off']],
];

describe.skipIf(!has('bash'))('bash (skipped where it is not installed)', () => {
  // bash splits at "=": what it inserts is what follows the last one.
  const parts = joined.map(([line, words]): [string, string[]] => [
    line,
    words.map((word) => word.replace(/.*=/, '')),
  ]);
  test.each([...typed, ...parts, ['bieu2 validate --rule numbering=o', ['off']]])(
    '%s → %j',
    async (line, expected) => {
      const { file } = await script('bash');
      const call = 'source "$1"; COMP_LINE=$2 COMP_POINT=${#2}; _bieu2; printf "%s\\n" "${COMPREPLY[@]}"';
      const { stdout, stderr } = spawnSync('bash', ['-c', call, 'bash', file, line], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout.split('\n').filter(Boolean).sort()).toEqual(expected);
    },
  );
});

describe.skipIf(!has('fish'))('fish (skipped where it is not installed)', () => {
  test.each([...typed, ...joined])('%s → %j', async (line, expected) => {
    const { file } = await script('fish');
    const call = `source ${file}; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', call], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const words = stdout.split('\n').map((row) => row.split('\t')[0] ?? '');
    expect(words.filter(Boolean).sort()).toEqual(expected);
  });
});

describe.skipIf(!has('zsh'))('zsh (skipped where it is not installed)', () => {
  it('accepts its script', async () => {
    const { file } = await script('zsh');
    expect(spawnSync('zsh', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  /** What zsh's own completion system is given: the part before “=” is set aside by `compset`. */
  const system = [
    'compdef() { }',
    '_files() { print -r -- FILES }',
    'compset() { prefix=${words[CURRENT]%%=*}= }',
    '_describe() { local one; for one in "${(@P)2}"; do print -r -- "$prefix${one%%:*}"; done }',
  ].join('\n');
  test.each([...typed, ...joined])('%s → %j', async (line, expected) => {
    const { file } = await script('zsh');
    const call = `${system}\nsource $1; words=("\${(@s: :)2}"); CURRENT=$#words; _bieu2`;
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', call, 'zsh', file, line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const current = line.split(' ').at(-1) ?? '';
    // `_describe` itself leaves out what does not begin like the word.
    const offered = stdout.split('\n').filter((word) => word !== '' && word.startsWith(current));
    expect(offered.sort()).toEqual(expected);
  });
});

describe.skipIf(!has('pwsh'))('PowerShell (skipped where it is not installed)', () => {
  test.each([...typed, ...joined])('%s → %j', async (line, expected) => {
    const { file } = await script('powershell');
    const call = `. '${file}'; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
    const { stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', call], { encoding: 'utf8' });
    expect(stdout.split(/\r?\n/).filter(Boolean).sort()).toEqual(expected);
  });
});

it('has one list of words, the same in all shells', async () => {
  const rows = async (shell: string) =>
    (await script(shell)).out.split(/\n|' '/).filter((line) => /^[\w-]+(?: -[\w-]*)?\t[\w=-]+\t/.test(line))
      .length;
  const counts = await Promise.all(['bash', 'zsh', 'fish', 'powershell'].map(rows));
  expect(Math.min(...counts)).toBeGreaterThan(300);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});
