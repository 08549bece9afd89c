import { spawn } from 'node:child_process';
import type { Io } from '../io/io.ts';

/** Whether a page opens unasked: at a terminal with a display, and neither in CI nor over SSH. */
export function opensByItself(
  { env, stdout }: Pick<Io, 'env' | 'stdout'>,
  platform: NodeJS.Platform = process.platform,
): boolean {
  const isElsewhere = ['CI', 'TF_BUILD', 'SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some((name) => env[name]);
  if (stdout.isTTY !== true || isElsewhere) return false;
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** What opens a page, and its arguments. @param url without quotes */
export function browserCommand(url: string, platform: NodeJS.Platform): [program: string, args: string[]] {
  // `start` belongs to the shell, and takes the first quoted word for a title.
  if (platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', `"start "" "${url}""`]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [url]];
}

/** Opens a page in the browser, which outlives bieu2. @param fail is called where that does not work */
export function openBrowser(url: string, env: Io['env'], fail: () => void): void {
  const [program, args] = browserCommand(url, process.platform);
  const isWindows = process.platform === 'win32';
  const child = spawn(program, args, {
    env: { ...env },
    stdio: 'ignore',
    detached: !isWindows,
    windowsHide: true,
    windowsVerbatimArguments: true,
  });
  child.on('error', fail);
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) fail();
  });
  child.unref();
}
