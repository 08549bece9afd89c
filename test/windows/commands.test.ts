import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { badForm, goodForm } from '../cli/run-main.ts';
import { type Row, rows } from './rows.ts';
import { bin, makeSystems, type Run, type RunNode } from './wine.ts';

describe('on Windows', () => {
  const { folder, other, linux, windows, close } = makeSystems();
  afterAll(close);

  it.concurrent.each(rows)('$name', async (row) => {
    const { runs, before, files } = await play(row, linux);
    const actual = await play(row, windows);
    expect(actual).toEqual({
      runs: runs.map((run, index) => ({
        ...run,
        ...(typeof row.lines[index] === 'object' && row.lines[index][1]),
      })),
      before,
      files: row.isUnchanged ? before : files,
    });
  });

  /** Runs the lines of a row in a folder of its own. */
  async function play({ lines, files = {}, prepare, env }: Row, run: RunNode) {
    const root = mkdtempSync(join(folder, 'run-'));
    const name = basename(root);
    const places = { cwd: root, d: join(other, name, 'd'), unc: join(other, name, 'unc') };
    for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
    const path = (name: string) =>
      join(places.cwd, name).replace(/^.*\{(d|unc)\}/, (_, place: 'd' | 'unc') => places[place]);
    const uri = run === linux ? `file://${root}` : `file:///z%3A${root}`;
    const all: Row['files'] = { 'good.yaml': goodForm, 'bad.yaml': badForm, ...files };
    for (const [name, content] of Object.entries(all)) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), typeof content === 'function' ? content(uri) : content);
    }
    prepare?.(path);
    const everything = () => ({ ...filesIn(root), ...filesIn(dirname(places.d)) });
    const before = everything();
    const onWindows = {
      cwd: `Z:${root}`.replaceAll('/', '\\'),
      d: `D:\\${name}\\d`,
      unc: `\\\\server\\share\\${name}\\unc`,
      server: `server\\share\\${name}\\unc`,
    };
    const toLinux = (word: string) =>
      word
        .replace(/^\\\\[?.]\\(UNC\\\{server\})?/, (_, unc) => (unc ? places.unc : ''))
        .replaceAll('\\', '/')
        .replace(/\{(cwd|d|unc)\}/, (_, place: 'cwd' | 'd' | 'unc') => places[place]);
    const toWindows = (word: string) =>
      word.replace(/\{(cwd|d|unc|server)\}/, (_, place: keyof typeof onWindows) => onWindows[place]);
    const runs: Run[] = [];
    for (const entry of lines) {
      const line = typeof entry === 'string' ? entry : entry[0];
      const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      const input = words.indexOf('<') < 0 ? [] : words.splice(words.indexOf('<'));
      const { code, out, err } = await run({
        args: run === linux ? [bin, ...words.map(toLinux)] : [`Z:${bin}`, ...words.map(toWindows)],
        cwd: places.cwd,
        ...(env && { env }),
        ...(input[1] && { stdin: path(input[1]) }),
      });
      runs.push({ code, out: withoutSeparators(out), err: withoutSeparators(err) });
    }
    return { runs, before, files: everything() };
  }

  /** `\` and `\\`, as JSON has it, become `/`, the folders of the run have one name each. */
  function withoutSeparators(text: string): string {
    return text
      .replace(/\\+/g, '/')
      .replace(/\/+[?.]\/(UNC\/)?/g, (_, unc) => (unc ? '//' : ''))
      .replaceAll(`Z:${folder}`, '')
      .replaceAll(`/z%3A${folder}`, '')
      .replaceAll(folder, '')
      .replace(/Content-Length: \d+/g, 'Content-Length')
      .replace(/(?:\/?D:|(?:(?<![:/])\/{1,2}|(?<=:\/\/))server\/share)\/(?=run-)/g, '/other/')
      .replace(/\/run-\w+/g, '/RUN');
  }

  /** Every file below a folder: its text, or, where it is not text, its bytes in base64. */
  function filesIn(top: string): Record<string, string> {
    const names = readdirSync(top, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      names
        .filter((name) => statSync(join(top, name)).isFile())
        .map((name) => {
          const bytes = readFileSync(join(top, name));
          return [name, bytes.includes(0) ? bytes.toString('base64') : withoutSeparators(bytes.toString())];
        }),
    );
  }
});
