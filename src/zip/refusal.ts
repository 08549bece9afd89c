import type { Facts } from '../diagnostics/finding.ts';
import type { MessageIds } from '../generated/message-ids.ts';

/** Thrown within this folder where reading a Word file must stop; `readWordForm` makes a finding of it. */
export class Refusal extends Error {
  readonly reason: MessageIds['word-file'];
  readonly facts: Facts;

  constructor(reason: MessageIds['word-file'], facts: Facts = {}) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.facts = facts;
  }
}
