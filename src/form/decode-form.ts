import type { Finding, Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap, pathBelow } from '../diagnostics/plain-value.ts';
import type { Source } from '../source/source.ts';
import { type CorrectedKeys, correctKeys } from './correct-keys.ts';
import type { Form, Group, Section, Signatory, Task, Text } from './form.ts';
import { formKeys } from './form-keys.ts';
import { misplacedKeys } from './misplaced-keys.ts';
import { fromRoman, meantRoman } from './roman.ts';
import { contents, hasShape } from './schema-errors.ts';
import { shapeFindings } from './shape-findings.ts';

/** A form as far as it could be decoded, and the errors in its structure. */
export interface DecodedForm {
  /** Undefined when the source is not a map, or was not parsed. */
  readonly form: Form | undefined;
  readonly findings: readonly Finding[];
  /** Whether keys are at the wrong level: then only single texts of the form may be checked. */
  readonly isMisplaced?: true;
}

/** Decodes a form from a source. Invalid values stay as they are, for the rules that own them. */
export function decodeForm(source: Source): DecodedForm {
  const { value } = source;
  if (value === undefined) return { form: undefined, findings: [] };
  // If the structure is valid, no key is misspelt.
  if (isMap(value) && hasShape(value)) return { form: new Decoder(source).form(value), findings: [] };
  const keys = correctKeys(value);
  const form = isMap(keys.value) ? new Decoder(source, keys.writtenKey).form(keys.value) : undefined;
  const misplaced = misplacedKeys(value);
  if (misplaced.length > 0) return { form, findings: misplaced, isMisplaced: true };
  return { form, findings: [...keys.findings, ...shapeFindings(keys, source)] };
}

interface Entry<Value = unknown> {
  readonly value: Value;
  readonly path: Path;
}

class Decoder {
  readonly #source: Source;
  readonly #writtenKey: CorrectedKeys['writtenKey'];

  constructor(source: Source, writtenKey: CorrectedKeys['writtenKey'] = (_, key) => key) {
    this.#source = source;
    this.#writtenKey = writtenKey;
  }

  form(map: PlainMap): Form {
    const form = { value: map, path: [] };
    const groups = this.#entry(form, 'groups');
    const signatures = mapOf(this.#entry(form, 'signatures'));
    const notes = this.#entry(form, 'notes');
    return {
      parentUnit: this.#text(form, 'parentUnit'),
      unit: this.#text(form, 'unit'),
      groups: groups && isMap(groups.value) ? this.#groups(groups.value, groups.path) : [],
      groupsPath: groups && (isMap(groups.value) || groups.value === null) ? groups.path : undefined,
      preparedBy: this.#signatory(signatures, 'preparedBy'),
      approvedBy: this.#signatory(signatures, 'approvedBy'),
      place: this.#text(signatures, 'place'),
      date: this.#entry(signatures, 'date'),
      notes: notes && itemsOf(notes).flatMap((item) => textOf(item) ?? []),
    };
  }

  #groups(map: PlainMap, path: Path): Group[] {
    const ordinalOf = ordinalsOf(Object.keys(map));
    return Object.entries(map).map(([key, value]) =>
      this.#group(key, ordinalOf(key), { value, path: pathBelow(path, key) }),
    );
  }

  #group(key: string, ordinal: number | undefined, entry: Entry): Group {
    const { value, path } = entry;
    const group = mapOf(entry);
    const parts = contents.map((name) => this.#entry(group, name));
    const [positions, areas, tasks] = parts;
    return {
      key,
      ordinal,
      path,
      title: this.#text(group, 'title'),
      isEmpty: isMap(value) ? parts.every((part) => !part || isNothing(part.value)) : value === null,
      positions: itemsOf(positions).map((item) => this.#section(item)),
      areas: itemsOf(areas).map((item) => this.#section(item)),
      tasks: itemsOf(tasks).map((item) => this.#task(item)),
    };
  }

  #section(entry: Entry): Section {
    const section = mapOf(entry);
    const tasks = this.#entry(section, 'tasks');
    return {
      path: entry.path,
      number: this.#written(section, 'number'),
      title: this.#text(section, 'title'),
      tasks: itemsOf(tasks).map((item) => this.#task(item)),
      emptyTasks: tasks && isNothing(tasks.value) ? tasks.path : undefined,
    };
  }

  #task(entry: Entry): Task {
    const { value, path } = entry;
    if (typeof value === 'string') return { path, isFaulty: false, text: { value, path } };
    const task = mapOf(entry);
    if (!formKeys.task.some((key) => key in task.value)) return { path, isFaulty: true };
    return {
      path,
      isFaulty: false,
      number: this.#written(task, 'number'),
      code: this.#written(task, 'code'),
      text: this.#text(task, 'text'),
      complexity: this.#entry(task, 'complexity'),
      unrated: this.#entry(task, 'unrated'),
    };
  }

  #signatory(signatures: Entry<PlainMap>, key: string): Signatory | undefined {
    const entry = this.#entry(signatures, key);
    if (!entry || !isMap(entry.value)) return undefined;
    const signatory = mapOf(entry);
    return { title: this.#text(signatory, 'title'), name: this.#text(signatory, 'name') };
  }

  #entry({ value: map, path }: Entry<PlainMap>, key: string): Entry | undefined {
    if (!(key in map)) return undefined;
    return { value: map[key], path: pathBelow(path, this.#writtenKey(map, key)) };
  }

  #text(of: Entry<PlainMap>, key: string): Text | undefined {
    return textOf(this.#entry(of, key));
  }

  /** A number or code as written: 1.10 differs from 1.1, but not as a numeric value. */
  #written(of: Entry<PlainMap>, key: string): Text | undefined {
    const entry = this.#entry(of, key);
    if (!entry) return undefined;
    const { value, path } = entry;
    if (typeof value === 'string') return { value, path };
    const isPlain = typeof value === 'number' && this.#source.isPlainNumber?.(value);
    return { value: isPlain ? String(value) : (this.#source.scalarText(path) ?? ''), path };
  }
}

/** The ordinals that keys mean, which no other key has. */
function ordinalsOf(keys: readonly string[]): (key: string) => number | undefined {
  const exact = new Set(keys.map(fromRoman));
  const meant = new Set(keys.map(meantRoman));
  // The one numeral that is not one (IIII, IIV) has the first free place.
  const misspelt = keys.filter((key) => /^[IVX]+$/i.test(key) && meantRoman(key) === undefined);
  let free = 1;
  while (meant.has(free)) free++;
  return (key) => {
    if (misspelt.length === 1 && misspelt[0] === key) return free;
    const ordinal = meantRoman(key);
    return exact.has(ordinal) ? fromRoman(key) : ordinal;
  };
}

const mapOf = (entry: Entry | undefined): Entry<PlainMap> => ({
  value: isMap(entry?.value) ? entry.value : {},
  path: entry?.path ?? [],
});

function itemsOf(entry: Entry | undefined): Entry[] {
  if (!entry || !Array.isArray(entry.value)) return [];
  return entry.value.map((value: unknown, index) => ({ value, path: pathBelow(entry.path, index) }));
}

/** A text, empty if there is no value; undefined for anything else. */
function textOf(entry: Entry | undefined): Text | undefined {
  if (entry?.value === null) return { value: '', path: entry.path };
  return typeof entry?.value === 'string' ? { value: entry.value, path: entry.path } : undefined;
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
