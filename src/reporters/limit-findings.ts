import type { FindingText } from './reporter.ts';

/** The findings of a run for a format whose readers accept a limited number: errors before warnings, in their order. */
export class LimitedFindings {
  readonly #limit: number;
  #kept: FindingText[] = [];
  #added = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(findings: readonly FindingText[]): void {
    for (const finding of findings) this.#kept.push(finding);
    this.#added += findings.length;
    // Now and then, so that memory is bounded and each finding is moved a few times at most.
    if (this.#kept.length > 2 * this.#limit) this.#trim();
  }

  /** What is reported. */
  get texts(): readonly string[] {
    this.#trim();
    return this.#kept.map(({ text }) => text);
  }

  /** How many findings are not reported. */
  get leftOut(): number {
    return Math.max(0, this.#added - this.#limit);
  }

  #trim(): void {
    if (this.#kept.length <= this.#limit) return;
    const errors = this.#kept.filter(({ severity }) => severity === 'error').length;
    const room = { error: this.#limit, warning: Math.max(0, this.#limit - errors) };
    this.#kept = this.#kept.filter(({ severity }) => {
      if (room[severity] === 0) return false;
      room[severity] -= 1;
      return true;
    });
  }
}
