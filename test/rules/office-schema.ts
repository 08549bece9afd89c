import { readFileSync } from 'node:fs';
import { compileSchema } from '../../src/office-schema/compile-schema.ts';

/** The schema of an office that stands in the examples, as a check. */
export const officeSchema = await compileSchema(
  JSON.parse(readFileSync(new URL('../../examples/office.schema.json', import.meta.url), 'utf8')),
);
