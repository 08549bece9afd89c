import { readFileSync } from 'node:fs';
import type { Language } from '../../diagnostics/wording.ts';
import type { Schema } from '../types-module.ts';

/** Every field of the JSON report, from its schema: name, type, description. */
export function reportFields(language: Language): [name: string, type: string, meaning: string][] {
  const file = new URL('../../../schemas/report.schema.json', import.meta.url);
  const root: Schema = JSON.parse(readFileSync(file, 'utf8'));
  return fieldsOf(root, '', root, language);
}

function fieldsOf(schema: Schema, prefix: string, root: Schema, language: Language) {
  const rows: [string, string, string][] = [];
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    const target = resolve(field, root);
    const inner = target.items ? resolve(target.items, root) : target;
    const name = `${prefix}${key}${target.items ? '[]' : ''}`;
    const absent = schema.required?.includes(key) ? '' : '?';
    const description = field.description ?? target.description ?? '';
    rows.push([`\`${name}\`${absent}`, typeOf(target, root), sentence(description, language)]);
    for (const alternative of inner.oneOf ?? [inner]) {
      const part = resolve(alternative, root);
      const at = inner.oneOf ? `${name} (${kindOf(part)})` : name;
      if (inner.oneOf) rows.push([`\`${at}\``, 'object', sentence(part.description ?? '', language)]);
      rows.push(...fieldsOf(part, `${name}.`, root, language));
    }
  }
  return rows;
}

const kindOf = ({ properties }: Schema) => `kind: ${JSON.stringify(properties?.kind?.const)}`;

function resolve(schema: Schema, root: Schema): Schema {
  const target = schema.$ref === undefined ? undefined : root.definitions?.[schema.$ref.replace(/^.*\//, '')];
  return target ? { ...target, ...schema } : schema;
}

function typeOf({ const: constant, enum: choices, type, oneOf, items }: Schema, root: Schema): string {
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (choices) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ');
  if (items) return `${typeOf(resolve(items, root), root)}[]`;
  return oneOf ? 'object' : (type ?? '');
}

/** Descriptions in the schema have both languages: Vietnamese, “ – ”, English. */
const sentence = (description: string, language: Language) =>
  description.split(/ – (?=[A-Z])/)[language === 'vi' ? 0 : 1] ?? description;
