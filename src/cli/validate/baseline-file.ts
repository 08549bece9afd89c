import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Baseline, type BaselineEntry, decodeBaseline } from '../../config/baseline.ts';
import { enCount, viNumber } from '../../diagnostics/format-number.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import type { Context } from '../context.ts';
import { writeAtomic } from '../files/atomic-file.ts';
import type { Input } from '../files/find-inputs.ts';
import { isThere } from '../files/paths.ts';
import { readNamed } from '../files/read-input.ts';
import { type TargetContent, targetContent } from '../files/target-content.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** A file that `--baseline` names. */
export class BaselineFile {
  readonly #name: string;
  readonly #cwd: string;
  readonly #path: string;
  #known: Baseline | undefined;
  #before: TargetContent;

  constructor(name: string, cwd: string) {
    this.#name = name;
    this.#cwd = cwd;
    this.#path = resolve(cwd, name);
  }

  /** Reads the file. @throws UserError when it cannot be read, or is not a baseline */
  load(): Baseline {
    this.#known ??= this.#read();
    return this.#known;
  }

  /** Remembers what is there, so that `update` replaces nothing else. @throws UserError when it cannot be read */
  hold(): void {
    this.#before = targetContent(this.#path, this.#name);
  }

  /** What is known of one file. @throws as `load` */
  entriesFor(input: Input): readonly BaselineEntry[] {
    return this.load().files[this.keyOf(input)] ?? [];
  }

  /** What the baseline calls a form: its place seen from the baseline, so that both can move together. */
  keyOf({ path, name }: Input): string {
    return path === undefined ? name : relative(dirname(this.#path), path).replaceAll(sep, '/');
  }

  /** Reports how many findings were skipped, and of entries that nothing matches any more. */
  report(known: number, stale: number, { io, say }: Context): void {
    // People want to know that there is more; programs want an empty stream.
    if (known > 0 && io.stderr.isTTY) io.stderr.write(`${say(passedOver(known, this.#name))}\n`);
    if (stale > 0) {
      const name = quoteName(this.#name);
      const note = say({
        vi: `${viNumber(stale)} vấn đề cũ trong ${name} không còn nữa. Hãy chạy lại với --update-baseline.`,
        en: `${enCount(stale, 'old finding')} in ${name} no longer ${stale === 1 ? 'exists' : 'exist'}. Run again with --update-baseline.`,
      });
      io.stderr.write(`${note}\n`);
    }
  }

  /** Writes what was found as the new baseline, by `keyOf`; of files that were not checked, what is known stays. */
  async update(
    entries: readonly (readonly [key: string, readonly BaselineEntry[]])[],
    { io, say }: Context,
  ): Promise<void> {
    const before = isThere(this.#path) ? this.#read().files : {};
    const kept = Object.entries(before).filter(([file]) => isThere(join(dirname(this.#path), file)));
    const all = Object.entries(Object.fromEntries([...kept, ...entries]))
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const baseline: Baseline = { version: 2, files: Object.fromEntries(all) };
    io.holdInterrupts();
    await writeAtomic(this.#path, this.#name, `${JSON.stringify(baseline, null, 2)}\n`, this.#before);
    const count = all.flatMap(([, list]) => list).reduce((sum, entry) => sum + entry.count, 0);
    const name = quoteName(this.#name);
    const done = say({
      vi: `Đã ghi ${viNumber(count)} vấn đề cũ vào ${name}`,
      en: `Wrote ${enCount(count, 'old finding')} into ${name}`,
    });
    io.stderr.write(`${done}\n`);
  }

  #read(): Baseline {
    if (!isThere(this.#path)) throw missing(this.#name);
    const baseline = decodeBaseline(parseJson(readNamed(this.#name, this.#cwd).toString()));
    if (baseline) return baseline;
    throw new UserError({
      vi: `${quoteName(this.#name)} không phải tệp ghi vấn đề cũ. Hãy tạo lại với --update-baseline sau khi xóa tệp này.`,
      en: `${quoteName(this.#name)} is not a baseline. Delete it and create a new one with --update-baseline.`,
    });
  }
}

const missing = (name: string) =>
  new UserError({
    vi: `Chưa có tệp ghi vấn đề cũ ${quoteName(name)}. Hãy chạy một lần với --update-baseline để tạo tệp.`,
    en: `The baseline ${quoteName(name)} does not exist yet. Run once with --update-baseline to create it.`,
  });

const passedOver = (count: number, name: string): Wording => ({
  vi: `Bỏ qua ${viNumber(count)} vấn đề cũ ghi trong ${quoteName(name)}.`,
  en: `Skipped ${enCount(count, 'known finding')} in ${quoteName(name)}.`,
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
