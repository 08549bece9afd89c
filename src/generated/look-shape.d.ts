import type { ErrorObject } from 'ajv';
import type { Look } from './look-types.ts';
import type { Changes } from '../look/overlay.ts';

/** A look's file: what it leaves out is as in its base. */
export type LookFile = Changes<Look> & { readonly base?: string; readonly $schema?: string };

/** Checks a value against the published schema of a look's file; all errors, unordered, in `errors`. */
export const lookShape: {
  (value: unknown): value is LookFile;
  errors?: null | Pick<ErrorObject, 'instancePath' | 'schemaPath' | 'keyword' | 'params'>[];
};
