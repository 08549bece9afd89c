import type { FileReport } from './diagnostics/diagnostic.ts';
import type { Severity } from './diagnostics/finding.ts';
import type { Language } from './diagnostics/wording.ts';
import { readTemplate } from './word/template/compile/read-template.ts';
import type { TemplateProblem } from './word/template/template-problem.ts';

/**
 * As findings, all that keeps a Word file from being a template; of one that is, what documents made from it lack.
 * Never throws for bad input.
 */
export function checkTemplate(bytes: Uint8Array, file: string, language: Language): FileReport {
  const { problems, warnings } = readTemplate(bytes);
  return problems
    ? templateReport(file, problems, 'error', language)
    : templateReport(file, warnings, 'warning', language);
}

/** Problems of a template as the report of a file. */
export function templateReport(
  file: string,
  problems: readonly TemplateProblem[],
  severity: Severity,
  language: Language,
): FileReport {
  return {
    file,
    diagnostics: problems.map(({ id, message, hint, place }) => ({
      rule: 'template',
      messageId: id,
      severity,
      path: [],
      place: place ?? { kind: 'document' },
      message: message[language],
      ...(hint && { hint: hint[language] }),
    })),
  };
}
