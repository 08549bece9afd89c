import type { Form } from '../form/form.ts';
import { keepLast } from '../form/keep-last.ts';
import { type RoledText, textsOf, visitTexts } from '../form/walk-form.ts';
import { UNSURE } from '../vietnamese/composed.ts';
import { CONFUSABLE_SUSPECT } from '../vietnamese/confusables.ts';
import { LEGACY_SUSPECT } from '../vietnamese/detect-legacy-encoding.ts';
import { PLACEHOLDER_HEAD, PLACEHOLDER_SUSPECT } from '../vietnamese/find-placeholder.ts';
import { INVISIBLE_SUSPECT } from '../vietnamese/invisible-characters.ts';
import { REPEAT_SUSPECT } from '../vietnamese/repeated-words.ts';
import { SPACING_SUSPECT } from '../vietnamese/spacing-slips.ts';
import { type Suspicion, suspicion, suspicionsIn } from '../vietnamese/suspicions.ts';
import { NEWER_STYLE, OLDER_STYLE } from '../vietnamese/tone-placement.ts';

/** With the flag `g`. They are matched against all texts joined by line breaks. */
export const suspectPatterns: Readonly<Record<Suspicion, readonly RegExp[]>> = {
  repeat: [REPEAT_SUSPECT],
  spacing: [SPACING_SUSPECT],
  placeholder: [PLACEHOLDER_HEAD, PLACEHOLDER_SUSPECT],
  legacy: [LEGACY_SUSPECT],
  confusable: [CONFUSABLE_SUSPECT, /[“”„‟‘’«»](?<=^\s*.)/gm],
  invisible: [INVISIBLE_SUSPECT],
  decomposed: [UNSURE],
  olderTone: [OLDER_STYLE],
  newerTone: [NEWER_STYLE],
};

type SuspectText = readonly [text: RoledText, suspicions: number];

let isFirst = true;

/** In UTF-16 units. For more text, compiling the scanner pays, and a list of all texts would take memory. */
const largeForm = 100_000;

/** The texts of a form that some rule has to look at: usually few. */
const suspectsOf = keepLast((form: Form): readonly SuspectText[] => {
  let length = 0;
  visitTexts(form, ({ value }) => {
    length += value.length;
  });
  const suspects = isFirst && length < largeForm ? suspectsByPattern(form) : suspectsByUnit(form);
  isFirst = false;
  return suspects;
});

function suspectsByUnit(form: Form): SuspectText[] {
  const suspects: SuspectText[] = [];
  visitTexts(form, ({ value, path }, role) => {
    const suspicions = suspicionsIn(value);
    if (suspicions !== 0) suspects.push([{ value, path, role }, suspicions]);
  });
  return suspects;
}

/**
 * The same for the first form, for which V8 would compile `suspicionsIn`: 7 ms. One search through all texts takes a
 * tenth of the time of a search through each.
 */
function suspectsByPattern(form: Form): SuspectText[] {
  const texts = textsOf(form);
  const all = texts.map(({ value }) => value).join('\n');
  const found = new Uint16Array(texts.length);
  for (const kind of Object.keys(suspectPatterns) as Suspicion[]) {
    for (const pattern of suspectPatterns[kind]) {
      let at = -1;
      let end = -1;
      for (const [index, { value }] of texts.entries()) {
        const start = end + 1;
        end = start + value.length;
        if (at < start) at = matchFrom(start, pattern, all);
        if (at > all.length) break;
        if (at < end) found[index] = (found[index] ?? 0) | suspicion[kind];
      }
    }
  }
  return texts.flatMap((text, index): SuspectText[] => (found[index] ? [[text, found[index]]] : []));
}

function matchFrom(index: number, pattern: RegExp, text: string): number {
  pattern.lastIndex = index;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** The texts of a form that need a closer look. */
export const suspectTexts = (form: Form, kind: Suspicion): readonly RoledText[] =>
  suspectsOf(form).flatMap(([text, found]) => ((found & suspicion[kind]) !== 0 ? [text] : []));
