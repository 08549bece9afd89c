import { foldTonePlacement } from './tone-placement.ts';

/** White space and end marks at the edges say nothing about what a text means. */
const EDGES = /^\s+|[\s.;,:…]+$/g;

/**
 * The form in which two texts are compared: NFC, lower case, single spaces, tones placed in one way (“hoà” as
 * “hòa”), without blanks and full stops at the ends. Never to be printed.
 */
export function foldText(text: string): string {
  return foldTonePlacement(text.normalize('NFC').toLowerCase()).replace(EDGES, '').replace(/\s+/g, ' ');
}
