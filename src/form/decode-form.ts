import type { Finding, Path } from '../diagnostics/finding.ts';
import type { Source } from '../source/source.ts';
import type { Form, Group, Section, Signatory, Task, Text } from './form.ts';
import { formKeys } from './form-keys.ts';
import { type Entry, entryAt, isMap, type PlainMap } from './read-map.ts';
import { fromRoman } from './roman.ts';
import { shapeFindings } from './shape-findings.ts';

/** A form as far as it has a shape, and what is wrong with its shape. */
export interface DecodedForm {
  /** Undefined when the source holds no map at all, or was not parsed. */
  readonly form: Form | undefined;
  /** Of the rule `form-shape`. */
  readonly findings: readonly Finding[];
}

/** Reads a form out of a source. Faulty values stay as they are, for the rules that own them. */
export function decodeForm(source: Source): DecodedForm {
  if (source.value === undefined) return { form: undefined, findings: [] };
  return {
    form: isMap(source.value) ? new Decoder(source).form(source.value) : undefined,
    findings: shapeFindings(source.value),
  };
}

class Decoder {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  form(map: PlainMap): Form {
    const groups = entryAt(map, [], 'groups');
    const signatures = entryAt(map, [], 'signatures');
    const signed = signatures && isMap(signatures.value) ? signatures.value : {};
    const signedPath = signatures?.path ?? [];
    const notes = entryAt(map, [], 'notes');
    const date = entryAt(signed, signedPath, 'date');
    return {
      ...this.#texts(map, [], ['parentUnit', 'unit']),
      groups: groups && isMap(groups.value) ? entriesOf(groups.value, groups.path).map(groupOf(this)) : [],
      ...(groups && (isMap(groups.value) || groups.value === null) && { groupsPath: groups.path }),
      ...this.#signatory(signed, signedPath, 'preparedBy'),
      ...this.#signatory(signed, signedPath, 'approvedBy'),
      ...this.#texts(signed, signedPath, ['place']),
      ...(date && { date }),
      ...(notes && { notes: itemsOf(notes).flatMap((item) => textOf(item) ?? []) }),
    };
  }

  group(key: string, { value, path }: Entry): Group {
    const map = isMap(value) ? value : {};
    const part = (name: string) => entryAt(map, path, name);
    const parts = [part('positions'), part('areas'), part('tasks')].filter((entry) => entry !== undefined);
    return {
      key,
      ordinal: fromRoman(key),
      path,
      ...this.#texts(map, path, ['title']),
      isEmpty: isMap(value) ? parts.every((entry) => isNothing(entry.value)) : value === null,
      positions: itemsOf(part('positions')).map((item) => this.#section(item)),
      areas: itemsOf(part('areas')).map((item) => this.#section(item)),
      tasks: itemsOf(part('tasks')).map((item) => this.#task(item)),
    };
  }

  #section({ value, path }: Entry): Section {
    const map = isMap(value) ? value : {};
    const tasks = entryAt(map, path, 'tasks');
    return {
      path,
      ...this.#scalars(map, path, ['number']),
      ...this.#texts(map, path, ['title']),
      tasks: itemsOf(tasks).map((item) => this.#task(item)),
      isEmpty: tasks !== undefined && isNothing(tasks.value),
    };
  }

  #task({ value, path }: Entry): Task {
    if (typeof value === 'string') return { path, isFaulty: false, text: { value, path } };
    const known = formKeys.task.some((key) => isMap(value) && entryAt(value, path, key));
    if (!isMap(value) || !known) return { path, isFaulty: true };
    const complexity = entryAt(value, path, 'complexity');
    const unrated = entryAt(value, path, 'unrated');
    return {
      path,
      isFaulty: false,
      ...this.#scalars(value, path, ['number', 'code']),
      ...this.#texts(value, path, ['text']),
      ...(complexity && { complexity }),
      ...(unrated && { unrated }),
    };
  }

  #signatory<Key extends string>(map: PlainMap, path: Path, key: Key): Partial<Record<Key, Signatory>> {
    const entry = entryAt(map, path, key);
    if (!entry || !isMap(entry.value)) return {};
    return record(key, this.#texts(entry.value, entry.path, ['title', 'name']));
  }

  #texts<Key extends string>(map: PlainMap, path: Path, keys: readonly Key[]): Partial<Record<Key, Text>> {
    return Object.assign({}, ...keys.map((key) => record(key, textOf(entryAt(map, path, key)))));
  }

  /** Numbers and codes as they were written: 1.10 is not 1.1. */
  #scalars<Key extends string>(map: PlainMap, path: Path, keys: readonly Key[]): Partial<Record<Key, Text>> {
    const scalarOf = (entry: Entry | undefined): Text | undefined =>
      entry && { value: this.#source.scalarText(entry.path) ?? '', path: entry.path };
    return Object.assign({}, ...keys.map((key) => record(key, scalarOf(entryAt(map, path, key)))));
  }
}

const groupOf =
  (decoder: Decoder) =>
  ([key, entry]: [string, Entry]): Group =>
    decoder.group(key, entry);

function record<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  const one: Partial<Record<Key, Value>> = {};
  if (value !== undefined) one[key] = value;
  return one;
}

function entriesOf(map: PlainMap, path: Path): [string, Entry][] {
  return Object.entries(map).map(([key, value]) => [key, { value, path: [...path, key] }]);
}

function itemsOf(entry: Entry | undefined): Entry[] {
  if (!entry || !Array.isArray(entry.value)) return [];
  return entry.value.map((value: unknown, index) => ({ value, path: [...entry.path, index] }));
}

/** A text, or an empty one where a key has no value; undefined where something else stands. */
function textOf(entry: Entry | undefined): Text | undefined {
  if (entry?.value === null) return { value: '', path: entry.path };
  return typeof entry?.value === 'string' ? { value: entry.value, path: entry.path } : undefined;
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
