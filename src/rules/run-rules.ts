import type { Finding, Range } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import { composeForm } from './compose-form.ts';
import type { Rule } from './rule.ts';
import { defaultRuleOptions, type RuleOptions } from './rule.ts';

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
