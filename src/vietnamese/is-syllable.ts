import { once } from './once.ts';

const list = (words: string): readonly string[] => words.split(/\s+/);

/** Rhymes as spelt without tone. */
const RHYMES = once(
  (): ReadonlySet<string> =>
    new Set(
      list(
        `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
     e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
     i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
     o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
     oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
     u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uên uơ
     uy uya uych uyn uynh uyp uyt uyu uyên uyêt
     ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`,
      ),
    ),
);

const ONSET = /^(ngh|gh|ng|nh|kh|ph|th|tr|ch|qu|gi|[bcdđghklmnprstvx])?(.+)$/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Acute and dot below: the only tones of a syllable that ends in a stop, which must have one of them. */
const STOP_TONE = /[\u0301\u0323]/;

/** Whether `word` (NFC, any case) is spelt like a Vietnamese syllable, whether or not it means anything. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const plain = decomposed.replace(TONE, '').normalize('NFC');
  const [, onset = '', rhyme = ''] = ONSET.exec(plain) ?? [];
  if (onset === 'gi' ? !isGiSyllable(rhyme) : !RHYMES().has(rhyme) || !suits(onset, rhyme)) {
    return plain === 'gi';
  }
  return !/(?:c|ch|p|t)$/.test(rhyme) || STOP_TONE.test(tones[0] ?? '');
}

/** gi swallows the i of its rhyme: gìn is g + in, giếng is gi + êng. */
const isGiSyllable = (rhyme: string) => RHYMES().has(rhyme) || RHYMES().has(`i${rhyme}`);

/** k, gh, ngh come before i, e, ê, y; c, g, ng before all others. */
function suits(onset: string, rhyme: string): boolean {
  const front = /^[ieêy]/.test(rhyme);
  if (/^(?:k|gh|ngh)$/.test(onset)) return front;
  if (/^(?:c|g|ng)$/.test(onset)) return !front;
  return true;
}
