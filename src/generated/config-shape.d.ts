import type { ErrorObject } from 'ajv';
import type { Config } from '../config/config.ts';

/** Checks a value against the published schema of the configuration file; all errors, unordered, in `errors`. */
export const configShape: {
  (value: unknown): value is Config;
  errors?: null | Pick<ErrorObject, 'instancePath' | 'schemaPath' | 'keyword' | 'params'>[];
};
