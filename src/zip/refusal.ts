import type { Facts } from '../diagnostics/finding.ts';

/** Thrown within this folder where reading a Word file must stop; `readWordForm` makes a finding of it. */
export class Refusal extends Error {
  /** A message of the rule `word-file`. */
  readonly reason: string;
  readonly facts: Facts;

  constructor(reason: string, facts: Facts = {}) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.facts = facts;
  }
}
