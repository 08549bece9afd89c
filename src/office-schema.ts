import type { ErrorObject } from 'ajv';
import type { Finding } from './diagnostics/finding.ts';
import { pathOfPointer } from './diagnostics/json-pointer.ts';
import type { SchemaCheck } from './validate.ts';

/**
 * Compiles a further JSON Schema (draft-7, 2019-09 or 2020-12, by its `$schema`) into a check of form files.
 * Loads ajv. The keyword `errorMessage` (a string) replaces the general sentences for its place.
 *
 * @throws Error with ajv's reason when the schema itself is not valid
 */
export async function compileSchema(schema: unknown): Promise<SchemaCheck> {
  if (typeof schema !== 'object' || schema === null) throw new Error('a schema is a JSON object');
  const version = '$schema' in schema ? String(schema.$schema) : '';
  const { Ajv } = version.includes('2020-12')
    ? { Ajv: (await import('ajv/dist/2020.js')).Ajv2020 }
    : version.includes('2019-09')
      ? { Ajv: (await import('ajv/dist/2019.js')).Ajv2019 }
      : await import('ajv');
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    logger: false,
    validateFormats: false,
  });
  ajv.addKeyword({ keyword: 'errorMessage', schemaType: 'string' });
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return errors.map((error) => findingOf(error, value));
  };
}

function findingOf(error: ErrorObject, root: unknown): Finding {
  const { keyword, params, parentSchema } = error;
  const path = pathOfPointer(error.instancePath, root);
  const base = { rule: 'office-schema', path };
  const text: unknown = parentSchema?.errorMessage;
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const at = { ...base, path: [...path, key], at: 'key' as const };
    return typeof text === 'string'
      ? { ...at, message: 'custom', facts: { text } }
      : { ...at, message: 'additional', facts: { key } };
  }
  if (typeof text === 'string') return { ...base, message: 'custom', facts: { text } };
  switch (keyword) {
    case 'required':
      return { ...base, message: 'required', facts: { key: String(params.missingProperty) } };
    case 'enum':
    case 'const': {
      const allowed: unknown[] = keyword === 'enum' ? params.allowedValues : [params.allowedValue];
      return { ...base, message: 'choice', facts: { allowed: allowed.map(String).join(', ') } };
    }
    case 'pattern':
      return { ...base, message: 'pattern', facts: { pattern: String(params.pattern) } };
    default:
      return { ...base, message: 'other', facts: { reason: error.message ?? keyword } };
  }
}
