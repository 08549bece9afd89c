import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { goodForm, makeWorld } from './run-main.ts';

const name = '::error::x.yaml';
const hostile = [
  '::set-output name=a::b',
  '::stop-commands::x',
  '##[error]x',
  '##[group]x',
  '##vso[task.setvariable variable=a]b',
].join(' ');
/** Has findings whose lines, messages and excerpts carry what it says. */
const form = goodForm
  .replace('PHÒNG TỔ CHỨC', `"${hostile}"`)
  .replace('Điều hành hoạt động của Phòng', `"${hostile} , ${hostile}"`)
  .replace('complexity: 4', `complexity: "${hostile}"`)
  .replace('Tiếp nhận văn bản đến', `"${hostile}  và"`)
  .replace('complexity: 2', `unrated: "${hostile}"`);
const valid = form.replace(`complexity: "${hostile}"`, 'complexity: 4');

/** What runners would obey. */
const commands = (text: string): string[] =>
  text.split(/\r\n|\n|\r/).filter((line) => line.trimStart().startsWith('::') || /##(?:vso)?\[/i.test(line));

describe.skipIf(process.platform === 'win32')('in the log of a CI job', () => {
  it.each(['GITHUB_ACTIONS', 'TF_BUILD'])(
    'with %s nothing of names and texts is a command',
    async (variable) => {
      const world = makeWorld({
        [name]: form,
        'b.yaml': valid,
        'c.yaml': valid.replace(' , ', ' '),
        '::x::.yml': '{',
      });
      const word = await world.run(['render', 'b.yaml', '-o', '::warning::b.docx', '--force']);
      expect(word.code).toBe(0);
      const calls = [
        ['validate', '--format', 'line'],
        ['validate', '--format', 'pretty'],
        ['validate', '--fix', '--dry-run', name, 'b.yaml'],
        ['validate', '--show-files'],
        ['validate', '::debug::missing.yaml'],
        ['validate', '--config', '::debug::missing.yaml'],
        ['render', name],
        ['import', '::warning::b.docx', '-o', '::notice::b.yaml', '--force'],
        ['merge', 'b.yaml', 'c.yaml', '--dry-run'],
        ['diff', 'b.yaml', 'c.yaml'],
        ['summary', 'b.yaml', 'c.yaml', '--all'],
        ['::error::command'],
        ['validate', '--::error::option'],
      ];
      for (const args of calls) {
        for (const columns of [80, 20, 31]) {
          const { out, err } = await world.run(args, { env: { [variable]: 'True' }, columns });
          expect([args, commands(out + err)]).toEqual([args, []]);
          expect(out + err).not.toBe('');
        }
      }
    },
  );

  it('elsewhere they are as they are', async () => {
    const world = makeWorld({ [name]: form });
    const { out } = await world.run(['validate', name]);
    expect(out.startsWith(`${name}:`)).toBe(true);
    expect(commands(out).length).toBeGreaterThan(3);
  });

  it('GitHub obeys the annotations of the format that is made of them', async () => {
    const world = makeWorld({ [name]: form });
    const { out } = await world.run(['validate', name, '--format', 'github'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(out).toMatch(/^::error file=%3A%3Aerror%3A%3Ax\.yaml,/m);
  });
});
