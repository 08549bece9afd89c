import type { Language, Wording } from '../../diagnostics/wording.ts';
import type { Input } from '../files/find-inputs.ts';
import type { JobName, SettingsOf } from './jobs.ts';

/** What a thread is told of the world around it. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

/**
 * How a thread makes ready for one kind of work on files: it is given settings once, then one item after the
 * other. Settings, items and results go from thread to thread, so they are plain data.
 */
export type Job<Settings, Item extends Input, Result> = (
  settings: Settings,
  world: World,
) => Promise<(item: Item) => Promise<Result>>;

/** What became of one item, fit to go from thread to thread. */
export type Outcome<Result> =
  | { readonly result: Result }
  /** What the user can mend. */
  | { readonly failure: Wording }
  /** A fault of bieu2: the stack. */
  | { readonly bug: string };

/** Items on their way to a thread, each with its place in the batch. */
export type Chunk<Item> = readonly (readonly [index: number, item: Item])[];

/** What a thread is started with. */
export interface ThreadStart<Name extends JobName> {
  readonly job: Name;
  readonly settings: SettingsOf<Name>;
  readonly world: World;
  /** Files are written: nothing must be done twice. */
  readonly writes: boolean;
  /** 32 bits, shared by all threads: not 0 where the batch is to end. */
  readonly stop: SharedArrayBuffer;
  /** 32 bits of this thread: 1 + the place in the batch of the item it is at; 0 for none. */
  readonly current: SharedArrayBuffer;
}

/** What a thread tells. */
export type Reply<Result> =
  | {
      readonly outcomes: readonly (readonly [index: number, outcome: Outcome<Result>])[];
      /** Whether the chunk is done, or given up since the batch is to end. */
      readonly isEnd: boolean;
    }
  | { readonly unprepared: Wording };
