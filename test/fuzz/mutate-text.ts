import { scalarPieces, unicodeTraps } from './pieces.ts';
import type { Random } from './random.ts';
import { toLegacy } from './to-legacy.ts';

/** No more than this comes out, in UTF-16 units; now and then a text is blown up to `large`. */
const usual = 200_000;
const large = 3_000_000;

type Mutation = (text: string, random: Random, setting: Setting) => string;

interface Setting {
  /** Further texts to take pieces from. */
  readonly others: readonly string[];
  readonly pieces: readonly string[];
  readonly limit: number;
}

/**
 * Changes a text in one to six places, by lines, by tokens and by characters.
 *
 * @param pieces what means something in its language
 */
export function mutateText(
  text: string,
  random: Random,
  others: readonly string[],
  pieces: readonly string[],
): string {
  const limit = random.oneIn(400) ? large : usual;
  const mutations = [
    ...ofLines,
    ...ofLines,
    ...ofTokens,
    ...ofTokens,
    ...ofCharacters,
    ...ofCharacters,
    ...rare,
  ];
  let mutated = text;
  for (let count = random.between(1, 6); count > 0; count--) {
    const next = random.pick(mutations)(mutated, random, { others, pieces, limit });
    if (next.length <= limit) mutated = next;
  }
  return mutated;
}

const byLines =
  (change: (lines: string[], random: Random, setting: Setting) => void): Mutation =>
  (text, random, setting) => {
    const lines = text.split('\n');
    change(lines, random, setting);
    return lines.join('\n');
  };

/** Where a run of one to eight lines begins, and how many they are. */
function someLines(lines: readonly string[], random: Random): [start: number, count: number] {
  const start = random.below(lines.length);
  return [start, Math.min(random.between(1, random.oneIn(3) ? 8 : 1), lines.length - start)];
}

const ofLines: readonly Mutation[] = [
  byLines((lines, random) => lines.splice(...someLines(lines, random))),
  byLines((lines, random) => {
    const [start, count] = someLines(lines, random);
    lines.splice(random.below(lines.length), 0, ...lines.slice(start, start + count));
  }),
  byLines((lines, random) => {
    const [start, count] = someLines(lines, random);
    lines.splice(random.below(lines.length), 0, ...lines.splice(start, count));
  }),
  byLines((lines, random) => {
    const [start, count] = someLines(lines, random);
    const by = random.between(-4, 4);
    for (let at = start; at < start + count; at++) {
      const line = lines[at] ?? '';
      lines[at] =
        by < 0
          ? line.replace(new RegExp(`^ {0,${-by}}`), '')
          : random.pick([' ', ' ', '\t', '\u00a0']).repeat(by) + line;
    }
  }),
  byLines((lines, random, { others }) => {
    const from = random.pick(others).split('\n');
    lines.splice(
      random.below(lines.length),
      random.oneIn(2) ? lines.length : 0,
      ...from.slice(random.below(from.length)),
    );
  }),
  byLines((lines, random, { limit }) => {
    const [start, count] = someLines(lines, random);
    const block = lines.slice(start, start + count);
    const times = Math.min(
      random.pick([2, 10, 300, 5000]),
      Math.floor(limit / (2 * block.join('\n').length + 2)),
    );
    lines.splice(start, 0, ...Array.from({ length: times }, () => block).flat());
  }),
];

/** Words, numbers, keys, quoted texts. */
const token = /"(?:[^"\\\n]|\\.)*"|[\p{L}\p{M}\d$_][\p{L}\p{M}\d$_.-]*/gu;

function replaceToken(text: string, random: Random, replacement: (token: string) => string): string {
  const found = [...text.matchAll(token)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + replacement(old) + text.slice(index + old.length);
}

const ofTokens: readonly Mutation[] = [
  (text, random) => replaceToken(text, random, () => random.pick(scalarPieces)),
  (text, random, { others }) => {
    const from = random.pick([text, ...others]).match(token) ?? [''];
    return replaceToken(text, random, () => random.pick(from));
  },
  (text, random) => replaceToken(text, random, (old) => old + random.pick([' ', '']) + old),
  (text, random) => replaceToken(text, random, (old) => old.normalize('NFD')),
  (text, random) => replaceToken(text, random, (old) => toLegacy(old, random.pick(['tcvn3', 'vni']))),
  (text, random) => replaceToken(text, random, (old) => `&a ${old}`),
  (text, random) => replaceToken(text, random, () => '*a'),
  (text, random) =>
    replaceToken(
      text,
      random,
      (old) => random.pick(['"', "'", '“']) + old + random.pick(['"', "'", '”', '']),
    ),
  (text, random) => replaceToken(text, random, (old) => old.repeat(random.pick([3, 50, 1000]))),
];

const splice = (text: string, random: Random, removed: number, inserted: string) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + removed);
};

const ofCharacters: readonly Mutation[] = [
  (text, random, { pieces }) => splice(text, random, random.pick([0, 0, 1, 3]), random.pick(pieces)),
  (text, random, { pieces }) => splice(text, random, 0, random.pick(pieces) + random.pick(pieces)),
  (text, random) => splice(text, random, random.pick([0, 1]), random.pick(unicodeTraps)),
  (text, random) => splice(text, random, random.pick([1, 2, 5, 20, 200]), ''),
  (text, random) => {
    const at = random.below(text.length + 1);
    return splice(text, random, 0, text.slice(at, at + random.pick([1, 5, 40, 400])));
  },
];

/** Changes of the whole, and what nests, repeats or grows. */
const rare: readonly Mutation[] = [
  (text) => text.normalize('NFD'),
  (text, random) => toLegacy(text, random.pick(['tcvn3', 'vni'])),
  (text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\u2028', '\u0085', '\n\n', '\n\r'])),
  (text, random) =>
    text.replaceAll(/^ +/gm, (blanks) => random.pick(['\t', '\u00a0', '   ']).repeat(blanks.length >> 1)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => {
    const [open, close] = random.pick([
      ['[', ']'],
      ['{a: ', '}'],
      ['{"a":', '}'],
      ['- ', ''],
      ['a: ', ''],
      ['? ', ''],
      ['(', ')'],
    ] as const);
    const depth = random.pick([10, 63, 64, 65, 100, 401, 5000]);
    return splice(
      text,
      random,
      0,
      open.repeat(depth) + random.pick(['', 'x', '1']) + close.repeat(random.pick([0, depth])),
    );
  },
  (text, random, { limit }) => {
    const grown = random.pick([
      'x',
      'ệ',
      ' ',
      '\n',
      '#',
      '"',
      "'",
      '\\',
      'a ',
      'a: ',
      '- a\n',
      '1.',
      'của ',
      '[',
      '\u0301',
      '.',
      '“',
    ]);
    const room = Math.floor((limit - text.length) / grown.length);
    return splice(
      text,
      random,
      0,
      grown.repeat(Math.max(0, Math.min(room, random.pick([100, 3000, 100_000, limit])))),
    );
  },
  (text, random) => {
    const levels = random.pick([3, 6, 12, 30]);
    const lines = Array.from(
      { length: levels },
      (_, level) => `z${level}: &z${level} [${level === 0 ? 'x' : `*z${level - 1}, `.repeat(9)}]\n`,
    );
    return random.oneIn(2) ? lines.join('') + text : `${text}\n${lines.join('')}`;
  },
  (text, random) => {
    const count = random.pick([50, 5000]);
    const line = random.pick(['k%: v\n', '- k%\n', '"k%": 1,\n', 'k: &n% v\n', '- *n%\n', '# %\n']);
    return splice(
      text,
      random,
      0,
      Array.from({ length: count }, (_, index) => line.replace('%', String(index))).join(''),
    );
  },
];
