import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { badForm, goodForm, makeWorld, type World } from '../run-main.ts';

/** Writes as most editors do: a new file that takes the place of the old one. */
function replace(path: string, content: string) {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

describe('render --watch', () => {
  const started = (world: World, args: readonly string[]) => {
    let stop = () => {};
    const until = new Promise<void>((resolve) => {
      stop = resolve;
    });
    onTestFinished(() => stop());
    let said = '';
    const listen = (text: string) => {
      said += text;
    };
    const run = world.run(['render', '--to', 'html', '--watch', ...args], {
      until,
      onOutput: listen,
      onError: listen,
    });
    const html = (name: string) =>
      existsSync(world.path(name)) ? readFileSync(world.path(name), 'utf8') : '';
    return { run, html, said: () => said, stop: () => stop() };
  };

  test('renders what is saved, keeps what was rendered of a form that is faulty now, ends clean', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
    const { run, html, said, stop } = started(world, ['a.yaml', 'b.yaml']);
    await eventually(() => said().includes('Watching'), 'both are rendered');
    replace(world.path('a.yaml'), goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG MỚI'));
    await eventually(() => html('a.html').includes('PHÒNG MỚI'), 'the new name');
    const last = html('a.html');
    replace(world.path('a.yaml'), badForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG LỖI'));
    await eventually(() => said().includes('not written'), 'the error');
    expect(html('a.html')).toBe(last);
    rmSync(world.path('a.yaml'));
    await eventually(() => said().includes('no such file'), 'the form is gone');
    replace(world.path('a.yaml'), goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG CUỐI'));
    await eventually(() => html('a.html').includes('PHÒNG CUỐI'), 'the last name');
    stop();
    const { code, out, err } = await run;
    expect(code).toBe(0);
    expect(out.match(/^Wrote.*/gm)).toEqual([
      'Wrote “a.html”',
      'Wrote “b.html”',
      'Wrote “a.html”',
      'Wrote “a.html”',
    ]);
    expect(out).toMatch(/^a\.yaml:.* error task-complexity /m);
    expect(err).toMatch(/^Watching.*Ctrl-C/m);
    expect(err.match(/no such file/g)).toHaveLength(1);
  });

  test('a look of the office’s own is watched, too', async () => {
    const look = (dots: string) =>
      `look: rieng\nversion: 1\nbase: bieu-so-2\nwording: { title: "${dots}" }\n`;
    const world = makeWorld({ 'a.yaml': goodForm, 'rieng.yaml': look('TÊN MỘT') });
    const { html, stop, run } = started(world, ['a.yaml', '--template', 'rieng.yaml']);
    await eventually(() => html('a.html').includes('TÊN MỘT'), 'the look');
    replace(world.path('rieng.yaml'), look('TÊN HAI'));
    await eventually(() => html('a.html').includes('TÊN HAI'), 'the new look');
    stop();
    expect((await run).code).toBe(0);
  });

  test('follows the configuration: one that appears, one that has a fault, one that is mended', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const { html, said, stop, run } = started(world, ['a.yaml']);
    const pageOf = (name: string) => html('a.html').includes(`size: ${name === 'ngang' ? 297 : 210}mm`);
    await eventually(() => pageOf('bieu-so-2'), 'the upright page');
    replace(world.path('bieu2.config.yaml'), 'template: ngang\n');
    await eventually(() => pageOf('ngang'), 'the wide page');
    replace(world.path('bieu2.config.yaml'), 'templat: bieu-so-2\n');
    await eventually(() => said().includes('has errors'), 'the fault of the configuration');
    replace(world.path('bieu2.config.yaml'), 'template: bieu-so-2\n');
    await eventually(() => pageOf('bieu-so-2'), 'the upright page again');
    stop();
    const { code, err } = await run;
    expect(code).toBe(0);
    expect(err).toMatch(/bieu2\.config\.yaml.*has errors/);
  });

  test.each([[['forms']], [['forms/**/*.yaml']]])('finds forms in new folders: %j', async (args) => {
    const world = makeWorld({ 'forms/a.yaml': goodForm });
    const { html, stop, run } = started(world, args);
    await eventually(() => html('forms/a.html') !== '', 'the first form');
    mkdirSync(world.path('forms/mot/hai'), { recursive: true });
    await setTimeout(300);
    writeFileSync(world.path('forms/mot/hai/b.yaml'), goodForm);
    await eventually(() => html('forms/mot/hai/b.html') !== '', 'the new form');
    stop();
    expect((await run).code).toBe(0);
  });

  test.each([
    [['khong-co.yaml'], 0],
    [['-'], 2],
    [['a.yaml', '-o', '-'], 2],
    [['a.yaml', '--template', 'khong-co'], 2],
  ])('%j ends with %i', async (args, code) => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const run = world.run(['render', '--watch', ...args], { until: Promise.resolve() });
    expect((await run).code).toBe(code);
  });
});
