import type { FileReport } from './diagnostics/diagnostic.ts';
import type { Language } from './diagnostics/wording.ts';
import { readTemplate } from './word/template/read-template.ts';

/** All that keeps a Word file from being a template, as findings. Never throws for bad input. */
export function checkTemplate(bytes: Uint8Array, file: string, language: Language): FileReport {
  const { problems = [] } = readTemplate(bytes);
  return {
    file,
    diagnostics: problems.map(({ id, message, hint, place }) => ({
      rule: 'template',
      messageId: id,
      severity: 'error',
      path: [],
      place: place ?? { kind: 'document' },
      message: message[language],
      ...(hint && { hint: hint[language] }),
    })),
  };
}
