/**
 * Tries every attack and every equality, and prints a table of what was tried and what held:
 *
 *   npm run attacks -- [--inputs 5000] [--fuzz FILE] [--tests FILE] [--write]
 *
 * With `--fuzz` and `--tests` the output of `npm run fuzz` and the JSON report of vitest are read instead; with `--write` the table goes into SECURITY.md, with the day.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { attacks } from './attack-list.ts';

const { values: flags } = parseArgs({
  options: {
    inputs: { type: 'string', default: '5000' },
    fuzz: { type: 'string' },
    tests: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

interface FileResults {
  readonly name: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

const { testResults }: { testResults: readonly FileResults[] } = JSON.parse(
  flags.tests === undefined ? runTests() : readFileSync(flags.tests, 'utf8'),
);
const resultsOf = new Map(
  testResults.map(({ name, assertionResults }) => [relative(process.cwd(), name), assertionResults]),
);

const tested = attacks.map(({ attack, tests }) => {
  const tried = tests.flatMap(([file, part = '']) =>
    (resultsOf.get(file) ?? []).filter(
      ({ fullName, status }) => fullName.includes(part) && ['passed', 'failed'].includes(status),
    ),
  );
  const held = tried.filter(({ status }) => status === 'passed').length;
  return { attack, by: namesOf(tests), tried: tried.length, held };
});

const fuzzed =
  flags.fuzz === undefined
    ? spawnSync('npx', ['tsx', 'test/fuzz/fuzz.ts', '--inputs', flags.inputs], { encoding: 'utf8' }).stdout
    : readFileSync(flags.fuzz, 'utf8');
const fuzzRows = [...fuzzed.matchAll(/^\| (.*) \| (\w+) \| (\d+) \| (\d+) \|$/gm)].map(
  ([, attack = '', kind, tried, held]) => ({
    attack,
    by: `\`npm run fuzz -- --only ${kind}\``,
    tried: Number(tried),
    held: Number(held),
  }),
);
const rows = [...tested, ...fuzzRows];
const table = [
  '| Attack, or what must hold | Tried by | Tried | Held |',
  '| --- | --- | --: | --: |',
  ...rows.map(({ attack, by, tried, held }) => `| ${attack} | ${by} | ${tried} | ${held} |`),
].join('\n');
process.stdout.write(`${table}\n`);
const failed = rows.filter(({ tried, held }) => tried === 0 || held < tried);
for (const { attack, tried } of failed)
  process.stderr.write(`${tried === 0 ? 'Not tried here' : 'DID NOT HOLD'}: ${attack}\n`);
if (flags.write) {
  const head = `On ${new Date().toISOString().slice(0, 10)}, by \`npm run attacks\`; files are those in \`test/\`:`;
  const page = readFileSync('SECURITY.md', 'utf8');
  const marked = /<!-- attacks -->.*<!-- \/attacks -->/s;
  writeFileSync(
    'SECURITY.md',
    page.replace(marked, () => `<!-- attacks -->\n\n${head}\n\n${table}\n\n<!-- /attacks -->`),
  );
}
process.exitCode = failed.some(({ tried }) => tried > 0) ? 1 : 0;

function namesOf(tests: (typeof attacks)[number]['tests']): string {
  return [...new Set(tests.map(([file]) => `\`${file.replace(/^test\//, '')}\``))].join(', ');
}

/** The JSON report of vitest. */
function runTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bieu2-attacks-'));
  const report = join(folder, 'report.json');
  const files = [...new Set(attacks.flatMap(({ tests }) => tests.map(([file]) => file)))];
  const args = ['vitest', 'run', ...files, '--reporter=json', `--outputFile=${report}`];
  spawnSync('npx', args, { stdio: 'inherit' });
  const text = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return text;
}
