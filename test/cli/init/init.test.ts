import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { starters } from '../../../src/cli/init/command.ts';
import { makeWorld } from '../run-main.ts';

test('writes a form and its schema beside it, and says what comes next', async () => {
  const world = makeWorld();
  const { out } = await world.run(['init', 'forms/mine.yaml', '--unit', 'PHÒNG "A": MỘT']);
  expect(readdirSync(world.path('forms')).sort()).toEqual(['form.schema.json', 'mine.yaml']);
  expect(out).toContain('Wrote “forms/form.schema.json”');
  expect(out).toContain('bieu2 validate forms/mine.yaml');
  expect(out).toContain('bieu2 import <file.docx>');
  const form = readFileSync(world.path('forms/mine.yaml'), 'utf8');
  expect(form).toMatch(/^# yaml-language-server: \$schema=\.\/form\.schema\.json\n/);
  expect(form).toContain('\nunit: "PHÒNG \\"A\\": MỘT"\n');
  expect(readFileSync(world.path('forms/form.schema.json'), 'utf8')).toBe(
    readFileSync('schemas/form.schema.json', 'utf8'),
  );
});

test.each(starters)('the starter $id has no finding once it is filled in, and renders', async ({ id }) => {
  const world = makeWorld();
  await world.run(['init', '--starter', id]);
  const file = world.path('bieu-so-2.yaml');
  let count = 0;
  const filled = readFileSync(file, 'utf8')
    .replace(/"\[CẦN BỔ SUNG[^\]]*\]"/g, () => `Nội dung thứ ${++count}`)
    .replace(/complexity: #/g, 'complexity: 3 #');
  expect(count).toBeGreaterThan(0);
  writeFileSync(file, filled);
  expect(await world.run(['validate', 'bieu-so-2.yaml', '--strict'])).toMatchObject({ code: 0, out: '' });
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
