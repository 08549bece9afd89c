import type { FindingText } from './reporter.ts';

/** The findings of a run for a format whose readers accept a limited number: errors before warnings, in their order. */
export class LimitedFindings {
  readonly #limit: number;
  #kept: FindingText[] = [];
  #errors = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Nothing more will be reported. */
  get isFull(): boolean {
    return this.#errors >= this.#limit;
  }

  add(finding: FindingText): void {
    if (this.isFull) return;
    this.#kept.push(finding);
    if (finding.severity === 'error') this.#errors += 1;
    // Now and then, so that memory is bounded and each finding is moved a few times at most.
    if (this.#kept.length > 2 * this.#limit) this.#trim();
  }

  /** What is reported. */
  get texts(): readonly string[] {
    this.#trim();
    return this.#kept.map(({ text }) => text);
  }

  #trim(): void {
    const room = { error: this.#limit, warning: Math.max(0, this.#limit - this.#errors) };
    this.#kept = this.#kept.filter(({ severity }) => {
      if (room[severity] === 0) return false;
      room[severity] -= 1;
      return true;
    });
  }
}
