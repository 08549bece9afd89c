import { maySuppress, suppress } from './config/suppressions.ts';
import type { Diagnostic, FileReport } from './diagnostics/diagnostic.ts';
import type { Facts, Finding, Severity } from './diagnostics/finding.ts';
import { sortDiagnostics } from './diagnostics/sort-diagnostics.ts';
import type { Language } from './diagnostics/wording.ts';
import { decodeForm } from './form/decode-form.ts';
import type { Form } from './form/form.ts';
import { rules } from './rules/index.ts';
import type { RuleOptions } from './rules/rule.ts';
import { runRules } from './rules/run-rules.ts';
import { subjectOf } from './rules/subject-of.ts';
import { isSlip } from './rules/syntax.ts';
import type { Source } from './source/source.ts';

/** An additional check of a form's plain value, such as an office's own schema. */
export type SchemaCheck = (value: unknown) => readonly Finding[];

export interface ValidateOptions {
  /** Of the sentences. */
  readonly language: Language;
  /** Severities by rule id, instead of the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly schema?: SchemaCheck;
  /** Options of rules that differ from the defaults. */
  readonly ruleOptions?: Partial<RuleOptions>;
  /** Comments silence only what is a warning by its rule: for what can work with a complete form only. */
  readonly keepsErrors?: boolean;
}

export interface Validation {
  /** The form as far as it could be read; undefined where there is none at all. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** What was found in one source: each diagnostic with the finding that it words, sorted by place, each once. */
export interface Inspection {
  readonly form: Form | undefined;
  readonly findings: ReadonlyMap<Diagnostic, Finding>;
  /** All that the active rules found: not sorted, with what comments silence, and once for each alias of YAML. */
  readonly raw: readonly Finding[];
}

/** The whole check of one source: reading, shape, rules, the office's schema. Never throws for bad input. */
export function validateSource(source: Source, given: Partial<ValidateOptions> = {}): Validation {
  const options: ValidateOptions = { language: 'vi', ...given };
  const { form, findings } = inspectSource(source, options);
  const { file, text } = source;
  const diagnostics =
    source.value === undefined ? slips([...findings.keys()], source, options) : [...findings.keys()];
  return { form, report: { file, ...(text !== undefined && { text }), diagnostics } };
}

/** Errors of syntax that a report lists; one slip may cause many. */
const maxSlips = 10;

const contentsLater = {
  vi: 'Nội dung biểu được kiểm tra sau khi sửa xong lỗi cú pháp.',
  en: 'The contents are checked once the syntax errors are fixed.',
};

/** The first errors of syntax and how many more there are, with a word on what was not checked. */
function slips(all: readonly Diagnostic[], source: Source, options: ValidateOptions): Diagnostic[] {
  const found = all.filter(({ rule, messageId }) => rule === 'syntax' && isSlip(messageId));
  const rest = new Set(found.slice(maxSlips));
  const next = found[maxSlips];
  const listed = all.filter((one) => !rest.has(one));
  if (next?.place.kind === 'text') {
    const { start, end } = next.place;
    const span = [start.offset, end.offset] as const;
    const more = { rule: 'syntax', message: 'more', path: [], span, facts: { count: rest.size } };
    listed.push(diagnose(more, source, options));
  }
  const last = listed.at(-1);
  if (!last || found.length === 0) return listed;
  const own = last.hint === undefined ? '' : `${last.hint.replace(/(?<![.!?])$/, '.')} `;
  const hint = own + contentsLater[options.language];
  return [...listed.slice(0, -1), { ...last, hint }];
}

/** As `validateSource`, for those who go on with the findings. */
export function inspectSource(source: Source, given: Partial<ValidateOptions> = {}): Inspection {
  const options: ValidateOptions = { language: 'vi', ...given };
  const { severities = {}, schema } = options;
  const active = rules.filter((rule) => severities[rule.id] !== 'off');
  const { form, findings } = decodeForm(source);
  const raw = [
    ...source.problems,
    ...findings,
    ...(form ? runRules(form, active, options.ruleOptions) : []),
    ...(schema && source.value !== undefined ? schema(source.value) : []),
  ].filter((finding) => severities[finding.rule] !== 'off');
  const worded = new Map(raw.map((finding) => [diagnose(finding, source, options), finding]));
  const sorted = sortDiagnostics([...worded.keys()]);
  const kept = maySuppress(source) ? withoutSuppressed(source, sorted, worded, options) : sorted;
  return { form, findings: new Map(kept.flatMap((one) => pairOf(worded, one))), raw };
}

/** Adds to `worded` what is wrong with the comments that silence rules. */
function withoutSuppressed(
  source: Source,
  sorted: readonly Diagnostic[],
  worded: Map<Diagnostic, Finding>,
  options: ValidateOptions,
): readonly Diagnostic[] {
  const { severities = {}, schema } = options;
  const isActive = (id: string) =>
    severities[id] !== 'off' && (id !== 'office-schema' || schema !== undefined);
  const { silenced, problems } = suppress(source, sorted, [...rulesById.keys()], isActive);
  const isKept = ({ rule }: Diagnostic) => options.keepsErrors && rulesById.get(rule)?.severity === 'error';
  const kept = sorted.filter((diagnostic) => isKept(diagnostic) || !silenced.has(diagnostic));
  if (!isActive('suppression')) return kept;
  const found = problems.map((problem) => {
    const diagnostic = diagnose(problem, source, options);
    worded.set(diagnostic, problem);
    return diagnostic;
  });
  return sortDiagnostics([...kept, ...found]);
}

function pairOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): [Key, Value][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** Gives a finding its place and its sentences. */
export function diagnose(
  finding: Finding,
  source: Source,
  { language, severities }: ValidateOptions,
): Diagnostic {
  const rule = rulesById.get(finding.rule);
  const message = rule?.messages[finding.message];
  if (!rule || !message) throw new Error(`No wording for ${finding.rule}/${finding.message}`);
  const facts = shortened(finding);
  const override = severities?.[rule.id];
  // Only a Word form is not text.
  const spoken = source.text === undefined ? { ...message, ...message.inWord } : message;
  const hint = spoken.hint?.(facts)[language];
  const subject = subjectOf(source.value, finding.path);
  return {
    rule: rule.id,
    messageId: finding.message,
    severity: override === undefined || override === 'off' ? rule.severity : override,
    path: finding.path,
    ...(subject !== undefined && { subject }),
    place: source.locate(finding),
    message: spoken.text(facts)[language],
    ...(hint !== undefined && { hint }),
  };
}

/** In UTF-16 units: a message quotes so much of a text. */
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
