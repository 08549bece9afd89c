import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import process from 'node:process';
import { makeWorld, type Settings, type World } from '../run-main.ts';

/** The environment of git, whatever the machine and its user have set. */
export const gitEnv = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

export interface GitWorld extends World {
  git(...args: readonly string[]): string;
  /** Commits everything. */
  commit(): void;
}

/** A repository on the branch `main` with its first commit, in a temporary folder; bieu2 runs with git at hand. */
export function makeGitWorld(files: Readonly<Record<string, string>>): GitWorld {
  const world = makeWorld(files);
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: world.cwd, env: gitEnv, encoding: 'utf8', stdio: 'pipe' });
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
  const run = (args: readonly string[], settings: Settings = {}) =>
    world.run(args, { ...settings, env: { ...gitEnv, ...settings.env } });
  return { ...world, git, commit, run };
}
