import type { Finding } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import type { Rule } from './rule.ts';

/** Runs rules over a form: their findings, in no order. */
export function runRules(form: Form, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check?.(form, (finding) => findings.push({ rule: rule.id, ...finding }));
  }
  return findings;
}
