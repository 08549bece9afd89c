import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeGitWorld } from './cli/files/git-world.ts';
import { badForm, goodForm, makeWorld, type World, warnedForm } from './cli/run-main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const cannotRun =
  process.platform === 'win32' || spawnSync('bash', ['-c', 'true']).status !== 0
    ? 'the scripts are for bash'
    : existsSync(join(root, 'dist/bin.cjs'))
      ? undefined
      : 'there is no build: npm run build';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

it.each(['action.yml', '.github/workflows/ci.yml', '.github/workflows/release.yml'])(
  '%s pins actions by the hash of a commit',
  (file) => {
    const uses = [...textOf(file).matchAll(/\buses: (.*)$/gm)].map(([, name = '']) => name);
    expect(uses.filter((name) => !/^(?:\.\/|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(name))).toEqual([]);
    expect(uses.length).toBeGreaterThan(1);
  },
);

describe('action.yml', () => {
  const action = parse(textOf('action.yml'));
  const steps: readonly Step[] = action.runs.steps;
  const inputs: Readonly<Record<string, { default: string }>> = action.inputs;

  it('declares every input that it uses, uses every one that it declares, and runs none as a script', () => {
    const used = [...textOf('action.yml').matchAll(/\binputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
    const scripts = steps.filter(({ run }) => run !== undefined);
    expect(scripts.map(({ shell }) => shell)).toEqual(scripts.map(() => 'bash'));
    for (const { run } of scripts) expect(run).not.toContain('${{');
  });

  /** Runs a step's script as the runner does, with the inputs in its variables. */
  function runStep(name: string, given: Readonly<Record<string, string>>, world: World) {
    const step = steps.find((candidate) => candidate.name === name);
    const variables = Object.entries(step?.env ?? {}).map(([variable, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? '';
      return [variable, given[input] ?? inputs[input]?.default ?? ''];
    });
    mkdirSync(world.path('temp'), { recursive: true });
    const env = {
      PATH: `${join(process.execPath, '..')}${delimiter}${process.env.PATH}`,
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: world.path('temp/summary.md'),
      RUNNER_TEMP: world.path('temp'),
      XDG_CACHE_HOME: world.path('temp'),
      ...Object.fromEntries(variables),
    };
    const options = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'];
    const { status, stdout, stderr } = spawnSync('bash', options, { cwd: world.cwd, env, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  it('annotates, sums up and writes SARIF', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const world = makeWorld({ 'biểu mẫu/a b.yaml': badForm, 'c.yaml': goodForm });
    const files = 'biểu mẫu/a b.yaml\nc.yaml\n';
    const { status, stdout } = runStep('Validate', { files, sarif: 'out.sarif', lang: 'en' }, world);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::error file=biểu mẫu\/a b\.yaml,line=12,.*title=task-complexity::task 2\.1 .*\n$/,
    );
    expect(readFileSync(world.path('temp/summary.md'), 'utf8')).toContain(
      'Checked 2 forms, 1 with errors: 1 error',
    );
    expect(JSON.parse(readFileSync(world.path('out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  it('checks the folder by default, takes warnings for errors when asked to, hands arguments on', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const world = makeWorld({ 'a.yaml': warnedForm });
    expect(runStep('Validate', {}, world)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^::warning/),
    });
    expect(runStep('Validate', { strict: 'true' }, world).status).toBe(1);
    expect(runStep('Validate', { args: '--max-warnings=0\n' }, world).status).toBe(1);
    expect(runStep('Validate', { args: '--rule\nunrated-task=off' }, world)).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  it('runs nothing that an input says', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const world = makeWorld({ 'a.yaml': goodForm });
    const evil = '$(touch done) `touch done` "; touch done; "';
    expect(
      runStep('Validate', { files: evil, sarif: evil.replaceAll('/', ''), args: '' }, world).status,
    ).toBe(2);
    expect(runStep('Validate', { files: '--version' }, world).status).toBe(2);
    expect(existsSync(world.path('done'))).toBe(false);
  });

  it('renders', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const world = makeWorld({ 'forms/a.yaml': goodForm });
    expect(runStep('Render', { render: 'docx,html', files: 'forms' }, world).status).toBe(0);
    expect(['a.docx', 'a.html'].map((name) => existsSync(world.path(`temp/bieu2/${name}`)))).toEqual([
      true,
      true,
    ]);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks: readonly { id: string; entry: string; language: string; files: string }[] = parse(
    textOf('.pre-commit-hooks.yaml'),
  );

  /** As Python reads the pattern, which has `(?i)` for what is a flag here. */
  const isMeant = (pattern: string, name: string) =>
    new RegExp(pattern.replace('(?i)', ''), pattern.startsWith('(?i)') ? 'i' : '').test(name);

  it('are called for names in capitals, too', () => {
    const [validate = '', fix = ''] = hooks.map(({ files }) => files);
    const names = ['a.yaml', 'A.YAML', 'a.Yml', 'a.JSON', 'BIỂU.DOCX', 'yaml', 'a.yaml.txt'];
    expect(names.filter((name) => isMeant(validate, name))).toEqual(names.slice(0, 5));
    expect(names.filter((name) => isMeant(fix, name))).toEqual(names.slice(0, 4));
  });

  /** What pre-commit does with the files that are to be committed. */
  function runHook(id: string, names: readonly string[], world: World) {
    const hook = hooks.find((candidate) => candidate.id === id);
    const [program, ...args] = hook?.entry.split(' ') ?? [];
    expect(program).toBe('bieu2');
    const wanted = names.filter((name) => isMeant(hook?.files ?? '', name));
    return world.run([...args, ...wanted]);
  }

  it('checks the forms among the files, and no others', async () => {
    const world = makeGitWorld({
      'good.yaml': goodForm,
      'compose.yaml': 'services: {}\n',
      'package.json': '{}\n',
      'notes.md': '# Notes\n',
    });
    const staged = () => world.git('diff', '--cached', '--name-only', 'HEAD~1').trim().split('\n');
    writeFileSync(world.path('bad.yaml'), badForm);
    writeFileSync(world.path('compose.yaml'), 'services: {a: {}}\n');
    world.commit();
    expect(staged()).toEqual(['bad.yaml', 'compose.yaml']);
    expect(await runHook('bieu2-validate', staged(), world)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^bad\.yaml:12:\d+: error task-complexity [^\n]*\n$/),
    });
    const others = ['compose.yaml', 'package.json', 'notes.md'];
    expect(await runHook('bieu2-validate', others, world)).toMatchObject({ code: 0, out: '', err: '' });
    expect(await runHook('bieu2-validate', ['good.yaml', ...others], world)).toMatchObject({ code: 0 });
  });

  it('mends', async () => {
    const world = makeWorld({ 'a.yaml': goodForm.replace('complexity: 4', 'complexity: "4"') });
    expect(await runHook('bieu2-fix', ['a.yaml'], world)).toMatchObject({ code: 0 });
    expect(readFileSync(world.path('a.yaml'), 'utf8')).toBe(goodForm);
  });

  it('installs the program that it runs', () => {
    const { bin, scripts } = JSON.parse(textOf('package.json'));
    expect(hooks.map(({ language }) => language)).toEqual(hooks.map(() => 'node'));
    expect([bin.bieu2, scripts.prepare]).toEqual(['dist/bin.cjs', 'node src/build/prepare.mjs']);
  });
});

it('CI tests the platforms and versions of Node.js that are promised', () => {
  const { jobs } = parse(textOf('.github/workflows/ci.yml'));
  const { os, node } = jobs.test.strategy.matrix;
  expect(os.map((name: string) => name.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos']);
  const { engines } = JSON.parse(textOf('package.json'));
  expect(engines.node).toBe(`>=${node[0]}`);
  expect(jobs.all.steps.at(-1)).toEqual({ run: '.ci/run' });
  expect(existsSync(join(root, '.ci/run'))).toBe(true);
});

describe('release.yml', () => {
  const { on, permissions, jobs } = parse(textOf('.github/workflows/release.yml'));

  it('publishes on a tag only, once all tests have passed, each job with the permissions that it needs', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } });
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.tests).toEqual({ uses: './.github/workflows/ci.yml' });
    expect(jobs.npm).toMatchObject({
      needs: 'tests',
      permissions: { contents: 'read', 'id-token': 'write' },
    });
    expect(jobs.archives).toMatchObject({ needs: 'npm', permissions: { contents: 'write' } });
  });

  it('is the one place that publishes', () => {
    for (const file of ['.github/workflows/ci.yml', '.ci/run', 'action.yml']) {
      expect(textOf(file)).not.toMatch(/npm publish|gh release|NPM_TOKEN/);
    }
    // Without a provenance npm refuses, and only CI has one.
    expect(JSON.parse(textOf('package.json')).publishConfig).toEqual({ access: 'public', provenance: true });
  });

  it.skipIf(cannotRun)('refuses a tag of another version, and takes the notes from the changelog', () => {
    const { version } = JSON.parse(textOf('package.json'));
    const steps: readonly Step[] = [...jobs.npm.steps, ...jobs.archives.steps];
    const world = makeWorld({ 'bin/gh': '#!/bin/sh\necho "$@" > "$RUNNER_TEMP/gh"\n' });
    chmodSync(world.path('bin/gh'), 0o755);
    const PATH = [world.path('bin'), join(process.execPath, '..'), process.env.PATH].join(delimiter);
    const run = (name: string, GITHUB_REF_NAME: string) => {
      const script = steps.find((step) => step.name?.startsWith(name))?.run ?? 'exit 9';
      const env = { PATH, GITHUB_REF_NAME, RUNNER_TEMP: world.cwd };
      return spawnSync('bash', ['-e', '-c', script], { cwd: root, env }).status;
    };
    expect(run('The tag', `v${version}`)).toBe(0);
    expect(run('The tag', `v${version}-rc`)).toBe(1);
    expect(run('The release', 'v9')).toBe(0);
    expect(readFileSync(world.path('gh'), 'utf8')).toMatch(
      /^release create v9 portable\/\S+ .*SHA256SUMS\.txt /,
    );
    const sections = readFileSync(world.path('notes.md'), 'utf8').match(/^## .*/gm);
    expect(sections).toEqual(
      textOf('CHANGELOG.md')
        .match(/^## .*/gm)
        ?.slice(0, 1),
    );
  });
});
