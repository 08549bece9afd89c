// Runs the built tests on every release line of Node.js that bieu2 promises to run on: `npm run test:nodes`.
// The npm package `node` carries the binaries. A version that cannot be had here is said to be left out.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24'];
const shell = process.platform === 'win32';

const run = (version, command, stdio) =>
  spawnSync('npx', ['-y', '-p', `node@${version}`, '--', ...command], { stdio, shell, encoding: 'utf8' });

const results = versions.map((version) => {
  const { stdout, status } = run(version, ['node', '--version'], ['ignore', 'pipe', 'ignore']);
  if (status !== 0) return { version, result: 'left out: it cannot be installed here' };
  const actual = stdout.trim();
  console.log(`\n── Node.js ${actual}`);
  const tests = run(version, ['node', 'node_modules/vitest/vitest.mjs', 'run'], 'inherit');
  return { version: actual, result: tests.status === 0 ? 'passed' : 'failed' };
});

console.log();
for (const { version, result } of results) console.log(`Node.js ${version}: ${result}`);
process.exitCode = results.some(({ result }) => result === 'failed') ? 1 : 0;
