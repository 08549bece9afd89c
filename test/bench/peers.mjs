// The other programs that bieu2 is measured beside: no part of it, and installed below `peers/` when first needed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { python } from './measure.mjs';

const folder = fileURLToPath(new URL('peers/', import.meta.url));
const installed = `${folder}node_modules/`;
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

export const ajvCli = () => `${installed}ajv-cli/dist/index.js`;
export const spectral = () => `${installed}@stoplight/spectral-cli/dist/index.js`;
export const docxtemplaterWriter = `${folder}write-docxtemplater.mjs`;

const isMissing = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0;

/** Gives the same answer each time, and looks for it once. */
const once = (look) => {
  let answer;
  return () => (answer ??= look());
};

export const pythonDocxIsMissing = once(() => isMissing(python, ['-c', 'import docx']));
export const pandocIsMissing = once(() => isMissing('pandoc', ['--version']));

/** Whether they cannot be had: without a network. Says what it does, since installing takes a while. */
export const peersAreMissing = once(() => {
  const wanted = Object.entries(readJson(`${folder}package.json`).dependencies);
  const isInstalled = ([name, version]) => {
    const file = `${installed}${name}/package.json`;
    return existsSync(file) && readJson(file).version === version;
  };
  if (wanted.every(isInstalled)) return false;
  const names = wanted.map(([name, version]) => `${name} ${version}`).join(', ');
  console.log(`\nInstalling what bieu2 is measured beside into test/bench/peers/node_modules: ${names} …`);
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return false;
  console.log(
    `${stderr ?? ''}This failed, so their rows are left out. By hand: npm ci --prefix test/bench/peers`,
  );
  return true;
});
