import type { Finding, Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap } from '../diagnostics/plain-map.ts';
import type { Source } from '../source/source.ts';
import { type CorrectedKeys, correctKeys } from './correct-keys.ts';
import type { Form, Group, Section, Signatory, Task, Text } from './form.ts';
import { formKeys } from './form-keys.ts';
import { fromRoman, meantRoman, toRoman } from './roman.ts';
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
  const keys = correctKeys(source.value);
  return {
    form: isMap(keys.value) ? new Decoder(source, keys).form(keys.value) : undefined,
    findings: [...keys.findings, ...shapeFindings(keys, source)],
  };
}

/** A value and the path that leads to it in the source. */
interface Entry {
  readonly value: unknown;
  readonly path: Path;
}

class Decoder {
  readonly #source: Source;
  readonly #keys: CorrectedKeys;

  constructor(source: Source, keys: CorrectedKeys) {
    this.#source = source;
    this.#keys = keys;
  }

  form(map: PlainMap): Form {
    const groups = this.#entry(map, [], 'groups');
    const signatures = this.#entry(map, [], 'signatures');
    const signed = signatures && isMap(signatures.value) ? signatures.value : {};
    const signedPath = signatures?.path ?? [];
    const notes = this.#entry(map, [], 'notes');
    const date = this.#entry(signed, signedPath, 'date');
    return {
      ...this.#texts(map, [], ['parentUnit', 'unit']),
      groups: groups && isMap(groups.value) ? this.#groups(groups.value, groups.path) : [],
      ...(groups && (isMap(groups.value) || groups.value === null) && { groupsPath: groups.path }),
      ...this.#signatory(signed, signedPath, 'preparedBy'),
      ...this.#signatory(signed, signedPath, 'approvedBy'),
      ...this.#texts(signed, signedPath, ['place']),
      ...(date && { date }),
      ...(notes && { notes: itemsOf(notes).flatMap((item) => textOf(item) ?? []) }),
    };
  }

  #groups(map: PlainMap, path: Path): Group[] {
    return Object.entries(map).map(([key, value]) => {
      const meant = meantRoman(key);
      const isTaken = meant !== undefined && toRoman(meant) in map;
      const ordinal = fromRoman(key) ?? (isTaken ? undefined : meant);
      return this.#group(key, ordinal, { value, path: [...path, key] });
    });
  }

  #group(key: string, ordinal: number | undefined, { value, path }: Entry): Group {
    const map = isMap(value) ? value : {};
    const part = (name: string) => this.#entry(map, path, name);
    const parts = [part('positions'), part('areas'), part('tasks')].filter((entry) => entry !== undefined);
    return {
      key,
      ordinal,
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
    const tasks = this.#entry(map, path, 'tasks');
    return {
      path,
      ...this.#scalars(map, path, ['number']),
      ...this.#texts(map, path, ['title']),
      tasks: itemsOf(tasks).map((item) => this.#task(item)),
      ...(tasks && isNothing(tasks.value) && { emptyTasks: tasks.path }),
    };
  }

  #task({ value, path }: Entry): Task {
    if (typeof value === 'string') return { path, isFaulty: false, text: { value, path } };
    const known = isMap(value) && formKeys.task.some((key) => key in value);
    if (!isMap(value) || !known) return { path, isFaulty: true };
    const complexity = this.#entry(value, path, 'complexity');
    const unrated = this.#entry(value, path, 'unrated');
    return {
      path,
      isFaulty: false,
      ...this.#scalars(value, path, ['number', 'code']),
      ...this.#texts(value, path, ['text']),
      ...(complexity && { complexity }),
      ...(unrated && { unrated }),
    };
  }

  #entry(map: PlainMap, path: Path, key: string): Entry | undefined {
    if (!(key in map)) return undefined;
    return { value: map[key], path: [...path, this.#keys.writtenKey(map, key)] };
  }

  #signatory<Key extends string>(map: PlainMap, path: Path, key: Key): Partial<Record<Key, Signatory>> {
    const entry = this.#entry(map, path, key);
    if (!entry || !isMap(entry.value)) return {};
    return record(key, this.#texts(entry.value, entry.path, ['title', 'name']));
  }

  #texts<Key extends string>(map: PlainMap, path: Path, keys: readonly Key[]): Partial<Record<Key, Text>> {
    const texts: Partial<Record<Key, Text>> = {};
    for (const key of keys) {
      const text = textOf(this.#entry(map, path, key));
      if (text) texts[key] = text;
    }
    return texts;
  }

  /** Numbers and codes as they were written: 1.10 is not 1.1. */
  #scalars<Key extends string>(map: PlainMap, path: Path, keys: readonly Key[]): Partial<Record<Key, Text>> {
    const scalars: Partial<Record<Key, Text>> = {};
    for (const key of keys) {
      const entry = this.#entry(map, path, key);
      if (entry) scalars[key] = { value: this.#written(entry), path: entry.path };
    }
    return scalars;
  }

  /** A text is its value; the value of a number does not show how it was written. */
  #written({ value, path }: Entry): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && this.#source.isPlainNumber?.(value)) return String(value);
    return this.#source.scalarText(path) ?? '';
  }
}

function record<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  const one: Partial<Record<Key, Value>> = {};
  if (value !== undefined) one[key] = value;
  return one;
}

function itemsOf(entry: Entry | undefined): Entry[] {
  if (!entry || !Array.isArray(entry.value)) return [];
  return entry.value.map((value: unknown, index) => ({ value, path: [...entry.path, index] }));
}

/** A text, or an empty one where a key has no value; undefined where there is something else. */
function textOf(entry: Entry | undefined): Text | undefined {
  if (entry?.value === null) return { value: '', path: entry.path };
  return typeof entry?.value === 'string' ? { value: entry.value, path: entry.path } : undefined;
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
