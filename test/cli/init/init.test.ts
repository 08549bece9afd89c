import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { starters } from '../../../src/cli/init/starters.ts';
import { makeWorld } from '../run-main.ts';

test('writes a form and its schema beside it, and says what comes next', async () => {
  const world = makeWorld();
  const { out } = await world.run(['init', 'forms/mine.yaml', '--unit', 'PHÒNG "A": MỘT']);
  expect(readdirSync(world.path('forms')).sort()).toEqual(['form.schema.json', 'mine.yaml']);
  expect(out).toContain('bieu2 validate forms/mine.yaml');
  const form = readFileSync(world.path('forms/mine.yaml'), 'utf8');
  expect(form).toMatch(/^# yaml-language-server: \$schema=\.\/form\.schema\.json\n/);
  expect(form).toContain('\nunit: "PHÒNG \\"A\\": MỘT"\n');
  expect(readFileSync(world.path('forms/form.schema.json'), 'utf8')).toBe(
    readFileSync('schemas/form.schema.json', 'utf8'),
  );
});

test.each(['committee', 'small-unit'])('the starter %s has no error and renders', async (starter) => {
  const world = makeWorld();
  await world.run(['init', '--starter', starter, '--unit', 'PHÒNG TỔ CHỨC']);
  const { code, out } = await world.run(['validate', 'bieu-so-2.yaml', '--rule', 'unrated-task=off']);
  expect([code, out]).toEqual([0, '']);
  expect((await world.run(['render', 'bieu-so-2.yaml'])).code).toBe(0);
});

test('every finding in the empty starter says what is to be filled in', async () => {
  const world = makeWorld();
  await world.run(['init', '--starter', 'empty']);
  const { out } = await world.run(['validate', 'bieu-so-2.yaml', '--format', 'json']);
  const rules = JSON.parse(out).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
  expect(new Set(rules)).toEqual(new Set(['placeholder', 'task-complexity']));
});

test('the unit that was not given is found as missing', async () => {
  for (const { id } of starters) {
    const world = makeWorld();
    await world.run(['init', '--starter', id]);
    expect((await world.run(['validate', '.'])).out).toMatch(
      /^bieu-so-2\.yaml:\d+:\d+: warning placeholder /m,
    );
  }
});

test('never overwrites', async () => {
  const world = makeWorld({ 'bieu-so-2.yaml': 'mine', 'form.schema.json': 'mine' });
  expect(await world.run(['init'])).toMatchObject({ code: 2 });
  expect(readFileSync(world.path('bieu-so-2.yaml'), 'utf8')).toBe('mine');
  const { code, out } = await world.run(['init', 'other.yaml']);
  expect(code).toBe(0);
  expect(out).toContain('Kept “form.schema.json”');
  expect(readFileSync(world.path('form.schema.json'), 'utf8')).toBe('mine');
});

test('asks at a terminal for what is not given', async () => {
  const world = makeWorld();
  const { code, out } = await world.run(['init'], { isTTY: true, stdin: '7\n2\nPHÒNG B\n\n' });
  expect(code).toBe(0);
  expect(out.match(/Which starter\?/g)).toHaveLength(2);
  const form = readFileSync(world.path('bieu-so-2.yaml'), 'utf8');
  expect(form).toContain('unit: "PHÒNG B"');
  expect(form).not.toContain('areas:');
  const given = await world.run(['init', 'x.yaml', '-s', 'empty', '--unit', 'C'], { isTTY: true });
  expect([given.code, given.out.includes('?')]).toEqual([0, false]);
});

test('an answer that ends early writes nothing', async () => {
  const world = makeWorld();
  expect(await world.run(['init'], { isTTY: true, stdin: '1\n' })).toMatchObject({ code: 2 });
  expect(readdirSync(world.cwd)).toEqual([]);
});
