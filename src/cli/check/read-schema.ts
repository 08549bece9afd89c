import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileSchema } from '../../office-schema.ts';
import type { SchemaCheck } from '../../validate.ts';
import { fileError } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/**
 * Reads and compiles the office's own JSON Schema.
 *
 * @throws UserError when it cannot be read, or is no schema
 */
export async function readSchema(name: string, io: Io): Promise<SchemaCheck> {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, name), 'utf8');
  } catch (error) {
    throw fileError('read', name, error);
  }
  try {
    return await compileSchema(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({
      vi: `${quoteName(name)} không phải là JSON Schema dùng được: ${reason}`,
      en: `${quoteName(name)} is not a JSON Schema that can be used: ${reason}`,
    });
  }
}
