import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { badForm, goodForm } from '../cli/run-main.ts';
import { type Row, rows } from './rows.ts';
import { bin, makeSystems, type Run, type RunNode, whyNotHere } from './wine.ts';

const reason = whyNotHere();
if (reason) console.log(`Command lines on Windows are skipped: ${reason}`);

describe.skipIf(reason)('on Windows', () => {
  const { folder, linux, windows, close } = makeSystems();
  afterAll(close);

  it.concurrent.each(rows)('$name', async (row) => {
    const expected = await play(row, linux);
    expect(await play(row, windows)).toEqual({ ...expected, ...row.windows });
  });

  async function play({ lines, files = {}, env }: Row, run: RunNode) {
    const cwd = mkdtempSync(join(folder, 'run-'));
    for (const [name, content] of Object.entries({ 'good.yaml': goodForm, 'bad.yaml': badForm, ...files })) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    const runs: Run[] = [];
    for (const line of lines) {
      const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      const args = run === linux ? words.map((word) => word.replaceAll('\\', '/')) : words;
      const { code, out, err } = await run({ args: [bin, ...args], cwd, ...(env && { env }) });
      runs.push({ code, out: withoutSeparators(out, cwd), err: withoutSeparators(err, cwd) });
    }
    return { runs, files: filesIn(cwd) };
  }
});

/** `\` and `\\`, as JSON has it, become `/`; the folder of the run has one name. */
const withoutSeparators = (text: string, cwd: string) =>
  text.replace(/\\+/g, '/').replaceAll(`Z:${cwd}`, 'CWD').replaceAll(cwd, 'CWD');

/** Every file below a folder: its text, or, where it is not text, its bytes in base64. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        return [name, bytes.includes(0) ? bytes.toString('base64') : bytes.toString()];
      }),
  );
}
