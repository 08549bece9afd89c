import type { Diagnostic, Facts, Finding, Path, Place, Severity } from './diagnostics/finding.ts';
import { isMap } from './diagnostics/plain-value.ts';
import { placeOrder } from './diagnostics/sort-diagnostics.ts';
import type { Language } from './diagnostics/wording.ts';
import { rules } from './rules/index.ts';
import type { Message, Rule } from './rules/rule.ts';
import type { Source } from './source/source.ts';

/** The options for wording the findings of a source. */
export interface WordingOptions {
  readonly language: Language;
  /** Severities by rule id, instead of the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly strict?: boolean;
}

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * A finding whose place and sentences are made when they are read: a file may have half a million findings. It is not
 * plain data, to be copied or sent to a thread: `plainDiagnostic` is.
 */
export class WordedFinding implements Diagnostic {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly order: number;
  readonly #source: Source;
  readonly #language: Language;

  constructor(finding: Finding, source: Source, { language, severities, strict }: WordingOptions) {
    const own = severities?.[finding.rule];
    this.finding = finding;
    this.severity = strict ? 'error' : own === undefined || own === 'off' ? ruleOf(finding).severity : own;
    this.order = placeOrder(source.locate(finding));
    this.#source = source;
    this.#language = language;
  }

  get rule(): string {
    return this.finding.rule;
  }

  get messageId(): string {
    return this.finding.message;
  }

  get path(): Path {
    return this.finding.path;
  }

  get place(): Place {
    return this.#source.locate(this.finding);
  }

  get subject(): string | undefined {
    return subjectOf(this.#source.value, this.finding.path);
  }

  get message(): string {
    return this.#words.text(shortened(this.finding))[this.#language];
  }

  get hint(): string | undefined {
    return this.#words.hint?.(shortened(this.finding))[this.#language];
  }

  get #words(): Message {
    const { rule, message: id } = this.finding;
    const message = ruleOf(this.finding).messages[id];
    if (!message) throw new Error(`No wording for ${rule}/${id}`);
    // Only a Word form is not text.
    return this.#source.text === undefined ? { ...message, ...message.inWord } : message;
  }
}

/** The same as plain data. */
export function plainDiagnostic(one: Diagnostic): Diagnostic {
  const { rule, messageId, severity, path, subject, place, message, hint } = one;
  return {
    rule,
    messageId,
    severity,
    path,
    ...(subject !== undefined && { subject }),
    place,
    message,
    ...(hint !== undefined && { hint }),
  };
}

function ruleOf({ rule: id, message }: Finding): Rule {
  const rule = rulesById.get(id);
  if (!rule) throw new Error(`No wording for ${id}/${message}`);
  return rule;
}

/** In UTF-16 units: how much of a text a message quotes. */
const maxQuoted = 40;

/** The facts of a finding, long texts of the form cut short; lists of keys and an office's own words are not. */
function shortened({ rule, facts = {} }: Finding): Facts {
  const long = Object.entries(facts).filter(
    ([name, fact]) => String(fact).length > maxQuoted && name !== 'known' && name !== 'reason',
  );
  if (rule === 'office-schema' || long.length === 0) return facts;
  return { ...facts, ...Object.fromEntries(long.map(([name, fact]) => [name, shorten(String(fact))])) };
}

const shorten = (text: string) =>
  `${text
    .slice(0, maxQuoted)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;

/** The keys that name an entry of a form, in order of preference; a task's number counts only if it has no text. */
const names = ['text', 'title', 'name', 'number', 'code'];

/**
 * What a path is about, stable while other entries change: the text of its task, the
 * title of its position or area, else the keys that lead there. Undefined for the whole form.
 */
export function subjectOf(root: unknown, path: Path): string | undefined {
  let value = root;
  let subject: string | undefined;
  let keys: string[] = [];
  for (const step of path) {
    value = Array.isArray(value) || isMap(value) ? Reflect.get(value, step) : undefined;
    const name = typeof step === 'number' ? nameOf(value) : undefined;
    if (name !== undefined) [subject, keys] = [name, []];
    else if (typeof step === 'string') keys.push(step);
  }
  // Below a task, the key adds nothing to the message.
  return subject ?? (keys.length > 0 ? keys.join('/') : undefined);
}

function nameOf(entry: unknown): string | undefined {
  const texts = isMap(entry) ? names.map((key) => entry[key]) : [entry];
  const text = texts.find((one) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number');
  return text === undefined ? undefined : String(text);
}
