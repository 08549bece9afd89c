import { dirname, relative, resolve, sep } from 'node:path';
import { type Baseline, type BaselineEntry, decodeBaseline } from '../../config/baseline.ts';
import { enCount, viNumber } from '../../diagnostics/wording.ts';
import { decodeBytes } from '../../source/decode-bytes.ts';
import type { Context } from '../context.ts';
import { writeTarget } from '../files/atomic-file.ts';
import { targetState } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { isThere, nameOnDisk } from '../files/paths.ts';
import { readNamed } from '../files/read-input.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

/** The baseline's findings in one file. */
export interface FileBaseline {
  /** Findings in the baseline, and its entries that match nothing any more. */
  readonly known: number;
  readonly stale: number;
  /** The entries of the updated baseline. */
  readonly entries?: readonly [key: string, readonly BaselineEntry[]];
}

/**
 * The file of `--baseline`, else that of the configuration.
 *
 * @throws UserError when it cannot be read, or `--update-baseline` is given without one
 */
export function openBaseline(
  name: string | undefined,
  updates: boolean,
  cwd: string,
): BaselineFile | undefined {
  if (name === undefined && updates) throw noName();
  if (name === undefined) return undefined;
  const baseline = new BaselineFile(name, cwd, updates);
  baseline.open();
  return baseline;
}

/** A file of old findings, and how many of them a run finds. */
export class BaselineFile {
  readonly #name: string;
  readonly #cwd: string;
  readonly #path: string;
  readonly #updates: boolean;
  #old: Baseline | undefined;
  #before: string | undefined;
  #known = 0;
  #stale = 0;
  readonly #entries = new Map<string, readonly BaselineEntry[]>();

  /** @param updates whether the run's findings replace the baseline */
  constructor(name: string, cwd: string, updates = false) {
    this.#name = name;
    this.#cwd = cwd;
    this.#path = resolve(cwd, name);
    this.#updates = updates;
  }

  /** Reads the file; before an update, remembers its content, so that a file changed meanwhile is not replaced. */
  open(): void {
    if (this.#updates) this.#before = targetState(this.#path, this.#name);
    else this.#old ??= this.#read();
  }

  /** The entries for one file. @throws UserError when the baseline cannot be read, or is not one */
  entriesFor(input: Input): readonly BaselineEntry[] {
    this.#old ??= this.#read();
    return this.#old.files[this.keyOf(input)] ?? [];
  }

  /** The key of a form: its path relative to the baseline, so that both can be moved together. */
  keyOf({ path, name }: Input): string {
    const key = path === undefined ? name : relative(dirname(this.#path), path).replaceAll(sep, '/');
    return key.normalize();
  }

  /** Adds the result of one file. */
  count({ known, stale, entries }: FileBaseline): void {
    this.#known += known;
    this.#stale += stale;
    if (entries) this.#entries.set(...entries);
  }

  /** Reports how many findings were skipped and how many entries are stale; writes the new baseline. */
  async close(context: Context): Promise<void> {
    const [known, stale, name] = [this.#known, this.#stale, quoteName(this.#name)];
    // People want to know about skipped findings; programs want an empty stream.
    if (known > 0 && context.io.stderr.isTTY) {
      context.note({
        vi: `Bỏ qua ${viNumber(known)} vấn đề cũ ghi trong ${name}.`,
        en: `Skipped ${enCount(known, 'known finding')} in ${name}.`,
      });
    }
    if (stale > 0) {
      context.note({
        vi: `${viNumber(stale)} vấn đề cũ trong ${name} không còn nữa. Hãy chạy lại với --update-baseline.`,
        en: `${enCount(stale, 'old finding')} in ${name} no longer ${stale === 1 ? 'exists' : 'exist'}. Run again with --update-baseline.`,
      });
    }
    if (this.#updates) await this.#update(context);
  }

  /** Entries of files that were not checked are kept. */
  async #update({ io, note }: Context): Promise<void> {
    const before = isThere(this.#path) ? this.#read().files : {};
    const folder = dirname(this.#path);
    const kept = Object.entries(before).filter(([file]) =>
      isThere(resolve(folder, nameOnDisk(file, folder))),
    );
    const all = Object.entries(Object.fromEntries([...kept, ...this.#entries]))
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const baseline: Baseline = { version: 2, files: Object.fromEntries(all) };
    const target = { path: this.#path, name: this.#name, before: this.#before };
    await writeTarget(target, `${JSON.stringify(baseline, null, 2)}\n`, io);
    const count = all.flatMap(([, list]) => list).reduce((sum, entry) => sum + entry.count, 0);
    note({
      vi: `Đã ghi ${viNumber(count)} vấn đề cũ vào ${quoteName(this.#name)}`,
      en: `Wrote ${enCount(count, 'old finding')} into ${quoteName(this.#name)}`,
    });
  }

  #read(): Baseline {
    if (!isThere(this.#path)) throw missing({ name: this.#name });
    const baseline = decodeBaseline(parseJson(decodeBytes(readNamed(this.#name, this.#cwd)).text ?? ''));
    if (baseline) return baseline;
    throw new UserError({
      vi: `${quoteName(this.#name)} không phải tệp ghi vấn đề cũ. Hãy tạo tệp mới bằng --update-baseline dưới một tên khác.`,
      en: `${quoteName(this.#name)} is not a baseline. Create a new one with --update-baseline under another name.`,
    });
  }
}

const missing = userError(
  'Chưa có tệp ghi vấn đề cũ {name}. Hãy chạy một lần với --update-baseline để tạo tệp.',
  'The baseline {name} does not exist yet. Run once with --update-baseline to create it.',
);
const noName = userError(
  '“--update-baseline” cần biết tệp: thêm --baseline baseline.json, hoặc ghi “baseline” trong bieu2.config.yaml.',
  '“--update-baseline” needs to know the file: add --baseline baseline.json, or set “baseline” in bieu2.config.yaml.',
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
