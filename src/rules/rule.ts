import type { Change } from '../diagnostics/change.ts';
import type { Facts, Finding, Severity } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { Form } from '../form/form.ts';
import type { RuleOptions } from './rule-options.ts';

/** How one kind of finding of a rule is worded. */
export interface Message {
  /** What is wrong: what is needed and what is there, without a full stop at the end. */
  readonly text: (facts: Facts) => Wording;
  /** How to mend it. */
  readonly hint?: (facts: Facts) => Wording;
  /** What is said instead of a filled-in Word form, which has no keys. */
  readonly inWord?: Pick<Message, 'hint'> & Partial<Pick<Message, 'text'>>;
}

/** What `check` hands over; the rule's id is added by `runRules`. */
export type Report = (finding: Omit<Finding, 'rule'>) => void;

/** What a fix may look at beside its finding. */
export interface FixContext {
  /** Undefined when the source could not be parsed. */
  readonly form: Form | undefined;
  /** The plain value of the whole file. */
  readonly value: unknown;
}

/** How findings of a rule are mended by themselves, where no judgement is needed. */
export interface Fix {
  /** What is mended, in a sentence; what else the rule finds is left to people. */
  readonly summary: Wording;
  /** The changes that mend one finding, one after the other; none where that is not safe. */
  readonly changes: (finding: Finding, context: FixContext) => readonly Change[];
}

/** One thing that bieu2 checks: its behaviour, its wording and its page in one file. */
export interface Rule {
  readonly id: string;
  /** Unless the user sets another. */
  readonly severity: Severity;
  /** One line for tables. */
  readonly summary: Wording;
  /** Why the rule is there and what passes: the body of `bieu2 explain`. Paragraphs parted by blank lines. */
  readonly explanation: Wording;
  /**
   * YAML for the page: `bad` is found, `good` passes. A snippet that begins with `- ` stands for the tasks of
   * area 1 of group II, any other for keys at the top of a form; a test completes and runs both. Absent where
   * only a Word file can have the fault.
   */
  readonly example?: { readonly bad: string; readonly good: string };
  readonly messages: Readonly<Record<string, Message>>;
  /** Absent where the finding comes from an earlier stage (reading, decoding). */
  readonly check?: (form: Form, report: Report, options: RuleOptions) => void;
  readonly fix?: Fix;
  /** What would mend one finding if its author agrees: editors offer it, and it is never done unasked. */
  readonly offer?: Fix['changes'];
}
