import { lazyPattern, once } from './once.ts';

/** Look-alikes of đ, ă and ư (as old fonts and scanners leave them): always wrong in a Vietnamese text. */
const STROKED = { from: 'ÐƉðɖƌǍǎƢƣ', to: 'ĐĐđđđĂăƯư' };

/** Cyrillic and Greek letters drawn like Latin ones: wrong among Latin letters. */
const FOREIGN = {
  from: 'АВЕКМНОРСТУХІЈЅԚԜаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοόάέίύ',
  to: 'ABEKMHOPCTYXIJSQWaeopcyxijshdqwABEZHIKMNOPTYXoóáéíú',
};

const table = ({ from, to }: { from: string; to: string }) =>
  once((): ReadonlyMap<string, string> => new Map([...from].map((letter, i) => [letter, to.charAt(i)])));

const STROKED_LETTERS = table(STROKED);
const FOREIGN_LETTERS = table(FOREIGN);

/** Full-width and mathematical letters and digits, ligatures: compatibility forms of plain ones. */
const COMPATIBILITY = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/u;

/** A quick test that few texts pass. */
export const CONFUSABLE_SUSPECT =
  /[ÐƉðɖƌǍǎƢƣ\u0370-\u04ff\u0500-\u052f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu;
const WORD = lazyPattern('gu')`[\p{L}\p{M}\p{N}]+`;
const CYRILLIC = lazyPattern('u')`\p{Script=Cyrillic}`;
const LATIN = lazyPattern('u')`\p{Script=Latin}`;

/** The part of a word from its first wrong letter to its last. */
export interface ConfusableWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The wrong letters, each once, and the intended ones. */
  readonly letters: string;
  readonly right: string;
  readonly rightWord: string;
  /** Of the part from `start` to `end`. */
  readonly replacement: string;
}

/** Every word of `text` with look-alike letters of another alphabet. */
export function* confusableWords(text: string): Generator<ConfusableWord> {
  if (text.search(CONFUSABLE_SUSPECT) < 0) return;
  const foreign = isForeign(text);
  for (const { 0: word, index } of text.matchAll(WORD())) {
    if (word.search(CONFUSABLE_SUSPECT) < 0) continue;
    const hasLatin = LATIN().test(word);
    // A lone Greek letter is a symbol; a Cyrillic one does not belong in a Vietnamese text.
    const correct = (letter: string) =>
      rightLetter(letter, hasLatin || (CYRILLIC().test(letter) && !foreign));
    const letters = [...word];
    const wrong = letters.filter((letter) => correct(letter) !== letter);
    const [first] = wrong;
    const last = wrong.at(-1);
    if (first === undefined || last === undefined) continue;
    const distinct = [...new Set(wrong)];
    const [start, end] = [word.indexOf(first), word.lastIndexOf(last) + last.length];
    yield {
      start: index + start,
      end: index + end,
      word,
      letters: distinct.join(''),
      right: distinct.map(correct).join(''),
      rightWord: letters.map(correct).join(''),
      replacement: [...word.slice(start, end)].map(correct).join(''),
    };
  }
}

/** Russian words have letters that look like no Latin letter; such words are intended. */
const isForeign = (text: string) =>
  [...text].some((letter) => CYRILLIC().test(letter) && !FOREIGN_LETTERS().has(letter));

function rightLetter(letter: string, amongLatin: boolean): string {
  const stroked = STROKED_LETTERS().get(letter);
  if (stroked !== undefined) return stroked;
  if (COMPATIBILITY.test(letter)) return letter.normalize('NFKC');
  return (amongLatin ? FOREIGN_LETTERS().get(letter) : undefined) ?? letter;
}
