import type { Facts } from '../diagnostics/finding.ts';
import type { MessageIds } from '../generated/message-ids.ts';

/** Thrown when reading a Word file must stop; `readWordForm` turns it into a finding. */
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
