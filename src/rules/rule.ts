import type { Change, Facts, Finding, Severity } from '../diagnostics/finding.ts';
import { formatNumber, type Language, type Wording } from '../diagnostics/wording.ts';
import type { Form } from '../form/form.ts';
import { nameTask } from '../form/walk-form.ts';

type FindingOf<MessageId extends string> = Finding & { readonly message: MessageId };

/** Called by `check` with one of the rule's own message ids; `runRules` adds the rule's id. */
export type ReportFinding<MessageId extends string = string> = (
  finding: Omit<FindingOf<MessageId>, 'rule'>,
) => void;

/** What a fix may use besides its finding. */
export interface FixContext {
  /** Undefined when the source could not be parsed. */
  readonly form: Form | undefined;
  readonly value: unknown;
}

/** How findings of a rule are fixed automatically, if no decision is needed. */
export interface Fix<MessageId extends string = string> {
  /** What is fixed, in a sentence; other findings of the rule are left to people. */
  readonly summary: Wording;
  /** The changes that fix one finding, in order; empty if that is not safe. */
  changes(finding: FindingOf<MessageId>, context: FixContext): readonly Change[];
}

/** The options of rules, by rule id; `config-file.ts` defines them for the configuration file. */
export interface RuleOptions {
  readonly 'task-complexity': {
    /** Tasks and duties of group I need a level, too; on paper their cells stay empty. */
    readonly leadership: boolean;
  };
}

export const defaultRuleOptions: RuleOptions = { 'task-complexity': { leadership: false } };

/** One thing that bieu2 checks: its behaviour, its wording and its page in one file. */
export interface Rule<MessageId extends string = string> {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Wording;
  /** Why the rule exists and what it accepts: the body of `bieu2 explain`. An empty line separates paragraphs. */
  readonly explanation: Wording;
  /**
   * YAML for the page: `bad` is found, `good` is not. A snippet that begins with `- ` is the tasks of area 1 of
   * group II, any other is keys at the top of a form; a test completes and runs both. Absent where the text of
   * a form cannot show the error: in Word files, in the encoding.
   */
  readonly example?: { readonly bad: string; readonly good: string };
  readonly messages: Readonly<Record<MessageId, Message>>;
  /** Absent if the findings come from an earlier stage (reading, decoding). */
  readonly check?: (form: Form, report: ReportFinding<MessageId>, options: RuleOptions) => void;
  /**
   * `check` gets the texts as written, and is not called if all are composed (NFC); other rules get them
   * composed.
   */
  readonly checksWriting?: boolean;
  readonly fix?: Fix<MessageId>;
  /** A fix for one finding that its author has to confirm: offered by editors, never applied automatically. */
  offer?(finding: FindingOf<MessageId>, context: FixContext): readonly Change[];
}

/** Defines a rule whose `check`, `fix` and `offer` can only use the ids of its own `messages`: others do not compile. */
export const defineRule = <MessageId extends string>(
  rule: Omit<Rule<NoInfer<MessageId>>, 'messages'> & {
    readonly messages: Readonly<Record<MessageId, Message>>;
  },
): Rule<MessageId> => rule;

/** The wording of one kind of finding of a rule. */
export interface Message {
  /** What is wrong: what is expected and what was found, without a final full stop. */
  readonly text: (facts: Facts) => Wording;
  readonly hint?: (facts: Facts) => Wording;
  /** Replaces it for a filled-in Word form, which has no keys. */
  readonly inWord?: Pick<Message, 'hint'> & Partial<Pick<Message, 'text'>>;
}

const arrow = ' → ';

/**
 * What is wrong and, after an arrow, how to fix it, in both languages, worded as by `wording`; then how to fix it in a
 * filled-in Word form, if that differs.
 */
export function say(vi: string, en: string, vietnameseInWord?: string, englishInWord = ''): Message {
  return {
    text: wording(vi, en),
    ...(vi.includes(arrow) && { hint: wording(vi, en, 1) }),
    ...(vietnameseInWord !== undefined && hintInWord(vietnameseInWord, englishInWord)),
  };
}

/** Makes messages with the same hints. */
export const withHint =
  (hintVi: string, hintEn: string, ...inWord: [vi: string, en: string] | []) =>
  (vi: string, en: string): Message =>
    say(`${vi} → ${hintVi}`, `${en} → ${hintEn}`, ...inWord);

/** Replaces a hint for a filled-in Word form, worded as by `wording`. */
export const hintInWord = (vi: string, en: string): Pick<Message, 'inWord'> => ({
  inWord: { hint: wording(vi, en) },
});

/**
 * A sentence in both languages, in which the facts of a finding replace their names in braces (“{limit}”), and “{task}” is
 * what `nameTask` makes of them. Facts that are numbers are grouped as each language groups them.
 *
 * @param part the sentence before the arrow, or the one after it; separated only here, as few messages are used in a run
 */
export const wording =
  (vi: string, en: string, part: 0 | 1 = 0) =>
  (facts: Facts): Wording => ({ vi: insert(facts, vi, part, 'vi'), en: insert(facts, en, part, 'en') });

const insert = (facts: Facts, sentences: string, part: 0 | 1, language: Language) =>
  (sentences.split(arrow)[part] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'task') return nameTask(facts)[language];
    const fact = facts[name];
    return typeof fact === 'number' ? formatNumber(fact, language) : String(fact);
  });
