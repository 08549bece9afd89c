import { maySuppress, suppress } from './config/suppressions.ts';
import type { Diagnostic, FileReport, Finding } from './diagnostics/finding.ts';
import { sortDiagnostics } from './diagnostics/sort-diagnostics.ts';
import { decodeForm } from './form/decode-form.ts';
import type { Form } from './form/form.ts';
import { forgetLast } from './form/keep-last.ts';
import { rules } from './rules/index.ts';
import type { Rule, RuleOptions } from './rules/rule.ts';
import { runRules } from './rules/run-rules.ts';
import { isSlip } from './rules/syntax.ts';
import type { Source } from './source/source.ts';
import { lineStartOf } from './source/text-lines.ts';
import { plainDiagnostic, rulesById, WordedFinding, type WordingOptions } from './worded-finding.ts';

/** An additional check of a form's plain value, such as an office's own schema. */
export type SchemaCheck = (value: unknown) => readonly Finding[];

export interface InspectOptions extends WordingOptions {
  readonly schema?: SchemaCheck;
  /** Options of rules that differ from the defaults. */
  readonly ruleOptions?: Partial<RuleOptions>;
  /** Comments disable only warnings: for commands that need a correct form. */
  readonly keepsErrors?: boolean;
}

/** Sentences are Vietnamese by default. */
export type ValidateOptions = Partial<InspectOptions>;

export interface Validation {
  /** The form as far as it could be read; undefined if there is none. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

/** The findings of one source. */
export interface Inspection {
  readonly form: Form | undefined;
  /** Sorted by place, each once. */
  readonly diagnostics: readonly WordedFinding[];
  /** All findings of the active rules: unsorted, including disabled ones, and once for each YAML alias. */
  readonly raw: readonly Finding[];
}

/** Checks one source completely: reading, structure, rules, the office's schema. Never throws for bad input. */
export function validateSource(source: Source, given: ValidateOptions = {}): Validation {
  const { form, report } = checkSource(source, given);
  return { form, report: { ...report, diagnostics: report.diagnostics.map(plainDiagnostic) } };
}

/** As `validateSource`, with diagnostics that are not plain data and need less memory. */
export function checkSource(source: Source, given: ValidateOptions = {}): Validation {
  const options: InspectOptions = { ...given, language: given.language ?? 'vi' };
  const { form, diagnostics: all } = inspectSource(source, options);
  const { file, text } = source;
  const diagnostics = source.value === undefined ? slips(all, source, options) : all;
  const unit = form?.unit?.value.replace(/\s+/g, ' ').trim();
  return { form, report: { file, ...(unit && { unit }), ...(text !== undefined && { text }), diagnostics } };
}

/** How many syntax errors a report lists; one mistake may cause many. */
const maxSlips = 10;

const contentsLater = {
  vi: 'Nội dung biểu được kiểm tra đầy đủ sau khi sửa xong lỗi cú pháp.',
  en: 'The contents are checked completely once the syntax errors are fixed.',
};

/** The first syntax errors and how many more there are, with a note on what was not checked. */
function slips(all: readonly Diagnostic[], source: Source, options: InspectOptions): Diagnostic[] {
  const found = all.filter(({ rule, messageId }) => rule === 'syntax' && isSlip(messageId));
  const rest = new Set(found.slice(maxSlips));
  const next = found[maxSlips];
  const listed = all.filter((one) => !rest.has(one)).map(plainDiagnostic);
  if (next?.place.kind === 'text') {
    const { start, end } = next.place;
    const span = [start.offset, end.offset] as const;
    const more = { rule: 'syntax', message: 'more', path: [], span, facts: { count: rest.size } };
    listed.push(plainDiagnostic(new WordedFinding(more, source, options)));
  }
  const last = listed.findLast(({ rule, messageId }) => rule === 'syntax' && isSlip(messageId));
  if (!last) return listed;
  const own = last.hint === undefined ? '' : `${last.hint.replace(/(?<![.!?])$/, '.')} `;
  const hint = own + contentsLater[options.language];
  return listed.map((one) => (one === last ? { ...last, hint } : one));
}

/** As `validateSource`, for callers that use the findings. */
export function inspectSource(source: Source, given: ValidateOptions = {}): Inspection {
  const options: InspectOptions = { ...given, language: given.language ?? 'vi' };
  const { severities = {}, schema } = options;
  const active = rules.filter((rule) => severities[rule.id] !== 'off');
  const { form, findings, isMisplaced } = decodeForm(source);
  const running = isMisplaced ? active.filter(({ id }) => rulesOfTexts.includes(id)) : active;
  // A level that could not be read is not missing, too.
  const unread = new Set(
    source.problems.filter(({ rule }) => severities[rule] !== 'off').map(({ path }) => path.join('/')),
  );
  const isUnread = ({ rule, message, path }: Finding) =>
    rule === 'task-complexity' && message === 'missing' && unread.has([...path, 'complexity'].join('/'));
  const raw = [
    ...source.problems,
    ...findings,
    ...(form ? runRules(form, running, options.ruleOptions) : findingsBesideSlips(source, active)),
    ...(schema && source.value !== undefined ? schema(source.value) : []),
  ].filter((finding) => severities[finding.rule] !== 'off' && !isUnread(finding));
  if (raw.length > manyFindings) forgetLast();
  const worded = raw.map((finding) => new WordedFinding(finding, source, options));
  const sorted = sortDiagnostics(worded, orderOf);
  const diagnostics = maySuppress(source) ? withoutSuppressed(source, sorted, options) : sorted;
  return { form, diagnostics, raw };
}

/** Rules that check each text by itself. */
const rulesOfTexts = [
  'control-characters',
  'legacy-encoding',
  'unicode-nfc',
  'confusable-letters',
  'repeated-word',
  'spacing',
  'placeholder',
  'invalid-date',
];

/** What such rules find in a file with syntax errors, unless comments might disable it. */
function findingsBesideSlips(source: Source, active: readonly Rule[]): Finding[] {
  const { text = '', problems } = source;
  const rest = text.includes('bieu2-disable') ? undefined : source.rest?.();
  const form = rest && decodeForm(rest).form;
  if (!form) return [];
  const lines = new Set(problems.map(({ span = [0, 0] }) => lineStartOf(text, span[0])));
  return runRules(
    form,
    active.filter(({ id }) => rulesOfTexts.includes(id)),
  ).flatMap(({ range, ...finding }) => {
    const place = rest.locate({ ...finding, ...(range && { range }) });
    if (place.kind !== 'text' || lines.has(lineStartOf(text, place.start.offset))) return [];
    return [{ ...finding, path: [], span: [place.start.offset, place.end.offset] }];
  });
}

/** From this many on, findings need the memory of what rules share. */
const manyFindings = 10_000;

const orderOf = ({ order }: WordedFinding) => order;

/** Removes disabled findings, and adds errors in the comments that disable rules. */
function withoutSuppressed(
  source: Source,
  sorted: readonly WordedFinding[],
  options: InspectOptions,
): readonly WordedFinding[] {
  const { severities = {}, schema } = options;
  const isActive = (id: string) =>
    severities[id] !== 'off' && (id !== 'office-schema' || schema !== undefined);
  const { silenced, problems } = suppress(source, sorted, [...rulesById.keys()], isActive);
  const isKept = ({ rule }: Diagnostic) => options.keepsErrors && rulesById.get(rule)?.severity === 'error';
  const kept = sorted.filter((diagnostic) => isKept(diagnostic) || !silenced.has(diagnostic));
  if (!isActive('suppression')) return kept;
  const found = problems.map((problem) => new WordedFinding(problem, source, options));
  return sortDiagnostics([...kept, ...found], orderOf);
}
