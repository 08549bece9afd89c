import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { parse } from 'yaml';
import { validateContent } from '../../src/validate-content.ts';
import { agreesWithFullParser, plainConstructs } from '../source/agrees-with-full-parser.ts';
import { formValue, written } from '../source/arbitraries.ts';
import { generatedForm } from '../word/read/generated-form.ts';
import { checkEqualities } from './check-equalities.ts';
import { checkConfig, checkLookFile, checkTemplateFile } from './check-settings.ts';
import { checkText } from './check-text.ts';
import { checkWord } from './check-word.ts';
import { readCorpus } from './corpus.ts';
import { textBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import { mutateValue, writeValue } from './mutate-value.ts';
import { mutateWord } from './mutate-word.ts';
import { jsonPieces, yamlPieces } from './pieces.ts';
import { Random } from './random.ts';

/** A kind of input: how one is made by chance, and what must hold for any. */
export interface Kind {
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
    ending: 'yaml',
    make: (random) => makeText(random, corpus.yaml, 'yaml'),
    check: (bytes) => checkText(bytes, 'form.yaml', diceFor(bytes)),
  },
  json: {
    ending: 'json',
    make: (random) => makeText(random, random.oneIn(3) ? corpus.json : jsonForms(), 'json'),
    check: (bytes) => checkText(bytes, 'form.json', diceFor(bytes)),
  },
  word: {
    ending: 'docx',
    make: (random) => mutateWord(random.pick(corpus.word), random, corpus.word),
    check: (bytes) => checkWord(bytes, diceFor(bytes)),
  },
  config: {
    ending: 'yaml',
    make: (random) => makeText(random, corpus.config, 'yaml'),
    check: async (bytes) => checkConfig(bytes),
  },
  look: {
    ending: 'yaml',
    make: (random) => makeText(random, corpus.look, 'yaml'),
    check: (bytes) => checkLookFile(bytes, diceFor(bytes)),
  },
  template: {
    ending: 'docx',
    make: (random) => mutateWord(random.pick(corpus.template), random, corpus.template),
    check: checkTemplateFile,
  },
  equalities: {
    ending: 'json',
    make: (random) => {
      const seed = random.below(2 ** 31);
      return Buffer.from(JSON.stringify(fc.sample(generatedForm, { numRuns: 2, seed }), null, 1));
    },
    check: (bytes) => checkEqualities(validForms(bytes)),
  },
  plain: {
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

/** Of a list in JSON; without those that are no form any more where an input was made smaller. */
function validForms(bytes: Uint8Array): unknown[] {
  try {
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isForm = (value: unknown) => validateContent(JSON.stringify(value), 'form.json').form !== undefined;
    return Array.isArray(values) ? values.filter(isForm) : [];
  } catch {
    return [];
  }
}

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
