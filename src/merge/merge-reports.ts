import type { Diagnostic, FileReport } from '../diagnostics/finding.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import type { Language } from '../diagnostics/wording.ts';
import { formatLocation } from '../reporters/format-place.ts';
import type { Merge } from './merge-forms.ts';
import { type MergeRule, mergeRules } from './merge-rules.ts';

/** The findings of a merge by file, for the reporters. */
export function mergeReports({ inputs, findings }: Merge, language: Language): FileReport[] {
  const byInput = inputs.map((): Diagnostic[] => []);
  for (const { kind, at, other, facts: known } of findings) {
    const source = inputs[at.input]?.source;
    const there = other && inputs[other.input]?.source;
    if (!source) continue;
    const place = there ? formatLocation(there.file, there.locate({ path: other.path }), language) : '';
    const facts = { ...known, place };
    const { id: rule, severity, message }: MergeRule = mergeRules[kind];
    const hint = message.hint?.(facts)[language];
    byInput[at.input]?.push({
      ...{ rule, messageId: kind, severity, path: at.path, place: source.locate({ path: at.path }) },
      message: message.text(facts)[language],
      ...(hint && { hint }),
    });
  }
  return inputs.map(({ source: { file, text } }, input) => ({
    ...{ file, diagnostics: sortDiagnostics(byInput[input] ?? []) },
    ...(text !== undefined && { text }),
  }));
}
