import { once } from './once.ts';

/** Old Vietnamese font encodings that can be converted. */
export type FontEncoding = 'tcvn3' | 'vni';

/** The apparent encoding of a text: one of those, or UTF-8 read as Windows-1252. */
export type LegacyEncodingId = FontEncoding | 'mojibake';

/**
 * TCVN 5712:1993 (TCVN3, “ABC”; fonts .VnTime …) as shown in Windows-1252: each letter of `from` is the
 * letter at the same place in `to`. Capitals with tones do not exist: the capital fonts (.VnTimeH) draw these.
 */
const TCVN3 = {
  from: '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦',
  to: 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ',
};

/**
 * VNI for Windows (fonts VNI-Times …) as shown in Windows-1252: a letter and, after it, its mark. `from` and
 * `to` are separated by spaces; capitals follow by changing the case of both.
 */
const VNI = {
  from: `aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä
    où oø oû oõ oï oâ oá oà oå oã oä ôù ôø ôû ôõ ôï uù uø uû uõ uï öù öø öû öõ öï yù yø yû yõ
    ñ í ì æ ó ò ô ö î`,
  to: `á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ é è ẻ ẽ ẹ ê ế ề ể ễ ệ
    ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ứ ừ ử ữ ự ý ỳ ỷ ỹ
    đ í ì ỉ ĩ ị ơ ư ỵ`,
};

/** What Windows-1252 shows for the bytes 80 to 9F; five of them are undefined and pass as C1 controls. */
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const tcvn3Letters = once(
  (): ReadonlyMap<string, string> =>
    new Map([...TCVN3.from].map((letter, i) => [letter, [...TCVN3.to][i] ?? letter])),
);
const vniLetters = once(makeVniLetters);

function makeVniLetters(): ReadonlyMap<string, string> {
  const from = VNI.from.split(/\s+/);
  const to = VNI.to.split(/\s+/);
  const letters = new Map<string, string>();
  for (const [i, pair] of from.entries()) {
    const letter = to[i] ?? pair;
    letters.set(pair, letter).set(pair.toUpperCase(), letter.toUpperCase());
    // A capital letter with a small mark, as some converters leave it.
    letters.set(pair.charAt(0).toUpperCase() + pair.slice(1), letter.toUpperCase());
  }
  return letters;
}

/**
 * The letters of a text, each with its mark, as they are written and as fonts of an encoding show them: undefined for what
 * the encoding does not have.
 */
export function* readLetters(
  text: string,
  encoding: FontEncoding,
): Generator<readonly [written: string, read: string | undefined]> {
  const letters = encoding === 'vni' ? vniLetters() : tcvn3Letters();
  for (let at = 0; at < text.length; ) {
    const two = text.slice(at, at + 2);
    const written = letters.has(two) ? two : text.charAt(at);
    yield [written, letters.get(written) ?? (written < '\x80' ? written : undefined)];
    at += written.length;
  }
}

/**
 * A word read as if it had been written in `encoding`; undefined when it cannot have been, since it holds a
 * letter which that encoding does not show, or none that it shows differently.
 */
export function decodeLegacyWord(word: string, encoding: LegacyEncodingId): string | undefined {
  const decoded = encoding === 'mojibake' ? decodeMojibake(word) : decodeLetters(word, encoding);
  return decoded === word ? undefined : decoded;
}

function decodeLetters(word: string, encoding: FontEncoding): string | undefined {
  let decoded = '';
  for (const [, read] of readLetters(word, encoding)) {
    if (read === undefined) return undefined;
    decoded += read;
  }
  return decoded;
}

function decodeMojibake(word: string): string | undefined {
  const bytes: number[] = [];
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    const high = WINDOWS_1252_HIGH.indexOf(letter);
    if (high >= 0) bytes.push(0x80 + high);
    else if (code <= 0xff) bytes.push(code);
    else return undefined;
  }
  const decoded = new TextDecoder().decode(Uint8Array.from(bytes));
  return decoded.includes('\ufffd') ? undefined : decoded;
}

/** Word moves the letters of fonts that call themselves symbol fonts to this block of the private use area. */
const symbolBlock = /[\uf020-\uf0ff]/g;

/**
 * Converts a text in TCVN3 or VNI to Unicode (NFC). What the encoding does not have is kept. Nothing is
 * guessed: a text that is already Unicode is damaged.
 *
 * @param capitals whether the font draws capitals for small letters (.VnTimeH)
 */
export function convertLegacy(text: string, encoding: FontEncoding, capitals = false): string {
  const shown = text.replace(symbolBlock, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  const letters = Array.from(readLetters(shown, encoding), ([written, read]) => read ?? written);
  const converted = letters.join('');
  return capitals ? converted.toUpperCase() : converted;
}
