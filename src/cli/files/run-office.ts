import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io } from '../io/io.ts';
import { endGroup, temporaryFiles } from '../io/temporary-files.ts';

/** Milliseconds for LibreOffice to start, and for each document. Usually it takes a few seconds. */
const startLimit = 120_000;
const documentLimit = 10_000;

/** The path of LibreOffice's program; undefined if it is not installed. */
export function findOffice({ PATH, ProgramFiles }: Io['env']): string | undefined {
  const isWindows = process.platform === 'win32';
  const names = isWindows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [
    ...(PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/Applications/LibreOffice.app/Contents/MacOS',
    join(ProgramFiles ?? 'C:\\Program Files', 'LibreOffice', 'program'),
  ];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Converts files into the folder `out` of a work folder, with a profile without macros or network access: a document may
 * link to pictures anywhere, and LibreOffice would fetch them.
 *
 * @param filter the new ending, a colon, LibreOffice's name of the format
 * @returns false if it was stopped
 */
export async function runOffice(program: string, folder: string, sources: readonly string[], filter: string) {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  const options = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    ...['--headless', '--norestore', '--nolockcheck', '--convert-to', filter],
    ...['--outdir', join(folder, 'out'), ...sources],
  ];
  return (await runAlone(program, options, folder, startLimit + documentLimit * sources.length)) === 0;
}

/**
 * With namespaces, without network, and ended with this process even when that is killed; else only
 * the profile protects. @returns the exit code
 */
async function runAlone(program: string, options: readonly string[], folder: string, limit: number) {
  const isAlone = process.platform === 'linux' && (await canRun('setpriv', [...isolate, 'true']));
  const [command, args] = isAlone ? ['setpriv', [...isolate, program, ...options]] : [program, options];
  return new Promise<number | null>((resolve) => {
    // In its own process group: LibreOffice is a script that starts another program, and both have to end.
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: 'ignore' });
    const { pid } = child;
    if (pid !== undefined) temporaryFiles.noteGroup(pid, false);
    const timer = setTimeout(() => pid !== undefined && endGroup(pid), limit);
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (pid !== undefined) temporaryFiles.noteGroup(pid, true);
      resolve(code);
    });
  });
}

/** Runs the program that follows in isolation; both commands are from util-linux. */
const isolate = [
  ...['--pdeathsig', 'KILL', 'unshare', '--user', '--map-current-user', '--net'],
  ...['--pid', '--fork', '--kill-child=KILL'],
];

const canRun = (program: string, options: readonly string[]) =>
  new Promise<boolean>((resolve) => execFile(program, options, (error) => resolve(error === null)));

const item = (path: string, name: string, value: string | number) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** No macros, no update of links, and a proxy where nothing listens (port 9, “discard”). */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  item('Inet/Settings', 'ooInetProxyType', 2),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind) => [
    item('Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'),
    item('Inet/Settings', `ooInet${kind}ProxyPort`, 9),
  ]),
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', 3),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('Office.Writer/Content/Update', 'Link', 0),
].join('')}</oor:items>
`;
