import type { Difference } from './difference.ts';

/** Two forms, and what changed from one to the other. */
export interface Comparison {
  readonly toolVersion: string;
  /** The names of the files. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
}
