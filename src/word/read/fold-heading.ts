import { foldText } from '../../vietnamese/fold-text.ts';

/** Words as they are compared across hands and programs: lower case, without marks, tones and punctuation. */
export function foldHeading(text: string): string {
  return foldText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
