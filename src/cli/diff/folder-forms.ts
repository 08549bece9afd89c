import { relative, resolve } from 'node:path';
import type { UnitForm, UnitPair } from '../../compare/folders/pair-units.ts';
import type { Context, Outcome } from '../context.ts';
import { findForms } from '../files/find-forms.ts';
import { type Input, noForm } from '../files/find-inputs.ts';
import { nameOnDisk, withSlashes } from '../files/paths.ts';
import { eachFile } from '../run/each-file.ts';
import type { FileWork } from '../run/job.ts';
import { RunRecord } from '../run/run-record.ts';
import type { UserError } from '../user-error.ts';
import type { DiffedFile, DiffInput } from './compare-file.ts';

/** The forms of two folders, read in several runs that end as one. */
export class FolderForms {
  readonly #work: FileWork<DiffInput, DiffedFile>;
  readonly #context: Context;
  readonly #inputs = new Map<UnitForm, Input>();
  readonly #runs: RunRecord[] = [];

  constructor(work: FileWork<DiffInput, DiffedFile>, context: Context) {
    this.#work = work;
    this.#context = context;
  }

  get inputs(): readonly Input[] {
    return [...this.#inputs.values()];
  }

  get isInterrupted(): boolean {
    return this.#runs.some((run) => run.isInterrupted);
  }

  /** The forms of a folder by their units. */
  async unitsOf(folder: string): Promise<UnitForm[]> {
    const { io } = this.#context;
    const { inputs, failures } = await findForms([folder], undefined, io, {});
    const root = resolve(io.cwd, nameOnDisk(folder, io.cwd));
    const forms: UnitForm[] = failures.flatMap(({ file }) =>
      file === undefined ? [] : { file, place: withSlashes(relative(root, resolve(io.cwd, file))) },
    );
    const run = new RunRecord(inputs, failures, this.#context);
    for await (const { item, result, hasFailed } of this.#each(inputs, run)) {
      if (!result && !hasFailed) continue;
      const units = result && { unit: result.unit, parentUnit: result.parentUnit };
      const form = { file: item.name, place: withSlashes(item.place), ...units };
      this.#inputs.set(form, item);
      forms.push(form);
    }
    if (run.hasNoForm && forms.length === 0) run.fail('', noForm([folder], inputs.length));
    return forms;
  }

  /** The differences of each pair, in order; undefined for one that can no longer be read. */
  async *compare<Pair extends UnitPair>(pairs: readonly Pair[]) {
    const items = pairs.flatMap((pair): DiffInput[] => {
      const [old, fresh] = [...pair.before, ...pair.after].map((form) => this.#inputs.get(form));
      return old && fresh ? [{ ...old, named: true, after: { ...fresh, named: true } }] : [];
    });
    const rest = pairs.values();
    for await (const { result } of this.#each(items, new RunRecord(items, [], this.#context))) {
      const { value } = rest.next();
      if (value) yield [value, result] as const;
    }
  }

  #each(items: readonly DiffInput[], run: RunRecord) {
    this.#runs.push(run);
    return eachFile(items, { job: 'diff', settings: undefined, here: this.#work }, run);
  }

  /** Ends the current comparison. */
  stop(): void {
    this.#runs.at(-1)?.stop();
  }

  fail(error: UserError): void {
    this.#runs[0]?.fail('', error);
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    await this.#runs[0]?.attempt('', work);
  }

  end(findings: boolean): Outcome {
    const outcomes = this.#runs.map((run) => run.end({ findings, isStrict: true }));
    const failed = outcomes.some((one) => one.failed);
    const interrupted = outcomes.some((one) => one.interrupted);
    return { findings, failed, interrupted };
  }
}
