import type { FileReport } from './diagnostics/finding.ts';
import type { Language } from './diagnostics/wording.ts';
import { readTemplate } from './word/template/compile/read-template.ts';
import type { Made } from './word/template/template-problem.ts';

/**
 * Reports what prevents a Word file from being used as a template, else what documents made from it lack.
 * Never throws for bad input.
 */
export const checkTemplate = (bytes: Uint8Array, file: string, language: Language): FileReport =>
  templateReport(file, readTemplate(bytes), language);

/** The report of a template file: what is wrong with it or missing. */
export function templateReport(
  file: string,
  { problems, warnings }: Made<object>,
  language: Language,
): FileReport {
  return {
    file,
    diagnostics: (problems ?? warnings).map(({ id, message, hint, place }) => ({
      rule: 'template',
      messageId: id,
      severity: problems ? 'error' : 'warning',
      path: [],
      place: place ?? { kind: 'document' },
      message: message[language],
      ...(hint && { hint: hint[language] }),
    })),
  };
}
