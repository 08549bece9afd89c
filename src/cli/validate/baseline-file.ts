import { dirname, relative, resolve, sep } from 'node:path';
import { type Baseline, type BaselineEntry, decodeBaseline } from '../../config/baseline.ts';
import { enCount, viNumber } from '../../diagnostics/wording.ts';
import { decodeBytes } from '../../source/decode-bytes.ts';
import type { Context } from '../context.ts';
import { targetState } from '../files/file-target.ts';
import type { Input } from '../files/find-inputs.ts';
import { isThere, nameOnDisk } from '../files/paths.ts';
import { readNamed } from '../files/read-input.ts';
import { writeTarget } from '../files/write-target.ts';
import { quoteName } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';

/** The baseline's findings in one file. */
export interface FileBaseline {
  /** Findings in the baseline, and its entries that match nothing any more. */
  readonly known: number;
  readonly stale: number;
  /** The entries of the updated baseline. */
  readonly entries?: readonly [key: string, readonly BaselineEntry[]];
}

/** A file of old findings, read when needed. Its functions throw a `UserError` when it cannot be read, or is not a baseline. */
export function baselineFile(name: string, cwd: string) {
  const path = resolve(cwd, name);
  let old: Baseline['files'] | undefined;
  const files = () => {
    if (!old && !isThere(path)) throw missing({ name });
    old ??= decodeBaseline(parseJson(decodeBytes(readNamed(name, cwd)).text ?? ''))?.files;
    if (!old) throw noBaseline({ name });
    return old;
  };
  /** The key of a form: its path relative to the baseline, so that both can be moved together. */
  const keyOf = ({ path: form, name }: Input): string =>
    (form === undefined ? name : relative(dirname(path), form).replaceAll(sep, '/')).normalize();
  return {
    files,
    keyOf,
    entriesFor: (input: Input): readonly BaselineEntry[] => files()[keyOf(input)] ?? [],
  };
}

/**
 * Counts the findings of a run that are in the baseline.
 *
 * @param name of `--baseline`, else of the configuration @param updates whether the run's findings replace the baseline
 * @throws UserError when it cannot be read, or `updates` without a name
 */
export function baselineRun(name: string | undefined, updates: boolean, { io, note }: Context) {
  if (name === undefined && updates) throw noName();
  if (name === undefined) return undefined;
  const [path, shown] = [resolve(io.cwd, name), quoteName(name)];
  // A file that changes meanwhile is not replaced.
  const before = updates ? targetState(path, name) : undefined;
  const old = baselineFile(name, io.cwd);
  if (!updates) old.files();
  let [known, stale] = [0, 0];
  const entries = new Map<string, readonly BaselineEntry[]>();

  /** Entries of files that were not checked are kept. */
  const update = async () => {
    const folder = dirname(path);
    const kept = Object.entries(isThere(path) ? old.files() : {}).filter(([form]) =>
      isThere(resolve(folder, nameOnDisk(form, folder))),
    );
    const all = Object.entries(Object.fromEntries([...kept, ...entries]))
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const baseline: Baseline = { version: 2, files: Object.fromEntries(all) };
    await writeTarget({ path, name, before }, `${JSON.stringify(baseline, null, 2)}\n`, io);
    const count = all.flatMap(([, list]) => list).reduce((sum, entry) => sum + entry.count, 0);
    note({
      vi: `Đã ghi ${viNumber(count)} vấn đề cũ vào ${shown}`,
      en: `Wrote ${enCount(count, 'old finding')} into ${shown}`,
    });
  };

  return {
    count(result: FileBaseline): void {
      known += result.known;
      stale += result.stale;
      if (result.entries) entries.set(...result.entries);
    },
    /** Reports how many findings were skipped and how many entries are stale; writes the new baseline. */
    async close(): Promise<void> {
      // People want to know about skipped findings; programs want an empty stream.
      if (known > 0 && io.stderr.isTTY)
        note({
          vi: `Bỏ qua ${viNumber(known)} vấn đề cũ ghi trong ${shown}.`,
          en: `Skipped ${enCount(known, 'known finding')} in ${shown}.`,
        });
      if (stale > 0)
        note({
          vi: `${viNumber(stale)} vấn đề cũ trong ${shown} không còn nữa. Hãy chạy lại với --update-baseline.`,
          en: `${enCount(stale, 'old finding')} in ${shown} no longer ${stale === 1 ? 'exists' : 'exist'}. Run again with --update-baseline.`,
        });
      if (updates) await update();
    },
  };
}

const missing = userError(
  'Chưa có tệp ghi vấn đề cũ {name}. Hãy chạy một lần với --update-baseline để tạo tệp.',
  'The baseline {name} does not exist yet. Run once with --update-baseline to create it.',
);
const noBaseline = userError(
  '{name} không phải tệp ghi vấn đề cũ. Hãy tạo tệp mới bằng --update-baseline dưới một tên khác.',
  '{name} is not a baseline. Create a new one with --update-baseline under another name.',
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
