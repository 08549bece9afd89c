import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { parse } from 'yaml';
import { validateContent } from '../../src/validate-content.ts';
import { agreesWithFullParser, plainConstructs } from '../source/agrees-with-full-parser.ts';
import { formValue, written } from '../source/arbitraries.ts';
import { equalities } from './check-equalities.ts';
import { checkFixes } from './check-fixes.ts';
import { checkConfig, checkLookFile, checkTemplateFile } from './check-settings.ts';
import { checkText } from './check-text.ts';
import { checkUnicodeForms } from './check-unicode-forms.ts';
import { checkWord } from './check-word.ts';
import { readCorpus } from './corpus.ts';
import { faultyValue, formValues, oddValue } from './generated-values.ts';
import { textBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import { mutateValue, writeValue } from './mutate-value.ts';
import { mutateWord } from './mutate-word.ts';
import { jsonPieces, yamlPieces } from './pieces.ts';
import { Random } from './random.ts';

/** A kind of input: how one is made by chance, and what must hold for any. */
export interface Kind {
  /** What must hold, for people. */
  readonly holds: string;
  /** Of files that hold an input. */
  readonly ending: string;
  make(random: Random): Uint8Array;
  /** @throws whatever is a fault of the program */
  check(bytes: Uint8Array): Promise<void>;
}

const corpus = readCorpus();

/** Chance that depends on the input alone, so that the same input is always checked in the same way. */
const diceFor = (bytes: Uint8Array) => new Random(crc32(bytes));

export const kinds = {
  yaml: {
    holds: 'any bytes as YAML: no exception, places in the text, clean reports, the two parsers agree',
    ending: 'yaml',
    make: (random) => makeText(random, corpus.yaml, 'yaml'),
    check: (bytes) => checkText(bytes, 'form.yaml', diceFor(bytes)),
  },
  json: {
    holds: 'any bytes as JSON: the same, and JSON.parse agrees',
    ending: 'json',
    make: (random) => makeText(random, random.oneIn(3) ? corpus.json : jsonForms(), 'json'),
    check: (bytes) => checkText(bytes, 'form.json', diceFor(bytes)),
  },
  word: {
    holds: 'any package as a Word form: no exception, no hang, bounded memory, clean reports',
    ending: 'docx',
    make: (random) => mutateWord(random.pick(corpus.word), random, corpus.word),
    check: (bytes) => checkWord(bytes, diceFor(bytes)),
  },
  config: {
    holds: 'any configuration: findings, never an exception',
    ending: 'yaml',
    make: (random) => makeText(random, corpus.config, 'yaml'),
    check: async (bytes) => checkConfig(bytes),
  },
  look: {
    holds: 'any look: findings, or a sound template',
    ending: 'yaml',
    make: (random) => makeText(random, corpus.look, 'yaml'),
    check: (bytes) => checkLookFile(bytes, diceFor(bytes)),
  },
  template: {
    holds: 'any Word template: problems, or documents that can be read',
    ending: 'docx',
    make: (random) => mutateWord(random.pick(corpus.template), random, corpus.template),
    check: checkTemplateFile,
  },
  twins: ofForms('YAML = its JSON twin, in every command', equalities.twins, (random) => [
    random.oneIn(2) ? formValues(random, 1)[0] : oddValue(random),
    random.oneIn(2) ? formValues(random, 1)[0] : oddValue(random),
  ]),
  paper: ofForms('findings of a form = of its Word document; import(render(form)) = form', equalities.paper),
  merge: ofForms('merge of the parts = the whole', equalities.merge),
  diff: ofForms('diff(a, a) is empty; diff(b, a) mirrors diff(a, b) in texts', equalities.diff),
  totals: ofForms(
    'totals of the summary = rows of the export = counted by the library yaml',
    equalities.totals,
  ),
  fixes: {
    holds: '--fix adds no error, keeps forms printable, changes nothing again, and only what it says',
    ending: 'yaml',
    make: (random) =>
      Buffer.from(writeValue(oddValue(random), random, random.pick(['yaml', 'yaml', 'json']))),
    check: (bytes) => checkFixes(bytes, 'form.yaml'),
  },
  unicode: {
    holds: 'every rule finds the same in NFC, NFD and mixed texts',
    ending: 'json',
    make: (random) => Buffer.from(JSON.stringify(faultyValue(random))),
    check: async (bytes) => checkUnicodeForms(Buffer.from(bytes).toString(), diceFor(bytes).between(1, 4)),
  },
  plain: {
    holds: 'the fast YAML parser gives what the full one does, or nothing',
    ending: 'yaml',
    make: (random) => {
      const seed = random.below(2 ** 31);
      const [form] = random.oneIn(4) ? fc.sample(written(formValue()), { numRuns: 1, seed }) : [];
      const text = form?.text ?? random.pick(plainConstructs);
      return Buffer.from(mutateText(text, random, plainConstructs, yamlPieces));
    },
    check: async (bytes) => {
      agreesWithFullParser(new TextDecoder().decode(bytes));
    },
  },
} as const satisfies Record<string, Kind>;

/** @param make gives two values; only those that are forms are checked, unless it is named */
function ofForms(
  holds: string,
  check: (values: readonly unknown[]) => void | Promise<void>,
  make?: (random: Random) => unknown[],
): Kind {
  return {
    holds,
    ending: 'json',
    make: (random) => Buffer.from(JSON.stringify(make?.(random) ?? formValues(random, 2), null, 1)),
    check: async (bytes) => check(valuesIn(bytes).filter((value) => make !== undefined || isForm(value))),
  };
}

/** None where an input that was made smaller is no list in JSON any more. */
function valuesIn(bytes: Uint8Array): unknown[] {
  try {
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

const isForm = (value: unknown) => validateContent(JSON.stringify(value), 'form.json').form !== undefined;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds).filter((name): name is KindName => name in kinds);

/** The input of a number, which a seed and a kind give again and again. */
export function inputOf(name: KindName, seed: number, number: number): Uint8Array {
  return kinds[name].make(new Random(seed, kindNames.indexOf(name), number));
}

function makeText(random: Random, texts: readonly string[], format: 'yaml' | 'json'): Uint8Array {
  const text = random.pick(texts);
  const pieces = format === 'json' ? jsonPieces : yamlPieces;
  const isStructural = random.oneIn(3);
  const value = isStructural ? valueIn(text) : undefined;
  if (value === undefined) return textBytes(mutateText(text, random, texts, pieces), random);
  const written = writeValue(mutateValue(value, random), random, format);
  return textBytes(random.oneIn(3) ? mutateText(written, random, texts, pieces) : written, random);
}

function valueIn(text: string): unknown {
  try {
    // A value that holds itself, as an alias can make it, throws here, too.
    return JSON.parse(JSON.stringify(parse(text, { logLevel: 'silent' })));
  } catch {
    return undefined;
  }
}

let formsAsJson: string[] | undefined;

/** Forms in YAML as JSON, since few of the files are JSON. */
function jsonForms(): readonly string[] {
  formsAsJson ??= corpus.yaml.flatMap((text) => {
    const value = valueIn(text);
    return value === undefined ? [] : JSON.stringify(value, null, 2);
  });
  return formsAsJson;
}
