import type { BaselineEntry } from '../../config/baseline.ts';
import type { Verdict } from './judge-file.ts';

/** What the verdicts on all files come to. */
export class VerdictSum {
  readonly #isQuiet: boolean;
  readonly #entries = new Map<string, readonly BaselineEntry[]>();
  /** As reports tell it: without warnings, where only errors are wanted. */
  readonly summary = { files: 0, passedOver: 0, errors: 0, warnings: 0 };
  /** All of them. */
  warnings = 0;
  /** Findings that the baseline knows, and entries of it that are there no more. */
  known = 0;
  stale = 0;

  constructor(isQuiet: boolean) {
    this.#isQuiet = isQuiet;
  }

  /** @param verdict undefined for a file that is no form */
  add(verdict: Verdict | undefined): void {
    if (!verdict) {
      this.summary.passedOver += 1;
      return;
    }
    this.summary.files += 1;
    this.summary.errors += verdict.errors;
    this.summary.warnings += this.#isQuiet ? 0 : verdict.warnings;
    this.warnings += verdict.warnings;
    this.known += verdict.known;
    this.stale += verdict.stale;
    if (verdict.entries) this.#entries.set(...verdict.entries);
  }

  /** What becomes the baseline, file by file. */
  get baselineEntries(): (readonly [key: string, readonly BaselineEntry[]])[] {
    return [...this.#entries];
  }
}
