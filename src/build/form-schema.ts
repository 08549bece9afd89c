import { z } from 'zod';
import { formFile } from '../form/form-file.ts';
import { withoutKeywords } from './without-keywords.ts';

/** The published schema of the form file (JSON Schema draft-7), generated from its definition. */
export function formSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(formFile, { io: 'input', target: 'draft-7' });
  // zod copies each `id` of `.meta` into the definitions, where old tools would take it for an address.
  return { $schema, ...withoutKeywords(schema, ['id']) };
}
