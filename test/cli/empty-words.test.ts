import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { programIn } from './program.ts';
import { badForm, goodForm, makeWorld } from './run-main.ts';

const commands = programIn('en').commands.flatMap((command) =>
  command.commands.length === 0
    ? [{ words: [command.name()], command }]
    : command.commands.map((inner) => ({ words: [command.name(), inner.name()], command: inner })),
);
const unfixed = goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG  TỔ CHỨC');

const withNames = commands.filter(({ command }) => command.registeredArguments.length > 0);
test.each(withNames.map(({ words }) => words.join(' ')))(
  'an empty name is refused by bieu2 %s',
  async (line) => {
    const { run } = makeWorld({ 'a.yaml': goodForm });
    const { code, out, err } = await run([...line.split(' '), '']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Error: /);
  },
);

test('an empty name is never the current folder', async () => {
  const { run, path } = makeWorld({ 'a.yaml': unfixed, 'b.yaml': badForm });
  for (const args of [
    ['validate', '--fix', ''],
    ['validate', 'b.yaml', '', '--fix'],
    ['validate', '--fix', '--', ''],
  ]) {
    expect(await run(args)).toMatchObject({
      code: 2,
      out: '',
      err: 'Error: One of the names is empty. Check the variables in the command; the current directory is “.”.\n',
    });
  }
  expect(readFileSync(path('a.yaml'), 'utf8')).toBe(unfixed);
});

const options = commands.flatMap(({ words, command }) =>
  command.options
    .filter((option) => option.required || option.optional)
    .map((option) => `${words.join(' ')} ${option.long}=`),
);
test.each(options)('an empty value is refused: bieu2 %s', async (line) => {
  const { run } = makeWorld({ 'a.yaml': goodForm });
  expect(await run([...line.split(' '), 'a.yaml'])).toMatchObject({ code: 2, out: '' });
});

test('a unit of spaces alone is refused', async () => {
  const { run } = makeWorld({});
  expect(await run(['init', 'a.yaml', '--unit', ' \u00a0'])).toMatchObject({
    code: 2,
    out: '',
    err: 'Error: The value of “--unit” is empty. Check the variables in the command, or leave the option out.\n',
  });
});

test.each(['validate', 'render'])('%s takes --stdin-filename for standard input only', async (command) => {
  const { run, path } = makeWorld({ 'a.yaml': goodForm });
  for (const names of [[], ['a.yaml'], ['.']]) {
    const { code, out, err } = await run([command, ...names, '--stdin-filename', 'b.yaml']);
    expect([code, out]).toEqual([2, '']);
    if (command === 'validate' || names.length > 0)
      expect(err).toContain('“--stdin-filename” is the name of standard input');
  }
  expect(() => readFileSync(path('a.docx'))).toThrow();
});
