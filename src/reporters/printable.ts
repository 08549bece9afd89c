import { lazyPattern } from '../vietnamese/once.ts';

/**
 * Characters that control a terminal or are invisible: controls (Cc), formats such as bidi overrides, zero-width
 * spaces and tags (Cf), private use (Co), lone surrogates (Cs), line and paragraph separators (Zl, Zp), and noncharacters.
 */
const UNPRINTABLE = lazyPattern('gu')`[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]`;
/** Vietnamese letters and punctuation, none of which are unprintable; most texts have nothing else. */
const HARMLESS = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2026]*$/;

/** Replaces every unprintable character. */
export const replaceUnprintable = (text: string, replace: (character: string) => string): string =>
  HARMLESS.test(text) ? text : text.replace(UNPRINTABLE(), replace);

/**
 * Makes a text from a form safe and visible on one line of a terminal: ESC becomes ␛, a line feed ␊, a
 * right-to-left override <U+202E>. Everything else stays as it is.
 */
export function printable(text: string): string {
  return replaceUnprintable(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '␡';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** A file's name in a command for copying: if necessary in double quotes, which every shell knows. */
export function shellWord(name: string): string {
  const word = printable(name.replace(/^-/, './-'));
  return /^[\p{L}\p{N}\p{M}._/\\:-]+$/u.test(word) ? word : `"${word.replace(/["$`]/g, '\\$&')}"`;
}

/** Escapes every character that has a meaning in Markdown, HTML or GitHub within a cell, by a character reference. */
export const markdownText = (text: string): string =>
  printable(text).replace(/[\\`*_[\]<>#|~&@$:]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Text for the log of a CI job, without commands to the runner: `::` at the start of a line becomes `: :`, and
 * `##[` and `##vso[` anywhere become `# #[` and `# #vso[`.
 *
 * Sources: `ActionCommand` of actions/runner (src/Runner.Common/ActionCommand.cs), which trims a line before it looks for
 * `::`, and looks for `##[` everywhere in it; “Logging commands” of Azure Pipelines.
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([^\S\r\n]*):(?=:)/gm, '$1: ').replace(/##(?=(?:vso)?\[)/gi, '# #');
