import { z } from 'zod';
import { formFile } from '../form/form-file.ts';
import { withoutKeywords } from './without-keywords.ts';

/** The published schema of the form file (JSON Schema draft-7), generated from its definition. */
export function formSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(formFile, { io: 'input', target: 'draft-7' });
  // zod copies each `id` of `.meta` into the definitions, where old tools would take it for an address.
  return { $schema, ...directReferences(withoutKeywords(schema, ['id'])) };
}

/** `allOf` around nothing but a reference becomes the reference: editors look for descriptions no further. */
function directReferences(schema: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    const isWrapped =
      Array.isArray(value?.allOf) && Object.keys(value).length === 1 && value.allOf.length === 1;
    return isWrapped ? value.allOf[0] : value;
  });
}
