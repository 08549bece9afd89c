import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { badForm, goodForm, makeWorld } from '../run-main.ts';

const other = goodForm.replaceAll('công tác', 'khác');
const word = async () => (await makeWorld({ 'a.yaml': goodForm }).run(['render', 'a.yaml', '-o', '-'])).bytes;

/** Commands that replace a target, and what they read from standard input meanwhile. */
const commands: Record<string, [args: string[], stdin: () => Promise<string | Uint8Array>, target: string]> =
  {
    merge: [['merge', 'a.yaml', '-', '-o', 'b.yaml', '--force'], async () => other, 'b.yaml'],
    'merge to a new file': [['merge', 'a.yaml', '-', '-o', 'new.yaml'], async () => other, 'new.yaml'],
    import: [['import', '-', '-o', 'b.yaml', '--force'], word, 'b.yaml'],
    'update of a baseline': [
      ['validate', '-', '--baseline', 'known.json', '--update-baseline'],
      async () => badForm,
      'known.json',
    ],
  };

describe.each(Object.entries(commands))('%s', (_, [args, stdin, target]) => {
  it('replaces nothing that was saved meanwhile', async () => {
    const world = makeWorld({
      'a.yaml': goodForm,
      'b.yaml': goodForm,
      'known.json': '{"version":2,"files":{}}',
    });
    const content = await stdin();
    const names = new Set([...readdirSync(world.cwd), target]);
    const edited = '{"version":2,"files":{"saved meanwhile":[]}}';
    const save = () => {
      writeFileSync(world.path(target), edited);
      return content;
    };
    const run = await world.run(args, { stdin: save });
    expect(run.err).toContain(
      `Not writing “${target}”: it changed meanwhile, nothing was written. Run again.`,
    );
    expect(run.code).toBe(2);
    expect(readFileSync(world.path(target), 'utf8')).toBe(edited);
    expect(new Set(readdirSync(world.cwd))).toEqual(names);
    expect(
      (await world.run(args.includes('merge') ? [...args, '--force'] : args, { stdin: content })).err,
    ).not.toContain('meanwhile');
    expect(readFileSync(world.path(target), 'utf8')).not.toBe(edited);
  });
});

/** Commands that wait for LibreOffice, which saves into their target. */
const converting: readonly (readonly [target: string, args: string])[] = [
  ['a.pdf', 'render a.yaml --pdf-engine libreoffice'],
  ['b.docx', 'template from form.rtf'],
];

it.skipIf(process.platform === 'win32').each(converting)(
  'what was saved into %s stays: %s',
  async (target, args) => {
    const made = readFileSync(new URL('../../fixtures/word/hand-reference.docx', import.meta.url));
    const world = makeWorld({ 'a.yaml': goodForm, 'form.rtf': '{\\rtf1 x}', [target]: 'before', made });
    const office = `#!/bin/sh
/bin/mkdir -p out; /bin/cp '${world.path('made')}' out/form.pdf; /bin/cp '${world.path('made')}' out/0.docx
printf edited > '${world.path(target)}'
`;
    writeFileSync(world.path('soffice'), office, { mode: 0o755 });
    const run = await world.run([...args.split(' '), '-o', target, '--force'], { env: { PATH: world.cwd } });
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(`“${target}”: it changed meanwhile`)]);
    expect(readFileSync(world.path(target), 'utf8')).toBe('edited');
  },
);

it.skipIf(process.platform === 'win32')(
  'writes to a pipe that is read, and gives up one that is not',
  async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': other });
    execFileSync('mkfifo', [world.path('pipe.yaml')]);
    const args = ['merge', 'a.yaml', 'b.yaml', '-o', 'pipe.yaml', '--force'];
    const run = await world.run(args);
    expect([run.code, run.err]).toEqual([
      2,
      expect.stringContaining('“pipe.yaml”: it is a pipe that no program reads'),
    ]);
    const reader = execFile('cat', [world.path('pipe.yaml')]);
    const read = text(reader.stdout ?? Readable.from([]));
    expect((await world.run(args)).err).not.toContain('pipe');
    expect(await read).toBe((await world.run([...args.slice(0, 3), '-o', '-'])).out);
  },
  30_000,
);
