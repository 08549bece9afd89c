import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { browserCommand, opensByItself } from '../../../src/cli/preview/open-browser.ts';
import { startPreview } from '../../preview/start-preview.ts';
import { goodForm, makeWorld, type Settings } from '../run-main.ts';

const desktop = { DISPLAY: ':0' };

test.each<[boolean, string, NodeJS.Platform, boolean, Record<string, string>]>([
  [true, 'a terminal with X', 'linux', true, desktop],
  [true, 'a terminal with Wayland', 'linux', true, { WAYLAND_DISPLAY: 'wayland-0' }],
  [true, 'macOS', 'darwin', true, {}],
  [true, 'Windows', 'win32', true, {}],
  [false, 'a pipe', 'linux', false, desktop],
  [false, 'a terminal without a display', 'linux', true, {}],
  [false, 'CI', 'linux', true, { ...desktop, CI: 'true' }],
  [false, 'Azure Pipelines', 'win32', true, { TF_BUILD: 'True' }],
  [false, 'SSH', 'linux', true, { ...desktop, SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }],
  [false, 'SSH into a Mac', 'darwin', true, { SSH_TTY: '/dev/ttys000' }],
])('opens by itself: %s, %s', (opens, _, platform, isTTY, env) => {
  expect(opensByItself({ env, stdout: { write() {}, isTTY } }, platform)).toBe(opens);
});

test.each<[NodeJS.Platform, string, string[]]>([
  ['linux', 'xdg-open', ['http://127.0.0.1:1/a/']],
  ['darwin', 'open', ['http://127.0.0.1:1/a/']],
  ['win32', 'cmd.exe', ['/d', '/s', '/c', '"start "" "http://127.0.0.1:1/a/""']],
])('on %s the page is opened by %s', (platform, program, args) => {
  expect(browserCommand('http://127.0.0.1:1/a/', platform)).toEqual([program, args]);
});

const opener = `#!/bin/sh\nprintf %s "$1" > "$OPENED"\nexit $STATUS\n`;

test.skipIf(process.platform !== 'linux').each<[string, string[], Settings, boolean]>([
  ['at a terminal with a display', [], { isTTY: true, env: desktop }, true],
  ['without one', [], { isTTY: true }, false],
  ['into a pipe', [], { env: desktop }, false],
  ['with --no-open', ['--no-open'], { isTTY: true, env: desktop }, false],
  ['into a pipe with --open', ['--open'], {}, true],
])('bieu2 preview %s', async (_, args, settings, opens) => {
  const world = makeWorld({ 'a.yaml': goodForm, 'bin/xdg-open': opener });
  chmodSync(world.path('bin/xdg-open'), 0o755);
  const opened = world.path('opened');
  const env = { PATH: `${world.path('bin')}:/usr/bin:/bin`, OPENED: opened, STATUS: '0', ...settings.env };
  const { url, stop } = await startPreview(world, ['a.yaml', ...args], { ...settings, env });
  if (opens) await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(url);
  const { code, err } = await stop();
  expect(existsSync(opened)).toBe(opens);
  expect(code).toBe(0);
  expect(err).not.toContain('could not be opened');
});

test.skipIf(process.platform !== 'linux').each([
  ['there is no opener', 'other', '0'],
  ['the opener fails', 'xdg-open', '3'],
])('where %s, the preview goes on with a notice', async (_, name, status) => {
  const world = makeWorld({ 'a.yaml': goodForm, [`bin/${name}`]: opener.replaceAll('printf', 'true') });
  chmodSync(world.path(`bin/${name}`), 0o755);
  let err = '';
  const { stop } = await startPreview(world, ['a.yaml', '--open'], {
    env: { PATH: `${world.path('bin')}:/nowhere`, STATUS: status, OPENED: '/dev/null' },
    onError(text) {
      err += text;
    },
  });
  await expect.poll(() => err).toContain('The browser could not be opened. Open the address above.');
  expect((await stop()).code).toBe(0);
});
