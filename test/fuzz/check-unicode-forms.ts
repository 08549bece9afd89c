import assert from 'node:assert/strict';
import { valueAt } from '../../src/diagnostics/plain-value.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { inspectSource } from '../../src/validate.ts';

/**
 * Every rule finds the same, at the same letters, in composed, decomposed and mixed texts.
 *
 * @param json a form in JSON, which has no quotes and lines to fold between a text and its value
 * @param every of the mixed text each such word is decomposed
 */
export function checkUnicodeForms(json: string, every: number): void {
  const composed = json.normalize('NFC');
  const expected = findings(composed);
  assert.deepEqual(findings(composed.normalize('NFD')), expected, 'NFD hides nothing and adds nothing');
  let word = 0;
  const mixed = composed.replace(/[^\s"]+/g, (one) => (word++ % every === 0 ? one.normalize('NFD') : one));
  assert.deepEqual(findings(mixed), expected, 'a mixture hides nothing and adds nothing');
}

/** Findings by their place in the composed text. */
function findings(json: string): string[] {
  const source = parseText(json, 'form.json');
  const { raw } = inspectSource(source, { language: 'vi' });
  return raw.flatMap(({ range, ...finding }) => {
    if (finding.rule === 'unicode-nfc') return [];
    const value = valueAt(source.value, finding.path);
    const lengthUpTo = (end: number) => String(value).slice(0, end).normalize('NFC').length;
    const placed = range?.map(lengthUpTo);
    return [JSON.stringify({ ...finding, placed }).normalize('NFC')];
  });
}
