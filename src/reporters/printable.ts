/**
 * Characters that act on a terminal or cannot be seen: controls (Cc), formats such as bidi overrides, zero-width
 * spaces and tags (Cf), signs of fonts (Co), lone surrogates (Cs), line and paragraph separators (Zl, Zp), and noncharacters.
 */
export const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * Makes a text from a form safe and visible on one line of a terminal: ESC becomes ␛, a line feed ␊, a
 * right-to-left override <U+202E>. Everything else stays as it is.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '␡';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** A file's name in a command that people copy: in double quotes, which every shell knows, where it has spaces or the like. */
export function shellWord(name: string): string {
  const word = printable(name.replace(/^-/, './-'));
  return /^[\p{L}\p{N}\p{M}._/\\:-]+$/u.test(word) ? word : `"${word.replace(/["$`]/g, '\\$&')}"`;
}
