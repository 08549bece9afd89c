import type { FindingText } from './reporter.ts';

/** The findings of a run for a format with a limit: errors before warnings, in order. */
export class LimitedFindings {
  readonly #limit: number;
  readonly #sizeOf: (finding: FindingText) => number;
  #kept: FindingText[] = [];
  #sizes = { error: 0, warning: 0 };

  /** @param sizeOf the size of a finding towards the limit */
  constructor(limit: number, sizeOf: (finding: FindingText) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  /** Whether nothing more will be reported. */
  get isFull(): boolean {
    return this.#sizes.error >= this.#limit;
  }

  add(finding: FindingText): void {
    if (this.isFull) return;
    this.#kept.push(finding);
    this.#sizes[finding.severity] += this.#sizeOf(finding);
    // Now and then, so that memory is bounded and each finding is moved a few times at most.
    if (this.#sizes.error + this.#sizes.warning > 2 * this.#limit) this.#trim();
  }

  /** The reported texts. */
  get texts(): readonly string[] {
    this.#trim();
    return this.#kept.map(({ text }) => text);
  }

  #trim(): void {
    const room = { error: this.#limit, warning: Math.max(0, this.#limit - this.#sizes.error) };
    const sizes = { error: 0, warning: 0 };
    this.#kept = this.#kept.filter((finding) => {
      const { severity } = finding;
      const size = this.#sizeOf(finding);
      room[severity] -= size;
      if (room[severity] >= 0) sizes[severity] += size;
      return room[severity] >= 0;
    });
    this.#sizes = sizes;
  }
}
