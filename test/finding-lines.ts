import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../src/diagnostics/finding.ts';
import { compileSchema } from '../src/office-schema/compile-schema.ts';
import { printable } from '../src/reporters/printable.ts';
import { parseText } from '../src/source/parse-text.ts';
import { validateSource } from '../src/validate.ts';

const officeSchema = await compileSchema(
  JSON.parse(readFileSync(new URL('fixtures/office.schema.json', import.meta.url), 'utf8')),
);

/**
 * What is found in a form, in Vietnamese. Files named after the rule `office-schema` are held against
 * `fixtures/office.schema.json`, too.
 */
export function diagnosticsOf(content: Uint8Array | string, file = 'form.yaml'): readonly Diagnostic[] {
  const schema = file.startsWith('office-schema') ? { schema: officeSchema } : {};
  return validateSource(parseText(content, file), { language: 'vi', ...schema }).report.diagnostics;
}

/** The same, one line each: `line:column-line:column severity rule message`. */
export function findingLines(content: Uint8Array | string, file = 'form.yaml'): string[] {
  return diagnosticsOf(content, file).map(({ place, severity, rule, message }) => {
    if (place.kind !== 'text') throw new Error('a place in a text is expected');
    const { start, end } = place;
    const span = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${span} ${severity} ${rule} ${printable(message)}`;
  });
}
