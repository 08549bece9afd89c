import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { documentsIn } from '../src/build/documents/documents.ts';
import { formSchema } from '../src/build/schemas.ts';
import { parseText } from '../src/source/parse-text.ts';
import { validateSource } from '../src/validate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = (['en', 'vi'] as const).flatMap((language) =>
  documentsIn(language).map((file) => ({ file, language, text: textOf(file) })),
);
const documentsWith = (pattern: RegExp) => documents.filter(({ text }) => pattern.test(text));

const folder = mkdtempSync(join(tmpdir(), 'bieu2-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cannotRun =
  process.platform === 'win32'
    ? 'the examples are for a POSIX shell'
    : existsSync(join(root, 'dist/bin.cjs'))
      ? undefined
      : 'there is no build: npm run build';

/** The environment of a reader: `bieu2` is the built program. */
function environment(language: string) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/bin.cjs')}" "$@"\n`;
  writeFileSync(join(bin, 'bieu2'), program, { mode: 0o755 });
  return { PATH: `${bin}${delimiter}${process.env.PATH}`, BIEU2_LANG: language };
}

/** A new folder with the examples, and two Word forms. */
function folderWithWordForms(): string {
  const cwd = mkdtempSync(join(folder, 'run-'));
  cpSync(join(root, 'examples'), join(cwd, 'examples'), { recursive: true });
  const words = { 'ban-to-chuc': 'hand-reference', 'van-phong': 'libreoffice-docx' };
  for (const [name, fixture] of Object.entries(words)) {
    cpSync(join(root, `test/fixtures/word/${fixture}.docx`), join(cwd, `word/${name}.docx`));
  }
  return cwd;
}

/** A new repository with the files that the commands of the documents name. */
function folderOfReader(): string {
  const cwd = mkdtempSync(join(folder, 'reader-'));
  const files = {
    'bieu-so-2.yaml': 'examples/bieu-so-2.yaml',
    'form.json': 'examples/bieu-so-2.json',
    'forms/bieu-so-2.yaml': 'examples/bieu-so-2.yaml',
    'forms/don-vi.yaml': 'examples/compact-unit.yaml',
    'office.schema.json': 'examples/office.schema.json',
    'my-office.docx': 'templates/bieu-so-2.docx',
    'mau-cua-co-quan.docx': 'templates/bieu-so-2.docx',
  };
  for (const [name, source] of Object.entries(files)) cpSync(join(root, source), join(cwd, name));
  const git = (...args: string[]) => execFileSync('git', args, { cwd, stdio: 'ignore' });
  git('init', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-m', 'Forms');
  return cwd;
}

/**
 * The text of a document with what its console examples really print. They run one after the other in one folder, with
 * the files after `<!-- file: name -->`; a command in `<!-- setup: … -->` runs unseen.
 */
function withRealOutput(text: string, language: string): string {
  const cwd = folderWithWordForms();
  const env = environment(language);
  const parts =
    /<!-- (?:setup: (?<setup>[^\n]+)|file: (?<name>\S+)|run) -->(?:\n```\w+\n(?<block>.*?)```)?/gs;
  return text.replace(parts, (whole, ...match) => {
    const { setup, name, block = '' } = match.at(-1);
    if (setup !== undefined) execFileSync('sh', ['-c', setup], { cwd, env });
    // The configuration would hold for every example: it has a test of its own.
    else if (name !== undefined && name !== 'bieu2.config.yaml') writeFileSync(join(cwd, name), block);
    else if (name === undefined) return `<!-- run -->\n\`\`\`console\n${outputOf(block, cwd, env)}\`\`\``;
    return whole;
  });
}

/** A console example with what its commands print; `$?` is the exit code of the command before. */
function outputOf(block: string, cwd: string, env: NodeJS.ProcessEnv): string {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  const script = commands.map((line) => `${line.slice(2)}\nstatus=$?; printf '\\001'; (exit $status)`);
  const printed = execFileSync('sh', ['-c', `exec 2>&1\n${script.join('\n')}\ntrue`], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const outputs = printed.split('\u0001');
  return commands.map((line, index) => `${line}\n${outputs[index]}`).join('');
}

/** Every call of bieu2 in the blocks that are not compared, those in workflows of CI included, each once. */
function commandsIn(text: string): string[] {
  const others = text.replace(/<!-- (?:run -->|generated: )[^\n]*\n.*?(?:^```$|<!-- \/generated -->)/gms, '');
  const blocks = [...others.matchAll(/^```(?:sh|yaml)\n(.*?)^```/gms)].map(([, block = '']) => block);
  const commands = blocks.flatMap((block) =>
    [...block.matchAll(/^(?:[ -]*run: +|[ ]*- )?(?:npx --yes )?bieu2(?:@\S+)?( .+)$/gm)].map(
      ([, words]) => `bieu2${words}`,
    ),
  );
  return [...new Set(commands)];
}

describe('the console examples', () => {
  // With `-u` the documents are written with what the commands print now; git shows the difference.
  it.each(documentsWith(/<!-- run -->/))('$file shows what its commands print', async (document) => {
    const { file, language, text } = document;
    expect(text.match(/<!-- run -->/g)).toHaveLength(text.match(/^```console$/gm)?.length ?? 0);
    if (cannotRun === undefined)
      await expect(withRealOutput(text, language)).toMatchFileSnapshot(join(root, file));
  });
});

describe('the other commands', () => {
  const withCommands = documents.filter(({ text }) => commandsIn(text).length > 0);

  it('are found', () => expect(withCommands.length).toBeGreaterThan(5));

  it.each(withCommands)('of $file run', ({ language, text }) => {
    if (cannotRun !== undefined) return;
    const options = {
      cwd: folderOfReader(),
      env: environment(language),
      input: '',
      encoding: 'utf8',
    } as const;
    for (const command of commandsIn(text)) {
      const { status, stderr } = spawnSync('sh', ['-c', command], options);
      // 0: done, 1: findings; 2 and 3 mean that the command does not do what the document says.
      expect([0, 1], `${command}: ${stderr}`).toContain(status);
    }
  });
});

describe.each(documents)('$file', ({ file, text }) => {
  it('shows YAML that can be read', () => {
    // What is wrong in the examples of the rules may be the YAML.
    if (file.endsWith('/rules.md')) return;
    for (const [, block = ''] of text.matchAll(/^```yaml\n(.*?)^```/gms)) {
      expect(parseDocument(block).errors, block).toEqual([]);
    }
  });

  it('shows forms without errors', () => {
    for (const [, form = ''] of text.matchAll(/<!-- form -->\n```\w+\n(.*?)```/gs)) {
      const { report } = validateSource(parseText(form, file));
      expect(report.diagnostics.filter(({ rule }) => rule !== 'unrated-task')).toEqual([]);
    }
  });

  it('links to files and headings that are there', () => {
    for (const [, target = '', anchor = ''] of text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const path = target === '' ? file : join(dirname(file), target);
      expect(existsSync(join(root, path)), target).toBe(true);
      if (anchor !== '') expect(anchorsOf(textOf(path)), `${target}#${anchor}`).toContain(anchor);
    }
  });
});

/** The anchors that GitHub and GitLab give to headings. */
const anchorsOf = (text: string) =>
  [...text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the configuration', () => {
  const withConfiguration = documentsWith(/<!-- file: bieu2\.config\.yaml -->/);

  it('is shown in both languages', () => expect(withConfiguration).toHaveLength(2));

  it.each(withConfiguration)('of $file is followed', ({ text }) => {
    if (cannotRun !== undefined) return;
    const cwd = folderOfReader();
    const [, configuration = ''] = /<!-- file: bieu2\.config\.yaml -->\n```yaml\n(.*?)```/s.exec(text) ?? [];
    writeFileSync(join(cwd, 'bieu2.config.yaml'), configuration);
    writeFileSync(join(cwd, 'old.json'), '{ "version": 1, "files": {} }');
    const { status, stdout } = spawnSync('sh', ['-c', 'bieu2 validate --format json'], {
      cwd,
      env: environment(''),
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
});

it.each(['docs/form-file.md', 'docs/vi/form-file.md'])(
  '%s has every key of the form in its tables',
  (file) => {
    const keys = new Set<string>();
    JSON.parse(JSON.stringify(formSchema()), (key, value) => {
      if (key === 'properties') for (const name of Object.keys(value)) keys.add(name);
      return value;
    });
    const rows =
      textOf(file)
        .match(/^\|.*\|$/gm)
        ?.join('\n') ?? '';
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].filter((key) => !rows.includes(`\`${key}\``))).toEqual([]);
  },
);

it('CONTRIBUTING.md says what to touch by names that are there', () => {
  const [, section = ''] = /^## To add something\n(.*?)^## /ms.exec(textOf('CONTRIBUTING.md')) ?? [];
  const names = [...section.matchAll(/`((?:src|test|docs|templates)\/[\w./-]*)`/g)].map(
    ([, name = '']) => name,
  );
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

describe('the READMEs', () => {
  it.each(['README.md', 'README.vi.md'])('%s fits in 150 lines', (file) => {
    expect(textOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it.each([
    ['README.md', 'docs'],
    ['README.vi.md', 'docs/vi'],
  ])('%s leads to every page of %s', (file, pages) => {
    const linked = [...textOf(file).matchAll(/\]\((docs\/[\w/-]+\.md)/g)].map(([, target]) => target);
    const language = pages === 'docs' ? 'en' : 'vi';
    expect(new Set(linked)).toEqual(new Set(documentsIn(language).filter((name) => name !== file)));
  });
});
