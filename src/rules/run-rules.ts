import type { Finding, Path, Range } from '../diagnostics/finding.ts';
import { isMap } from '../diagnostics/plain-value.ts';
import type { Form, Text } from '../form/form.ts';
import { isComposed, toWritten } from '../vietnamese/composed.ts';
import { defaultRuleOptions, type Rule, type RuleOptions } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

/** Runs rules on a form; returns their findings, unsorted. @param options those that differ from the defaults */
export function runRules(form: Form, rules: readonly Rule[], options: Partial<RuleOptions> = {}): Finding[] {
  const all = { ...defaultRuleOptions, ...options };
  const composed = composeForm(form);
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.checksWriting && composed.form === form) continue;
    const { form: checked, writtenRange } = rule.checksWriting
      ? { form, writtenRange: (_: unknown, range: Range) => range }
      : composed;
    rule.check?.(
      checked,
      ({ range, ...finding }) =>
        findings.push({
          rule: rule.id,
          ...finding,
          ...(range && { range: writtenRange(finding.path, range) }),
        }),
      all,
    );
  }
  return findings;
}

/** A form with all texts composed (NFC), and the mapping back to the texts as written. */
export interface ComposedForm {
  readonly form: Form;
  /** @param range of the composed text at `path` */
  readonly writtenRange: (path: Path, range: Range) => Range;
}

/** Composes the texts of a form, so that a rule finds the same in any Unicode form. */
export function composeForm(form: Form): ComposedForm {
  if (suspectTexts(form, 'decomposed').every(({ value }) => isComposed(value)))
    return { form, writtenRange: (_, range) => range };
  const written = new Map<Path, (range: Range) => Range>();
  const compose = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(compose);
    if (!isMap(part)) return part;
    if (isText(part)) {
      if (isComposed(part.value)) return part;
      written.set(part.path, toWritten(part.value));
      return { ...part, value: part.value.normalize('NFC') };
    }
    // Paths are identified by reference, so they are kept.
    return Object.fromEntries(
      Object.entries(part).map(([key, entry]) => [key, /path$/i.test(key) ? entry : compose(entry)]),
    );
  };
  return {
    form: compose(form) as Form,
    writtenRange: (path, range) => written.get(path)?.(range) ?? range,
  };
}

const isText = (part: object): part is Text =>
  'path' in part && 'value' in part && typeof part.value === 'string';
