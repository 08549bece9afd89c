import type { ErrorObject } from 'ajv';

/** Checks a value against the published schema of the form file; all errors, unordered, in `errors`. */
export const formShape: {
  (value: unknown): boolean;
  errors?: null | Pick<ErrorObject, 'instancePath' | 'schemaPath' | 'keyword' | 'params'>[];
};
