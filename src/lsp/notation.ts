/** A key that is offered, and what its value is to be. */
export interface Field {
  readonly key: string;
  readonly kind: 'text' | 'number' | 'list' | 'map';
  /** Where it is known already, or a place to fill in: `$1`, `$2`. */
  readonly value?: string;
}

/** How keys, fields and items are written in one syntax. */
export interface Notation {
  /** What begins an item. */
  readonly dash: string;
  readonly key: (key: string) => string;
  /** A value that a key may have. */
  readonly value: (kind: 'text' | 'number', value: string) => string;
  /** A key with its value. @param column where the key stands */
  readonly field: (field: Field, column: number) => string;
  /** A map of a list. @param column where its keys stand */
  readonly item: (fields: readonly Field[], column: number) => string;
}

const below = (column: number) => `\n${' '.repeat(column)}`;

const yamlField: Notation['field'] = ({ key, kind, value = '' }, column) => {
  if (kind === 'list') return `${key}:${below(column + 2)}- ${value}`;
  return kind === 'map' ? `${key}:${below(column + 2)}` : `${key}: ${value}`;
};

const yaml: Notation = {
  dash: '- ',
  key: (key) => key,
  value: (_, value) => value,
  field: yamlField,
  item: (fields, column) => fields.map((field) => yamlField(field, column)).join(below(column)),
};

const jsonValue = (kind: Field['kind'], value: string) =>
  ({ text: JSON.stringify(value), number: value, list: `[${value}]`, map: `{${value}}` })[kind];

/** Clients take the `$schema` of a snippet for a variable: it has no place to fill in. */
const jsonField: Notation['field'] = ({ key, kind, value = key.startsWith('$') ? '' : '$1' }) =>
  `${JSON.stringify(key)}: ${jsonValue(kind, value)}`;

const json: Notation = {
  dash: '',
  key: (key) => JSON.stringify(key),
  value: jsonValue,
  field: jsonField,
  item: (fields) => `{ ${fields.map((field) => jsonField(field, 0)).join(', ')} }`,
};

export const notations = { yaml, json };
