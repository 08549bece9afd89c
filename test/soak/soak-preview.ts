import { renameSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Random } from '../fuzz/random.ts';
import { brokenTexts, formText } from './form-texts.ts';
import { eventually, SoakedProgram } from './soaked-program.ts';

export const startPreview = () => {
  const program = new SoakedProgram(['preview', 'a.yaml'], (folder) =>
    writeFileSync(`${folder}/a.yaml`, formText(0)),
  );
  program.listen();
  return program;
};

/** Saves, listeners that read and that do not, requests and half requests; then the page has the last version. */
export async function soakPreview(program: SoakedProgram, seconds: number, random: Random): Promise<string> {
  await eventually(() => /http:\S+\n/.test(program.out), 'it prints its address');
  const url = new URL(/http:\S+/.exec(program.out)?.[0] ?? '');
  let version = 0;
  const save = (text = formText(++version)) => writeFileSync(program.path('a.yaml'), text);
  const sockets = new Set<Socket>();
  /** @param reads else what comes piles up, here and there */
  const listen = (
    reads: boolean,
    request = `GET ${url.pathname}events HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`,
  ) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.write(request));
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    if (reads) socket.resume();
  };
  const leave = () => {
    for (const socket of sockets) socket.destroy();
  };

  // Findings by the thousand: 12 events of some megabytes each to 1,000 listeners.
  const large = formText(0, 3000).replaceAll(/complexity: \d/g, 'complexity: 9');
  const before = program.megabytes();
  for (let count = 0; count < 1000; count++) listen(false);
  let most = 0;
  for (let count = 1; count <= 12; count++) {
    save(`${large}# ${count}\n`);
    await setTimeout(1500);
    most = Math.max(most, program.megabytes());
  }
  leave();
  save();
  await setTimeout(2000);
  const listeners = `1,000 listeners that never read, 12 saves of a form with 3,000 errors: ${before} MB before, at most ${most}, ${program.megabytes()} after they left`;

  const acts: Readonly<Record<string, () => void | Promise<void>>> = {
    saves: () => save(),
    'saves by rename': () => {
      writeFileSync(program.path('a~'), formText(++version));
      renameSync(program.path('a~'), program.path('a.yaml'));
    },
    'broken saves': () => save(random.pick(brokenTexts(version))),
    'floods of 200': () => {
      for (let count = 0; count < 200; count++) save();
    },
    'listeners that read': () => listen(true),
    'listeners that do not': () => listen(false),
    'half requests': () => listen(false, `GET ${url.pathname} HTTP/1.1\r\nHo`),
    'wrong requests': () => listen(true, `POST /${'x'.repeat(random.below(20_000))} HTTP/1.1\r\n\r\n`),
    'listeners that leave': leave,
    pages: async () => {
      const page = (path: string) => fetch(new URL(path, url)).then((answer) => answer.arrayBuffer());
      // With 256 connections taken it may refuse.
      await Promise.all([page(''), page('form')]).catch(() => {});
    },
  };
  await program.soak(seconds, async () => {
    const act = random.pick(Object.keys(acts));
    await acts[act]?.();
    program.count(act);
    return random.below(300);
  });
  leave();
  save(formText(1_000_000));
  const isShown = async () => {
    const form = await fetch(new URL('form', url)).catch(() => undefined);
    return (await form?.text())?.includes('PHÒNG 1000000') ?? false;
  };
  await eventually(isShown, 'the last version is shown');
  return listeners;
}
