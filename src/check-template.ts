import type { FileReport } from './diagnostics/diagnostic.ts';
import type { Language } from './diagnostics/wording.ts';
import { readTemplate } from './word/template/read-template.ts';

/**
 * As findings, all that keeps a Word file from being a template; of one that is, what documents made from it lack.
 * Never throws for bad input.
 */
export function checkTemplate(bytes: Uint8Array, file: string, language: Language): FileReport {
  const { problems, warnings } = readTemplate(bytes);
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
