import type { Path } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { jsonPointer } from '../diagnostics/plain-value.ts';
import { draftOf } from './compile-schema.ts';

/** A JSON Schema keyword that has no effect. */
export interface IdleKeyword {
  readonly keyword: string;
  /** Its place, as a JSON Pointer. */
  readonly pointer: string;
  readonly nearest?: string;
}

/** Keywords by their value: one schema, a list of schemas, schemas by name, or no schema (draft-06 to 2020-12). */
const holders = {
  one: 'additionalItems additionalProperties contains contentSchema else if items not propertyNames then unevaluatedItems unevaluatedProperties',
  list: 'allOf anyOf items oneOf prefixItems',
  named: '$defs definitions dependencies dependentSchemas patternProperties properties',
  none: '$anchor $comment $dynamicAnchor $dynamicRef $id $recursiveAnchor $recursiveRef $ref $schema $vocabulary const contentEncoding contentMediaType default dependentRequired deprecated description enum errorMessage examples exclusiveMaximum exclusiveMinimum maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf pattern readOnly required title type uniqueItems writeOnly',
};
const namesOf = (kind: keyof typeof holders) => holders[kind].split(' ');
const [one, list, named] = [new Set(namesOf('one')), new Set(namesOf('list')), new Set(namesOf('named'))];
const known = new Set([...one, ...list, ...named, ...namesOf('none')]);

/** Keywords of other drafts than the schema's; draft-06 is read as draft-07, as is a schema without a draft. */
const draft07 =
  'dependentRequired dependentSchemas maxContains minContains prefixItems unevaluatedItems unevaluatedProperties $dynamicRef $recursiveRef';
const foreign = {
  'draft-06': draft07,
  'draft-07': draft07,
  '2019-09': 'prefixItems',
  '2020-12': 'additionalItems',
};

/** Keywords that work only together with another one. */
const companions: Readonly<Record<string, string>> = {
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  then: 'if',
  else: 'if',
  minContains: 'contains',
  maxContains: 'contains',
};

/**
 * Keywords that are unknown, belong to another draft or lack their companion, and `format`, which is not checked. Names
 * that begin with `x-` are the office's own.
 */
export function idleKeywords(schema: unknown): IdleKeyword[] {
  const draft = (typeof schema === 'object' && schema !== null && draftOf(schema)) || 'draft-07';
  return idleIn(schema, new Set(foreign[draft].split(' ')), []);
}

function idleIn(schema: unknown, others: ReadonlySet<string>, path: Path): IdleKeyword[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
    const at = [...path, keyword];
    const pointer = jsonPointer(at);
    const companion = companions[keyword];
    if (others.has(keyword) || (companion !== undefined && !(companion in schema))) {
      return [{ keyword, pointer }];
    }
    if (one.has(keyword) && !Array.isArray(value)) return idleIn(value, others, at);
    if (list.has(keyword) && Array.isArray(value)) {
      return value.flatMap((inner, index) => idleIn(inner, others, [...at, index]));
    }
    if (named.has(keyword)) {
      return Object.entries(value ?? {}).flatMap(([name, inner]) => idleIn(inner, others, [...at, name]));
    }
    if (known.has(keyword) || keyword.startsWith('x-')) return [];
    const nearest = nearestWord(keyword, known);
    return [{ keyword, pointer, ...(nearest !== undefined && { nearest }) }];
  });
}
