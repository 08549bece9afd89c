import { lazyPattern, once } from './once.ts';

/** Abbreviations whose full stop needs no space after it: titles, places, offices. In small letters. */
const ABBREVIATIONS = once(
  (): ReadonlySet<string> =>
    new Set(
      `tp tx tt ths ts tskh gs pgs bs bscki cki ckii dd đd cn ks kts ls ds nxb hcm q p h x ng ph th tr kh
   st dr mr mrs ms no vs ncs`.split(/\s+/),
    ),
);

/** File names, host names, e-mail and web addresses. */
const ADDRESS = lazyPattern(
  'iu',
)`@|:\/\/|::|^www\.|\?\w+=|\.(?:vn|com|net|org|gov|edu|info|io|asia|docx?|xlsx?|pptx?|pdf|odt|ods|rtf|txt|csv|zip|rar|7z|jpe?g|png|gif|mp[34]|ya?ml|json|xml|html?|exe|js|ts|net)(?![\p{L}\p{M}\p{N}])`;

/** Whether `word`, without its full stop, is a usual abbreviation, in any case. */
export const isAbbreviation = (word: string): boolean => ABBREVIATIONS().has(word.toLowerCase());

/** Whether `token`, which has no spaces, is an address or the name of a file. */
export const isAddress = (token: string): boolean => ADDRESS().test(token);
