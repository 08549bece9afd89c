import type { FindingText } from './reporter.ts';

type RankedText = FindingText & { readonly rank: number };

/**
 * The findings of a run for a format with a limit, in order: errors before warnings, and the limit is shared between
 * the files, so that one file cannot hide the others.
 */
export class LimitedFindings {
  readonly #limit: number;
  readonly #sizeOf: (finding: FindingText) => number;
  #kept: readonly RankedText[] = [];
  #added: RankedText[] = [];
  #addedSize = 0;
  /** The rank (the position among the errors or the warnings of its file, 0-based) from which findings are left out. */
  readonly #endRank = { error: Number.POSITIVE_INFINITY, warning: Number.POSITIVE_INFINITY };

  /** @param sizeOf the size of a finding towards the limit */
  constructor(limit: number, sizeOf: (finding: FindingText) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  /** Adds the findings of one file; what has a size in these formats is a `FindingText`. */
  addFile(findings: Iterable<string | FindingText>): void {
    const ranks = { error: 0, warning: 0 };
    for (const finding of findings) {
      if (typeof finding === 'string') continue;
      const rank = ranks[finding.severity]++;
      if (rank < this.#endRank[finding.severity]) this.#add({ ...finding, rank });
      else if (ranks.error >= this.#endRank.error && ranks.warning >= this.#endRank.warning) return;
    }
  }

  /** The reported texts. */
  get texts(): readonly string[] {
    this.#trim();
    return this.#kept.map(({ text }) => text);
  }

  #add(finding: RankedText): void {
    this.#added.push(finding);
    this.#addedSize += this.#sizeOf(finding);
    // Now and then, so that memory is bounded and few findings are sorted often.
    if (this.#addedSize > this.#limit) this.#trim();
  }

  #trim(): void {
    const all = [...this.#kept, ...this.#added];
    const bySeverity = ({ severity }: FindingText) => (severity === 'error' ? 0 : 1);
    const order = all.toSorted((a, b) => bySeverity(a) - bySeverity(b) || a.rank - b.rank);
    let size = 0;
    const end = order.findIndex((finding) => {
      size += this.#sizeOf(finding);
      return size > this.#limit;
    });
    const tooMany = new Set(end < 0 ? [] : order.slice(end));
    this.#kept = all.filter((finding) => !tooMany.has(finding));
    this.#added = [];
    this.#addedSize = 0;
    const first = order[end];
    if (!first) return;
    this.#endRank[first.severity] = first.rank;
    if (first.severity === 'error') this.#endRank.warning = 0;
  }
}
