import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseText } from '../src/source/parse-text.ts';
import { validateSource } from '../src/validate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readmes = [
  { file: 'README.md', language: 'en' },
  { file: 'README.vi.md', language: 'vi' },
] as const;

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const blocksAfter = (mark: string, text: string) =>
  [...text.matchAll(new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w+\\n(.*?)\`\`\``, 'gs'))].map(
    ([, block = '']) => block,
  );

const folder = mkdtempSync(join(tmpdir(), 'bieu2-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The blocks of a README that are files of its reader, by their names. */
const filesIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<!-- file: (\S+) -->\n```\w+\n(.*?)```/gs)].map(([, name = '', block = '']) => [
      name,
      block,
    ]),
  );

/** A folder with the examples, two Word forms of a unit, and one with a `bieu2` that is the built program. */
function prepare(language: string) {
  const cwd = join(folder, language);
  cpSync(join(root, 'examples'), join(cwd, 'examples'), { recursive: true });
  const words = { 'ban-to-chuc': 'hand-reference', 'van-phong': 'libreoffice-docx' };
  for (const [name, fixture] of Object.entries(words)) {
    cpSync(join(root, `test/fixtures/word/${fixture}.docx`), join(cwd, `word/${name}.docx`));
  }
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/bin.cjs')}" "$@"\n`;
  writeFileSync(join(bin, 'bieu2'), program, { mode: 0o755 });
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, BIEU2_LANG: language };
  const run = (script: string) =>
    execFileSync('sh', ['-c', `exec 2>&1\n${script}`], { cwd, env, encoding: 'utf8' });
  return { cwd, run };
}

/** The same, with the files that a reader is thought to have. */
function readersFolder(language: string) {
  const cwd = join(folder, `${language}-reader`);
  const example = (name: string) => join(root, 'examples', name);
  const files = {
    'bieu-so-2.yaml': example('bieu-so-2.yaml'),
    'form.json': example('bieu-so-2.json'),
    'forms/bieu-so-2.yaml': example('bieu-so-2.yaml'),
    'forms/don-vi.yaml': example('compact-unit.yaml'),
    'office.schema.json': example('office.schema.json'),
    'my-office.docx': join(root, 'templates/bieu-so-2.docx'),
    'mau-cua-co-quan.docx': join(root, 'templates/bieu-so-2.docx'),
  };
  for (const [name, source] of Object.entries(files)) cpSync(source, join(cwd, name));
  prepare(language);
  return {
    cwd,
    env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, BIEU2_LANG: language },
  };
}

/** Every call of bieu2 in the blocks that are not compared, those in workflows of CI included, each once. */
function commandsIn(text: string): string[] {
  const others = text.replace(/<!-- (?:run -->|generated: )[^\n]*\n.*?(?:^```$|<!-- \/generated -->)/gms, '');
  const blocks = [...others.matchAll(/^```(?:sh|yaml)\n(.*?)^```/gms)].map(([, block = '']) => block);
  const commands = blocks.flatMap((block) =>
    [...block.matchAll(/^(?:[ -]*run: +|[ ]*- )?(?:npx --yes )?(bieu2 .+)$/gm)].map(
      ([, command = '']) => command,
    ),
  );
  return [...new Set(commands)];
}

const cannotRun =
  process.platform === 'win32'
    ? 'the examples are for a POSIX shell'
    : existsSync(join(root, 'dist/bin.cjs'))
      ? undefined
      : 'there is no build: npm run build';

describe.each(readmes)('$file', ({ file, language }) => {
  const text = textOf(file);

  it('shows a form without errors', () => {
    const [form = ''] = blocksAfter('form', text);
    const { report } = validateSource(parseText(form, 'readme.yaml'), { language: 'en' });
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['unrated-task']);
  });

  it('shows what commands really print', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const { cwd, run } = prepare(language);
    for (const [name, content] of Object.entries(filesIn(text))) {
      // The configuration would hold for every example: it has a test of its own.
      if (name !== 'bieu2.config.yaml') writeFileSync(join(cwd, name), content);
    }
    const blocks = blocksAfter('run', text);
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) {
      const lines = block.split('\n');
      const script = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
      expect(run(`${script.join('\n')}\ntrue`)).toBe(
        lines.filter((line) => !line.startsWith('$ ')).join('\n'),
      );
    }
  });

  it('shows commands that can be run', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const { cwd, env } = readersFolder(language);
    const commands = commandsIn(text);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env, input: '', encoding: 'utf8' });
      // 0: done, 1: findings; 2 and 3 tell of a command that does not do what README says.
      expect([0, 1], `${command}: ${stderr}`).toContain(status);
    }
  });

  it('shows a configuration without a mistake', (context) => {
    context.skip(cannotRun !== undefined, cannotRun);
    const { cwd, env } = readersFolder(`${language}-configured`);
    const { 'bieu2.config.yaml': configuration = '' } = filesIn(text);
    writeFileSync(join(cwd, 'bieu2.config.yaml'), configuration);
    writeFileSync(join(cwd, 'old.json'), '{ "version": 1, "files": {} }');
    const { status, stdout } = spawnSync('sh', ['-c', 'bieu2 validate --format json'], {
      cwd,
      env: { ...env, BIEU2_LANG: '' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    // `files.include` was followed, and so was the option of a rule: group I needs levels.
    expect(JSON.parse(stdout).files.map(({ file }: { file: string }) => file)).toEqual([
      'forms/bieu-so-2.yaml',
      'forms/don-vi.yaml',
    ]);
    expect(stdout).toContain('(nhóm I) chưa có mức độ phức tạp');
  });

  it('shows YAML that can be read', () => {
    const blocks = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(parseDocument(block).errors, block).toEqual([]);
  });

  it('links to files that are there', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect(existsSync(join(root, target)), target).toBe(true);
    }
  });
});
