import { z } from 'zod';
import { configFile } from '../config/config-file.ts';
import { withoutKeywords } from './without-keywords.ts';

/** The published schema of the configuration file (JSON Schema draft-7), generated from its definition. */
export function configSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configFile, { io: 'input', target: 'draft-7' });
  return { $schema, ...withoutKeywords(schema, ['id']) };
}
