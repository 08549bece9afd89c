import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Random } from '../fuzz/random.ts';
import { brokenTexts, formText } from './form-texts.ts';
import { eventually, SoakedProgram } from './soaked-program.ts';

const names = Array.from({ length: 12 }, (_, index) => `forms/${index}.yaml`);

export const startWatch = () => {
  const program = new SoakedProgram(
    ['render', 'forms', '--out-dir', 'out', '--to', 'docx', '--to', 'html', '--watch'],
    (folder) => {
      mkdirSync(`${folder}/forms`);
      for (const name of names) writeFileSync(`${folder}/${name}`, formText(0));
    },
  );
  program.listen();
  return program;
};

/** Saves, renames, floods and new names; then the last version of each form has to be what is rendered. */
export async function soakWatch(program: SoakedProgram, seconds: number, random: Random): Promise<void> {
  const { path } = program;
  await eventually(() => program.err.includes('Watching'), 'it watches');
  let version = 0;
  let strays = 0;
  const save = (name: string, text = formText(++version)) => writeFileSync(path(name), text);
  const acts: Readonly<Record<string, () => void>> = {
    saves: () => save(random.pick(names)),
    'saves by rename': () => {
      const name = random.pick(names);
      save(`${name}~`);
      renameSync(path(`${name}~`), path(name));
    },
    'broken saves': () => save(random.pick(names), random.pick(brokenTexts(version))),
    renames: () => {
      const name = random.pick(names);
      if (existsSync(path(name))) renameSync(path(name), path(`forms/moved-${strays % 7}.yaml`));
    },
    'new names': () => save(`forms/new-${++strays}.yaml`),
    deletions: () => {
      rmSync(path(random.pick(names)), { force: true });
      removeFolder(path('forms'));
      mkdirSync(path('forms/inner'), { recursive: true });
    },
    'floods of 200': () => {
      for (let count = 0; count < 200; count++) save(random.pick(names));
    },
    'new configurations': () =>
      save('bieu2.config.yaml', `rules: { spacing: ${random.pick(['off', 'error'])} }\n`),
  };
  await program.soak(seconds, async () => {
    const act = random.pick(Object.keys(acts));
    acts[act]?.();
    program.count(act);
    // What was rendered of names that are gone would fill the disk.
    if (random.oneIn(20)) removeFolder(path('out'));
    return random.below(300);
  });
  rmSync(path('bieu2.config.yaml'), { force: true });
  for (const name of names) save(name, formText(1_000_000));
  const html = (name: string) => path(name.replace('forms', 'out').replace('yaml', 'html'));
  const isRendered = (name: string) =>
    existsSync(html(name)) && readFileSync(html(name), 'utf8').includes('PHÒNG 1000000');
  await eventually(() => names.every(isRendered), 'the last versions are rendered');
}

function removeFolder(path: string) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The program is writing into it.
  }
}
