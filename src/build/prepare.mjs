// Builds the program in a checkout that is being installed. npm installs a repository globally (as pre-commit has it
// do) without what builds it: its own “global” reaches the installation of the checkout, too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/rolldown'))
  npm('ci', '--no-global', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'build');
