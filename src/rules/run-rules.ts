import type { Finding } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import type { Rule } from './rule.ts';
import { defaultRuleOptions, type RuleOptions } from './rule.ts';

/** Runs rules over a form: their findings, in no order. @param options those that differ from the defaults */
export function runRules(form: Form, rules: readonly Rule[], options: Partial<RuleOptions> = {}): Finding[] {
  const all = { ...defaultRuleOptions, ...options };
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check?.(form, (finding) => findings.push({ rule: rule.id, ...finding }), all);
  }
  return findings;
}
