import { spawn } from 'node:child_process';
import type { Io } from '../io/io.ts';

/** Whether the page opens by default: at a terminal with a display, but not in CI or over SSH. */
export function opensByItself(
  { env, stdout }: Pick<Io, 'env' | 'stdout'>,
  platform: NodeJS.Platform = process.platform,
): boolean {
  const isElsewhere = ['CI', 'TF_BUILD', 'SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some((name) => env[name]);
  if (stdout.isTTY !== true || isElsewhere) return false;
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The command that opens a page. @param url without quotes */
export function browserCommand(url: string, platform: NodeJS.Platform): [program: string, args: string[]] {
  // `start` is a shell command whose first quoted argument is a title.
  if (platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', `"start "" "${url}""`]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [url]];
}

/** Opens a page in the browser, which outlives bieu2. @param fail called if that fails */
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
