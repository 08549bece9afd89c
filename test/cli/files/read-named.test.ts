import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { goodForm, makeWorld } from '../run-main.ts';

const bin = fileURLToPath(new URL('../../../dist/bin.cjs', import.meta.url));

/** Each way to name a file beside the forms. */
const ways: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['--config', ['validate', 'a.yaml', '--config', 'odd']],
  ['--schema', ['validate', 'a.yaml', '--schema', 'odd']],
  ['--baseline', ['validate', 'a.yaml', '--baseline', 'odd']],
  ['a look', ['render', 'a.yaml', '--to', 'html', '--template', 'odd.yaml']],
  ['a template', ['render', 'a.yaml', '--template', 'odd.docx']],
  ['template check', ['template', 'check', 'odd.docx']],
];

const emptyPipe = (name = '') =>
  `Error: Cannot read “${name}”: it is a pipe that nothing was written into. Name a regular file.\n`;

describe.skipIf(process.platform === 'win32')('files without an end end with exit code 2', () => {
  test.each(ways)('%s', async (_, args) => {
    const world = makeWorld({ 'a.yaml': goodForm });
    for (const name of ['odd', 'odd.yaml', 'odd.docx']) symlinkSync('/dev/zero', world.path(name));
    expect(await world.run(args)).toMatchObject({ code: 2, err: expect.stringMatching(/without an end/) });
  });

  test.each(ways)('a pipe that nobody writes into: %s', async (_, args) => {
    const world = makeWorld({ 'a.yaml': goodForm });
    spawnSync('mkfifo', ['odd', 'odd.yaml', 'odd.docx'].map(world.path));
    expect(await world.run(args)).toMatchObject({ code: 2, err: emptyPipe(args.at(-1)) });
  });

  test('a configuration that is found', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    symlinkSync('/dev/zero', world.path('bieu2.config.yaml'));
    expect(await world.run(['validate', 'a.yaml'])).toMatchObject({ code: 2 });
    rmSync(world.path('bieu2.config.yaml'));
    spawnSync('mkfifo', [world.path('bieu2.config.yaml')]);
    const err = emptyPipe('bieu2.config.yaml');
    expect(await world.run(['validate', 'a.yaml'])).toMatchObject({ code: 2, out: '', err });
  });
});

test.skipIf(process.platform === 'win32')(
  'pipes and null devices with an end are read by the built program',
  async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const call = `"$0" "$1" validate a.yaml --schema <(sleep 0.2; echo '{"required":["parentUnit"]}')`;
    const { stdout } = spawnSync('bash', ['-c', call, process.execPath, bin], {
      cwd: world.cwd,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/ error office-schema /);
    expect(await world.run(['validate', 'a.yaml', '--config', '/dev/null'])).toMatchObject({ code: 0 });
  },
);
