import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pdfState } from '../../../src/pdf/pdf-state.ts';
import { pdfEngineIsMissing } from '../../pdf/pdf-engine.ts';
import { eventually } from '../eventually.ts';
import { goodForm, makeWorld } from '../run-main.ts';

const bin = fileURLToPath(new URL('../../../dist/bin.cjs', import.meta.url));
const because = pdfEngineIsMissing ? ` (skipped: ${pdfEngineIsMissing})` : '';
const env = { ...process.env, BIEU2_LANG: 'en' };

/** The built program in a world of one form; `out` is what it has said so far. */
function start(...args: string[]) {
  const world = makeWorld({ 'a.yaml': goodForm });
  const child: ChildProcess = spawn(process.execPath, [bin, ...args], { cwd: world.cwd, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (out += chunk));
  const ended = new Promise<unknown>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return { world, child, ended, out: () => out };
}

test.skipIf(pdfEngineIsMissing)(`the built program finds its engine for PDF${because}`, () => {
  const world = makeWorld({ 'a.yaml': goodForm });
  const { status, stderr } = spawnSync(process.execPath, [bin, 'render', 'a.yaml', '--to', 'pdf'], {
    cwd: world.cwd,
    env,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(pdfState(readFileSync(world.path('a.pdf')))).toBe('unedited');
});

// On Windows a program cannot be sent Ctrl-C from outside.
describe.skipIf(process.platform === 'win32')('Ctrl-C ends cleanly', () => {
  test('render --watch, after it has rendered', async () => {
    const { world, child, ended, out } = start('render', 'a.yaml', '--to', 'html', '--watch');
    await eventually(() => out().includes('Watching'), 'it watches');
    writeFileSync(world.path('a.yaml'), goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG MỚI'));
    const html = () => (existsSync(world.path('a.html')) ? readFileSync(world.path('a.html'), 'utf8') : '');
    await eventually(() => html().includes('PHÒNG MỚI'), 'it renders again');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('preview, with a page that listens', async () => {
    const { child, ended, out } = start('preview', 'a.yaml');
    await eventually(() => /http:\S+\n/.test(out()), 'it tells its address');
    const [url = ''] = /http:\S+/.exec(out()) ?? [];
    const events = await fetch(`${url}events`);
    expect(events.status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await events.body?.cancel().catch(() => {});
  });
});
