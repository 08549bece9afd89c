import { printable } from './printable.ts';

/** Every character to which Markdown, HTML or GitHub gives a meaning within a cell becomes a character reference. */
export const markdownText = (text: string): string =>
  printable(text).replace(/[\\`*_[\]<>#|~&@$:]/g, (character) => `&#${character.charCodeAt(0)};`);
