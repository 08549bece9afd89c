import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { badForm, goodForm, makeWorld } from '../run-main.ts';
import { type GitWorld, makeGitWorld } from './git-world.ts';

const checked = async (world: GitWorld, args: readonly string[], settings = {}): Promise<string[]> => {
  const { out } = await world.run(['validate', '--format', 'json', ...args], settings);
  return JSON.parse(out).files.map(({ file }: { file: string }) => file);
};

describe('validate --changed', () => {
  it('says so and ends well when nothing was changed', async () => {
    const world = makeGitWorld({ 'a.yaml': badForm });
    expect(await world.run(['validate', '--changed'])).toMatchObject({
      code: 0,
      out: '',
      err: 'No form has changed since “main”.\n',
    });
    expect(await checked(world, ['--changed'])).toEqual([]);
  });

  it('checks what was committed, staged, not staged, renamed or is new; not what is gone, ignored or no form', async () => {
    const world = makeGitWorld({
      '.gitignore': 'ignored.yaml\n',
      ...Object.fromEntries(
        ['same', 'committed', 'staged', 'edited', 'renamed', 'deleted', 'reverted'].map((name) => [
          `${name}.yaml`,
          `${goodForm}# ${name}\n`,
        ]),
      ),
    });
    const edit = (name: string) => writeFileSync(world.path(name), badForm);
    world.git('switch', '--quiet', '--create', 'work');
    edit('committed.yaml');
    world.commit();
    edit('staged.yaml');
    world.git('add', 'staged.yaml');
    edit('edited.yaml');
    edit('new.yaml');
    edit('ignored.yaml');
    writeFileSync(world.path('compose.yaml'), 'services: {}\n');
    renameSync(world.path('renamed.yaml'), world.path('other-name.yaml'));
    rmSync(world.path('deleted.yaml'));
    edit('reverted.yaml');
    world.git('add', 'reverted.yaml');
    writeFileSync(world.path('reverted.yaml'), `${goodForm}# reverted\n`);
    expect(await checked(world, ['--changed'])).toEqual(
      // The index still has the other content of the last one: that is what would be committed.
      ['committed', 'edited', 'new', 'other-name', 'reverted', 'staged'].map((name) => `${name}.yaml`),
    );
    expect(await checked(world, ['--changed=HEAD'])).not.toContain('committed.yaml');
    expect((await world.run(['validate', '--changed'])).code).toBe(1);
  });

  it('checks all forms of a submodule, or of another repository inside, that differs', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm, 'sub/b.yaml': goodForm, 'sub/in/c.yaml': goodForm });
    const inSub = (...args: readonly string[]) => world.git('-C', 'sub', ...args);
    const commitSub = () => inSub('commit', '--quiet', '--allow-empty', '--message', 'Change');
    world.git('rm', '--cached', '-r', '--quiet', 'sub');
    world.git('commit', '--quiet', '--message', 'Change');
    inSub('init', '--quiet', '--initial-branch', 'main');
    inSub('add', '--all');
    commitSub();
    expect(await checked(world, ['--changed', 'HEAD'])).toEqual(['sub/b.yaml', 'sub/in/c.yaml']);
    world.commit();
    expect(await checked(world, ['--changed', 'HEAD'])).toEqual([]);
    commitSub();
    expect(await checked(world, ['--changed', 'HEAD'])).toEqual(['sub/b.yaml', 'sub/in/c.yaml']);
    world.commit();
    expect(await checked(world, ['--changed', 'HEAD~1'])).toEqual(['sub/b.yaml', 'sub/in/c.yaml']);
  });

  it('looks at what the branch did, not at what happened in the base since', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
    world.git('switch', '--quiet', '--create', 'work');
    writeFileSync(world.path('a.yaml'), badForm);
    world.commit();
    world.git('switch', '--quiet', 'main');
    writeFileSync(world.path('b.yaml'), badForm);
    world.commit();
    world.git('switch', '--quiet', 'work');
    expect(await checked(world, ['--changed', 'main'])).toEqual(['a.yaml']);
    expect(await checked(world, ['--changed'])).toEqual(['a.yaml']);
  });

  it('takes the base of a pull request from CI', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm });
    writeFileSync(world.path('a.yaml'), badForm);
    world.commit();
    const first = world.git('rev-parse', 'HEAD~1').trim();
    world.git('update-ref', 'refs/remotes/origin/release', first);
    expect(await checked(world, ['--changed'])).toEqual([]);
    expect(await checked(world, ['--changed'], { env: { GITHUB_BASE_REF: 'release' } })).toEqual(['a.yaml']);
    const gitlab = { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: first } };
    expect(await checked(world, ['--changed'], gitlab)).toEqual(['a.yaml']);
    const shallow = await world.run(['validate', '--changed'], { env: { GITHUB_BASE_REF: 'gone' } });
    expect(shallow).toMatchObject({ code: 2, out: '', err: expect.stringContaining('fetch-depth: 0') });
  });

  describe('without a revision', () => {
    const zeros = '0'.repeat(40);
    /** The last commit, on `branch`, has a form with an error; `origin` knows `develop` at the commit before. */
    function pushed(branch: string, event: object = {}) {
      const world = makeGitWorld({ 'a.yaml': goodForm });
      const first = world.git('rev-parse', 'HEAD').trim();
      world.git('branch', '--quiet', '--move', branch);
      writeFileSync(world.path('a.yaml'), badForm);
      world.git('add', 'a.yaml');
      world.git('commit', '--quiet', '--message', 'Change');
      world.git('update-ref', `refs/remotes/origin/${branch}`, 'HEAD');
      if (branch !== 'develop') world.git('update-ref', 'refs/remotes/origin/develop', first);
      const file = world.path('.git/event.json');
      writeFileSync(file, JSON.stringify({ repository: { default_branch: 'develop' }, ...event }));
      const github = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: file, GITHUB_REF_NAME: branch, CI: 'true' };
      const gitlab = { CI_DEFAULT_BRANCH: 'develop', CI_COMMIT_BRANCH: branch, CI: 'true' };
      return { ...world, first, github, gitlab };
    }

    it('compares a branch with the default one, whatever its name', async () => {
      const world = pushed('work', { before: zeros });
      for (const env of [world.github, { ...world.gitlab, CI_COMMIT_BEFORE_SHA: zeros }]) {
        expect(await checked(world, ['--changed'], { env })).toEqual(['a.yaml']);
      }
      world.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/develop');
      expect(await checked(world, ['--changed'])).toEqual(['a.yaml']);
    });

    it('compares a push to the default branch with the commit before it', async () => {
      const world = pushed('develop');
      const event = { repository: { default_branch: 'develop' }, before: world.first };
      writeFileSync(world.github.GITHUB_EVENT_PATH, JSON.stringify(event));
      for (const env of [world.github, { ...world.gitlab, CI_COMMIT_BEFORE_SHA: world.first }]) {
        expect(await checked(world, ['--changed'], { env })).toEqual(['a.yaml']);
      }
    });

    it('never compares what is checked with itself, where CI runs for the default branch', async () => {
      const gone = 'f'.repeat(40);
      for (const before of [zeros, gone, undefined]) {
        const world = pushed('develop', before === undefined ? {} : { before });
        for (const env of [
          world.github,
          { ...world.gitlab, ...(before !== undefined && { CI_COMMIT_BEFORE_SHA: before }) },
          { CI: 'true' },
        ]) {
          expect(await world.run(['validate', '--changed'], { env })).toMatchObject({
            code: 2,
            out: '',
            err: expect.stringMatching(/--changed=.*fetch-depth: 0|fetch-depth: 0.*--changed=/),
          });
        }
      }
    });

    it('never compares a tag, an older commit or the base of a pull request with what contains it', async () => {
      const world = pushed('develop');
      const tag = { ...world.github, GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' };
      const gitlabTag = { CI: 'true', CI_DEFAULT_BRANCH: 'develop', CI_COMMIT_TAG: 'v1' };
      const target = { ...world.github, GITHUB_BASE_REF: 'develop' };
      for (const commit of ['develop', 'develop~1']) {
        world.git('checkout', '--quiet', '--detach', commit);
        for (const env of [world.github, tag, gitlabTag, target]) {
          expect(await world.run(['validate', '--changed'], { env })).toMatchObject({ code: 2, out: '' });
        }
      }
    });

    it('knows CI that does not set CI', async () => {
      const world = makeGitWorld({ 'a.yaml': badForm });
      for (const name of ['TF_BUILD', 'JENKINS_URL', 'TEAMCITY_VERSION']) {
        expect(await world.run(['validate', '--changed'], { env: { [name]: 'x' } })).toMatchObject({
          code: 2,
        });
      }
    });

    it('compares with no other branch where the default one is known and was not fetched', async () => {
      const world = pushed('work');
      world.git('branch', 'main', 'HEAD');
      world.git('update-ref', '-d', 'refs/remotes/origin/develop');
      for (const env of [world.github, world.gitlab]) {
        expect(await world.run(['validate', '--changed'], { env })).toMatchObject({
          code: 2,
          err: expect.stringContaining('fetch-depth: 0'),
        });
      }
    });

    it('cannot run in a clone of depth 1 of the default branch, where it knows nothing before', async () => {
      const world = makeGitWorld({ 'a.yaml': badForm });
      world.git('clone', '--quiet', '--depth', '1', `file://${world.cwd}`, 'clone');
      const { code, err } = await world.run(['validate', '--changed'], { cwd: world.path('clone') });
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/--changed=.*fetch-depth: 0/) });
    });

    it('cannot run in a clone of depth 1 that has the branch alone', async () => {
      const world = pushed('work');
      world.git('clone', '--quiet', '--depth', '1', '--branch', 'work', `file://${world.cwd}`, 'clone');
      const env = { ...world.github, GIT_CEILING_DIRECTORIES: world.cwd };
      for (const one of [env, { ...env, GITHUB_ACTIONS: '', GITHUB_EVENT_PATH: '', CI: '' }]) {
        world.git('-C', 'clone', 'update-ref', '-d', 'refs/remotes/origin/HEAD');
        const { code, err } = await world.run(['validate', '--changed'], {
          env: one,
          cwd: world.path('clone'),
        });
        expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/--changed=.*fetch-depth: 0/) });
      }
    });

    it('cannot run in a repository that has no branch with a known name', async () => {
      const world = makeGitWorld({ 'a.yaml': badForm });
      world.git('branch', '--quiet', '--move', 'trunk');
      expect(await world.run(['validate', '--changed'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('--changed=origin/develop'),
      });
    });
  });

  it.skipIf(process.platform === 'win32')('understands every name', async () => {
    const names = ['biểu số 2.yaml', 'a "b".yaml', "it's.yaml", 'tab\there.yaml', '-x.yaml', 'o\u0309.yaml'];
    const world = makeGitWorld({ 'a.yaml': goodForm });
    for (const name of names) writeFileSync(world.path(name), goodForm);
    expect((await checked(world, ['--changed'])).sort()).toEqual([...names].sort());
    world.commit();
    expect((await checked(world, ['--changed=HEAD~1'])).sort()).toEqual([...names].sort());
  });

  it('starts from the current folder, and lets names limit what is checked', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm, 'in/b.yaml': goodForm, 'in/deep/c.yaml': goodForm });
    for (const name of ['a.yaml', 'in/b.yaml']) writeFileSync(world.path(name), badForm);
    writeFileSync(world.path('in/new.yaml'), goodForm);
    const cwd = world.path('in');
    expect(await checked(world, ['--changed'], { cwd })).toEqual(['b.yaml', 'new.yaml']);
    expect(await checked(world, ['.', '../a.yaml', '--changed'], { cwd })).toEqual([
      'b.yaml',
      'new.yaml',
      '../a.yaml',
    ]);
    expect(await checked(world, ['in/deep', 'a.yaml', '--changed'])).toEqual(['a.yaml']);
    expect(await checked(world, ['in/**/*.yaml', '--changed'])).toEqual(['in/b.yaml', 'in/new.yaml']);
  });

  it('takes every form before the first commit', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
    const { git, run } = makeGitWorld({ 'x.yaml': goodForm });
    git('init', '--quiet', world.cwd);
    const { out } = await run(['validate', '--changed', '--format', 'json'], { cwd: world.cwd });
    expect(JSON.parse(out).summary.files).toBe(2);
  });

  it.each([
    [['--changed=nothing'], 'no revision “nothing”'],
    [['--changed', 'a.yaml'], 'name them first: bieu2 validate bieu-so-2.yaml --changed'],
    [['--changed=--output=x'], 'no revision “--output=x”'],
    [['nothing.yaml', '--changed'], '“nothing.yaml”'],
  ])('cannot run with %j', async (args, words) => {
    const world = makeGitWorld({ 'a.yaml': goodForm });
    expect(await world.run(['validate', ...args])).toMatchObject({
      code: 2,
      err: expect.stringContaining(words),
    });
  });

  it.skipIf(process.platform === 'win32')('runs no program of the repository', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm, '.gitattributes': '*.yaml filter=own diff=own\n' });
    const hook = 'touch ran; cat';
    for (const key of [
      'core.fsmonitor',
      'filter.own.clean',
      'filter.own.smudge',
      'filter.own.process',
      'diff.external',
      'diff.own.textconv',
      'diff.own.command',
      'core.pager',
    ]) {
      world.git('config', key, `sh -c '${hook}'`);
    }
    world.git('config', 'filter.own.required', 'true');
    writeFileSync(world.path('a.yaml'), badForm);
    rmSync(world.path('ran'), { force: true });
    expect(await checked(world, ['--changed=HEAD'])).toEqual(['a.yaml']);
    await world.run(['diff', 'HEAD:a.yaml', 'a.yaml']);
    expect(existsSync(world.path('ran'))).toBe(false);
  });

  it('says what is missing without a repository or without git', async () => {
    const world = makeGitWorld({ 'a.yaml': goodForm });
    const outside = makeWorld({ 'a.yaml': goodForm });
    const ceiling = { env: { GIT_CEILING_DIRECTORIES: outside.path('..') } };
    expect(await world.run(['validate', '--changed'], { cwd: outside.cwd, ...ceiling })).toMatchObject({
      code: 2,
      err: expect.stringContaining('not in a git repository'),
    });
    mkdirSync(world.path('empty'));
    expect(await world.run(['validate', '--changed'], { env: { PATH: world.path('empty') } })).toMatchObject({
      code: 2,
      err: expect.stringContaining('git is needed'),
    });
  });
});
