import { createContext, Script } from 'node:vm';
import type { ErrorObject } from 'ajv';
import type { Finding } from '../diagnostics/finding.ts';
import { pathOfPointer } from '../diagnostics/plain-value.ts';
import type { MessageIds } from '../generated/message-ids.ts';
import type { SchemaCheck } from '../validate.ts';

const drafts = ['draft-06', 'draft-07', '2019-09', '2020-12'] as const;

/** The draft that a schema names, if supported. */
export const draftOf = (schema: object) => drafts.find((name) => versionOf(schema).includes(name));
const versionOf = (schema: object) => ('$schema' in schema ? String(schema.$schema) : '');

/** A form could not be checked by a schema within the time limit. */
export class SlowSchema extends Error {
  /** The regular expression that was running; undefined if it was something else. */
  readonly pattern: string | undefined;

  constructor(pattern: string | undefined) {
    super(`the schema takes too long${pattern === undefined ? '' : `: pattern ${pattern}`}`);
    this.pattern = pattern;
  }
}

/**
 * Compiles an additional JSON Schema (draft-06, draft-07, 2019-09 or 2020-12, by its `$schema`) into a check of form files.
 * Loads ajv. The keyword `errorMessage` (a string) replaces the general sentences for its place.
 *
 * @param limitMs milliseconds for the check of one form; after that, `SlowSchema` is thrown for this and every later form
 * @throws Error with ajv's reason when the schema itself is invalid
 */
export async function compileSchema(schema: unknown, limitMs = 5000): Promise<SchemaCheck> {
  if (typeof schema !== 'object' || schema === null) throw new Error('a schema is a JSON object');
  const version = versionOf(schema);
  const draft = draftOf(schema);
  if (version !== '' && draft === undefined) {
    throw new Error(`${version} is not supported, only draft-06, draft-07, 2019-09 and 2020-12`);
  }
  const { Ajv } =
    draft === '2020-12'
      ? { Ajv: (await import('ajv/dist/2020.js')).Ajv2020 }
      : draft === '2019-09'
        ? { Ajv: (await import('ajv/dist/2019.js')).Ajv2019 }
        : await import('ajv');
  let running: string | undefined;
  const regExp = (pattern: string, flags: string) => {
    const expression = new RegExp(pattern, flags);
    const test = (text: string) => {
      running = pattern;
      const isMatch = expression.test(text);
      running = undefined;
      return isMatch;
    };
    return { test, toString: () => String(expression) };
  };
  const ajv = new Ajv({
    code: { regExp: Object.assign(regExp, { code: '' }) },
    allErrors: true,
    strict: false,
    verbose: true,
    logger: false,
    validateFormats: false,
  });
  ajv.addKeyword({ keyword: 'errorMessage', schemaType: 'string' });
  // Everything in draft-06 means the same in draft-07.
  const { $schema: _, ...unversioned } = { $schema: '', ...schema };
  const validate = ajv.compile(draft === 'draft-06' ? unversioned : schema);
  let slow: SlowSchema | undefined;
  const limited = timeLimit(limitMs, () => {
    slow = new SlowSchema(running);
    return slow;
  });
  return (value) => {
    if (slow) throw slow;
    // Maps of a source have no prototype, which ajv's comparison of values (`uniqueItems`) cannot handle.
    const copy = structuredClone(value);
    if (limited(() => validate(copy))) return [];
    const errors = (validate.errors ?? []).filter((error) => !isOfOther(error));
    return errors.map((error) => findingOf(error, value));
  };
}

/** Errors that repeat another one: those of conditions, of key names, and of `contains`. */
const isOfOther = ({ keyword, propertyName, schemaPath }: ErrorObject) =>
  keyword === 'if' ||
  (propertyName !== undefined && keyword !== 'propertyNames') ||
  /(?<!\/properties)\/contains\//.test(schemaPath);

function findingOf({ keyword, params, parentSchema, instancePath }: ErrorObject, root: unknown): Finding {
  const path = pathOfPointer(instancePath, root);
  const key: unknown = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  const place = key === undefined ? { path } : { path: [...path, String(key)], at: 'key' as const };
  const text: unknown = parentSchema?.errorMessage;
  if (typeof text === 'string')
    return { rule: 'office-schema', ...place, message: 'custom', facts: { text } };
  const said: Said =
    key === undefined ? messageFor(keyword, params) : { message: 'additional', facts: { key: String(key) } };
  return { rule: 'office-schema', ...place, ...said };
}

type Said = Pick<Finding, 'facts'> & { readonly message: MessageIds['office-schema'] };

function messageFor(keyword: string, params: ErrorObject['params']): Said {
  switch (keyword) {
    case 'required':
      return { message: 'required', facts: { key: String(params.missingProperty) } };
    case 'dependentRequired':
    case 'dependencies':
      return {
        message: 'dependency',
        facts: { key: String(params.property), needed: String(params.missingProperty) },
      };
    case 'enum':
    case 'const': {
      const allowed: unknown[] = keyword === 'enum' ? params.allowedValues : [params.allowedValue];
      return { message: 'choice', facts: { allowed: allowed.map(showAllowed).join(', ') } };
    }
    case 'pattern':
      return { message: 'pattern', facts: { pattern: String(params.pattern) } };
    case 'type':
      return { message: 'type', facts: { types: [params.type].flat().join(',') } };
    case 'uniqueItems':
      return { message: 'repeated-item', facts: { first: params.j + 1, second: params.i + 1 } };
    case 'anyOf':
    case 'oneOf':
      return { message: params.passingSchemas ? 'several-branches' : 'no-branch' };
    case 'multipleOf':
      return { message: 'limit', facts: { keyword, limit: params.multipleOf } };
    case 'contains':
      return { message: 'limit', facts: { keyword, limit: params.minContains } };
    case 'items':
    case 'additionalItems':
    case 'unevaluatedItems':
      return { message: 'limit', facts: { keyword: 'maxItems', limit: params.limit ?? params.len } };
    default:
      // `not`, and schemas that are false.
      return typeof params.limit === 'number'
        ? { message: 'limit', facts: { keyword, limit: params.limit } }
        : { message: 'forbidden' };
  }
}

const maxAllowed = 40;

function showAllowed(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > maxAllowed ? `${text.slice(0, maxAllowed)}…` : text;
}

/**
 * Makes a function that runs work and ends it after a time, even within a regular expression.
 *
 * @param limitMs milliseconds @param onTimeout returns the error to throw
 */
function timeLimit(limitMs: number, onTimeout: () => Error): <Result>(work: () => Result) => Result {
  const context = createContext({ work: () => {} });
  const script = new Script('work()');
  return <Result>(work: () => Result): Result => {
    const done: Result[] = [];
    context.work = () => {
      done.push(work());
    };
    try {
      script.runInContext(context, { timeout: limitMs });
    } catch (error) {
      // An instance of the context's own class Error.
      if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
      throw error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? onTimeout() : error;
    }
    const [result] = done;
    return result as Result;
  };
}
