import { isSyllable } from './is-syllable.ts';
import { decodeLegacyWord, type FontEncoding, type LegacyEncodingId } from './legacy-encodings.ts';
import { lazyPattern } from './once.ts';

/** A word that makes sense only in an old encoding. */
export interface LegacyHit {
  readonly start: number;
  readonly found: string;
  /** The decoded word; undefined if bytes were lost. */
  readonly decoded: string | undefined;
}

/** The encoding that `text` seems to have, and the words that show it, in order. */
export interface LegacyEvidence {
  readonly encoding: LegacyEncodingId;
  readonly hits: readonly LegacyHit[];
  /** Whether this text alone is proof: several hits, since a stray µ, ×, Ð or « is not. */
  readonly proof: boolean;
}

/** What Windows-1252 shows for the bytes 80 to BF, which follow a lead byte in UTF-8. */
const AFTER_LEAD = '[\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';

/** Letters and, beyond Latin, signs: close enough here, where a `\p{L}` costs more than everything else. */
const LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-\\u1fff\\u2070-\\uffff';

/**
 * Where there may be some: signs and pairs that Vietnamese does not have in Unicode. Most characters are ruled out by the
 * first range: the class below it takes five times as long.
 */
export const LEGACY_SUSPECT = new RegExp(
  `[\\x80-\\xff](?:${[
    '(?<=[\\x80-\\x9f¡-¶¸-¿×÷ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ])',
    '(?<=[aeAE][ÀÁÂÃÈÉÊÕÙÚàáâãèéêõùú]|[oO][ÂÃÕÙâãõù]|[uyUY][ÕÙõù])',
    `(?<=Ã)(?=${AFTER_LEAD})|(?<=·)(?=[${LETTERS}∫])|(?<=[${LETTERS}]·)`,
  ].join('|')})|[€∆√∫├─┼╞║╗]`,
  'g',
);

const WORD = lazyPattern('gu')`[\p{L}\u00a1-\u00ff]+`;
const CONSISTENT_CASE = lazyPattern('u')`^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$`;

/**
 * UTF-8 bytes shown as Windows-1252 (or Latin-1): lead bytes of Vietnamese letters with what follows them.
 * Ã is a capital of its own, as in “CẤP XÃ”, so it counts beside a small letter only. The last two lines are
 * Mac Roman, and code pages 437 and 850, in which Windows PowerShell 5 reads the output of programs.
 */
const MOJIBAKE = new RegExp(
  [
    `á[º»]${AFTER_LEAD}`,
    `Æ[¡°¯\\xa0]|Ä[‘ƒ‚\\x90\\x91\\x82\\x83¨©]|Å[¨©]|â€`,
    `(?<=[a-z])Ã${AFTER_LEAD}|Ã${AFTER_LEAD}(?=[a-z])`,
    `·[∫ª][\\x80-\\uffff]|∆[∞°†Ø]|ƒ[ëÉêÇ]|(?<=[a-z])√[\\x80-\\uffff]`,
    'ß[║╗][\\x80-\\uffff]|├[\\x80-\\uffff]|[─┼][æÉâé⌐®¿]|╞[░»íá]',
  ].join('|'),
  'g',
);
/** These are sure by themselves, unless the third sign could be a quotation mark or dots after «cá». */
const SURE_MOJIBAKE = /^á[º»][^”’…–—»\xa0]|^·[∫ª]|^ß[║╗]/;

/** Evidence that `text` is written in TCVN3 or VNI, or is UTF-8 misread; undefined when there is none. */
export function detectLegacyEncoding(text: string): LegacyEvidence | undefined {
  if (text.search(LEGACY_SUSPECT) < 0) return undefined;
  const candidates = [mojibakeEvidence(text), fontEvidence(text, 'tcvn3'), fontEvidence(text, 'vni')];
  const [best] = candidates.filter((c) => c.hits.length > 0).sort((a, b) => b.hits.length - a.hits.length);
  return best;
}

function fontEvidence(text: string, encoding: FontEncoding): LegacyEvidence {
  const hits: LegacyHit[] = [];
  for (const { 0: found, index } of text.matchAll(WORD())) {
    const decoded = decodeFontWord(found, encoding);
    if (decoded !== undefined) hits.push({ start: index, found, decoded });
  }
  return { encoding, hits, proof: new Set(hits.map((hit) => hit.found)).size >= 2 };
}

function decodeFontWord(word: string, encoding: FontEncoding): string | undefined {
  // TCVN3 shows small letters only; µm is a unit; Eth alone is a slip for Đ.
  if (
    encoding === 'tcvn3' &&
    (!/[a-z]/.test(word) || word.startsWith('µ') || /^[\x00-\x7fÐð]+$/.test(word))
  ) {
    return undefined;
  }
  if (word.length < 2 || !/[A-Za-z]/.test(word)) return undefined;
  const decoded = decodeLegacyWord(word, encoding);
  if (decoded === undefined || !CONSISTENT_CASE().test(decoded) || !isSyllable(decoded)) return undefined;
  return isSyllable(word.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')) ? undefined : decoded;
}

function mojibakeEvidence(text: string): LegacyEvidence {
  const hits: LegacyHit[] = [];
  let weight = 0;
  for (const { 0: match, index } of text.matchAll(MOJIBAKE)) {
    weight += SURE_MOJIBAKE.test(match) ? 2 : 1;
    const last = hits.at(-1);
    if (last && index < last.start + last.found.length) continue;
    const start = edge(text, index, -1);
    const found = text.slice(start, edge(text, index, 1));
    hits.push({ start, found, decoded: decodeLegacyWord(found, 'mojibake') });
  }
  return { encoding: 'mojibake', hits, proof: weight >= 2 };
}

/** Where the word around `index` begins (step -1) or ends (step 1); a no-break space may be part of a letter. */
function edge(text: string, index: number, step: -1 | 1): number {
  let at = index;
  while (/[^ \n\t]/.test(text.charAt(step < 0 ? at - 1 : at))) at += step;
  return at;
}
