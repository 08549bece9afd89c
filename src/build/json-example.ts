import { readFileSync } from 'node:fs';
import { isScalar, parseDocument, visit } from 'yaml';

/**
 * An example in JSON, made from the YAML of the same name. Numbers of tasks become texts there: programs that write
 * JSON drop the zero of 1.10.
 */
export function jsonExample(name: string): string {
  const file = new URL(`../../examples/${name}.yaml`, import.meta.url);
  const document = parseDocument(readFileSync(file, 'utf8'));
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'number' || !isScalar(value)) return;
      if (value.source?.includes('.')) value.value = value.source;
    },
  });
  return `${JSON.stringify({ $schema: '../schemas/form.schema.json', ...document.toJS() }, null, 2)}\n`;
}
