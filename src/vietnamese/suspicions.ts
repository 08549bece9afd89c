import { PLACEHOLDER_HEAD, placeholderLength } from './find-placeholder.ts';
import { once } from './once.ts';

/**
 * Reasons for a closer look at a text, one bit each. Most texts give no reason, and finding them together takes a
 * quarter of the time of a search for each.
 */
export const suspicion = {
  repeat: 1,
  spacing: 2,
  placeholder: 4,
  legacy: 8,
  confusable: 16,
  invisible: 32,
  decomposed: 64,
  olderTone: 128,
  newerTone: 256,
} as const;

export type Suspicion = keyof typeof suspicion;

const everything = 0x1ff;

/** Classes of characters: white space first, words last. Characters in none of them are rare. */
const kinds = {
  line: '\n',
  space: ' ',
  fixedSpace: '\u00a0',
  tab: '\t',
  rare: '',
  hash: '#',
  ampersand: '&',
  sign: '"$%\')*/=>@\\]^`|}~',
  mark: ',;!',
  question: '?',
  dot: '.',
  colon: ':',
  dots: '…',
  dash: '-–—',
  plus: '+',
  open: '(',
  bracket: '[<{',
  underscore: '_',
  quote: '“”„‟‘’',
  other: '\u2010\u2011\u2012\u2015‖‗‚‛†‡•‣․‥‧‰₫',
  digit: '0123456789',
  // The letters of Vietnamese from U+1EA0 to U+1EF9, too.
  vietnamese: 'ÔôĂăĐđĨĩƠơƯưÌÍìí',
  letter: 'fgijklmnpqrtvwzGHIJKLMNPQRTVWZ',
  ae: 'aeAE',
  o: 'oO',
  u: 'uU',
  y: 'yY',
  csbh: 'cCsSbBh',
  d: 'dD',
  x: 'xX',
  f: 'F',
  à: 'àáèéÀÁÈÉ',
  ê: 'êÊ',
  ú: 'úÚ',
  ã: 'ãÃ',
  â: 'âÂ',
  õ: 'õÕ',
  ù: 'ùÙ',
  ò: 'òóỏọÒÓỎỌ',
  ủ: 'ủũụỦŨỤ',
  ả: 'ảạẻẽẹẢẠẺẼẸ',
  ỳ: 'ỳýỷỹỵỲÝỶỸỴ',
};
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

const firstVisible = names.indexOf('rare');
const firstOfWords = names.indexOf('digit');
const marks: readonly Kind[] = ['mark', 'question', 'dot', 'colon'];
const spaces = names.slice(0, firstVisible);
const words = names.slice(firstOfWords);
/** Beyond ASCII all signs count as letters for the rule on spacing. */
const letters: readonly Kind[] = [...words.slice(1), 'dots', 'dash', 'quote', 'other'];
const asciiLetters = names.slice(names.indexOf('letter'), names.indexOf('à'));

/** Pairs of adjacent kinds, one from each list, and what they make suspect. */
const pairs: readonly (readonly [readonly Kind[], readonly Kind[], number])[] = [
  [names, ['rare'], everything],
  [['rare'], names, everything],
  [names, ['tab'], suspicion.spacing],
  [['space', 'fixedSpace', 'tab'], ['space', 'fixedSpace', 'tab', ...marks], suspicion.spacing],
  [[...marks, 'plus'], letters, suspicion.spacing],
  [['mark'], ['mark'], suspicion.spacing],
  [['dash'], names.slice(firstVisible), suspicion.spacing],
  [['digit', ...letters], ['dash'], suspicion.spacing],
  [names, ['bracket', 'colon', 'f'], suspicion.placeholder],
  [['dot', 'dots', 'space'], ['dot', 'dots'], suspicion.placeholder],
  [['dots'], ['space', ...words], suspicion.placeholder],
  [['hash'], ['letter', 'd'], suspicion.placeholder],
  [['underscore'], ['underscore'], suspicion.placeholder],
  [['x'], ['x'], suspicion.placeholder],
  [['open'], ['csbh'], suspicion.placeholder],
  [['o', 'csbh'], ['d'], suspicion.placeholder],
  [['ae'], ['à', 'ê', 'ú', 'ã', 'â', 'õ', 'ù'], suspicion.legacy],
  [['o'], ['ã', 'â', 'õ', 'ù'], suspicion.legacy],
  [['u', 'y'], ['õ', 'ù'], suspicion.legacy],
  [['ã'], ['fixedSpace', 'dots', 'dash', 'quote', 'other'], suspicion.legacy],
  [['question'], words, suspicion.invisible],
  [['ampersand'], ['hash', ...asciiLetters], suspicion.invisible],
  [spaces, ['quote'], suspicion.confusable],
  [['ò', 'õ'], ['ae'], suspicion.olderTone],
  [['ủ', 'ú', 'ù'], ['y'], suspicion.olderTone],
  [['o'], ['à', 'ã', 'ả'], suspicion.newerTone],
  [['u'], ['ỳ'], suspicion.newerTone],
];

/** Dropped if an ASCII letter follows: “hòa” and “hoà”, but not “hoàn”. */
const bothTones = suspicion.olderTone | suspicion.newerTone;

/** Bits of a kind. */
const bits = 6;

/** The kind of each UTF-16 unit, what each pair of kinds makes suspect, and what a third kind after them leaves of it. */
const tables = once(() => {
  const kindOf = new Uint8Array(0x10000).fill(names.indexOf('rare'));
  kindOf.fill(names.indexOf('vietnamese'), 0x1ea0, 0x1efa);
  for (const [kind, name] of names.entries()) {
    for (const character of kinds[name]) kindOf[character.charCodeAt(0)] = kind;
  }
  const meaning = new Uint16Array(names.length << bits);
  for (const [firsts, seconds, flag] of pairs) {
    for (const first of firsts) {
      for (const second of seconds) {
        const pair = (names.indexOf(first) << bits) | names.indexOf(second);
        meaning[pair] = (meaning[pair] ?? 0) | flag;
      }
    }
  }
  const kept = Uint16Array.from(names, (name) => (asciiLetters.includes(name) ? ~bothTones : everything));
  return { kindOf, meaning, kept };
});

/** The bits of `suspicion` for a text. A rule whose bit is not set has nothing to find. */
export function suspicionsIn(text: string): number {
  const { kindOf, meaning, kept } = tables();
  let found =
    text.length <= placeholderLength && text.search(PLACEHOLDER_HEAD) >= 0 ? suspicion.placeholder : 0;
  let last = 0;
  let pair = 0;
  // Where the last word began in this token (text between white space) and in the two tokens before it.
  let word = -1;
  let first = -1;
  let second = -1;
  let tokenEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf[text.charCodeAt(at)] ?? 0;
    found |= pair & (kept[kind] ?? 0);
    pair = meaning[(last << bits) | kind] ?? 0;
    if (kind < firstVisible) {
      if (last >= firstVisible) {
        first = second;
        second = word;
        word = -1;
        tokenEnd = at;
      }
    } else if (kind >= firstOfWords && last < firstOfWords) {
      word = at;
      const isFirst = last < firstVisible;
      if (isFirst && (comesAgain(text, second, tokenEnd, at) || comesAgain(text, first, tokenEnd, at)))
        found |= suspicion.repeat;
    }
    last = kind;
  }
  return found | pair;
}

/** Whether `text[start, end)` is at `at` again. */
function comesAgain(text: string, start: number, end: number, at: number): boolean {
  if (start < 0) return false;
  let from = start;
  for (let to = at; from < end && text.charCodeAt(from) === text.charCodeAt(to); to++) from++;
  return from === end;
}
