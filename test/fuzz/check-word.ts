import assert from 'node:assert/strict';
import type { Language } from '../../src/diagnostics/wording.ts';
import { decodeForm } from '../../src/form/decode-form.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { type Annotation, annotateWordForm } from '../../src/word/annotate/annotate-word-form.ts';
import { readWordForm, type WordSource } from '../../src/word/read/read-word-form.ts';
import { importForm } from '../../src/word-to-form.ts';
import { Refusal } from '../../src/zip/refusal.ts';
import { checkForm } from './check-form.ts';
import { checkReport } from './check-report.ts';
import type { Random } from './random.ts';

/** What all that reads Word forms must do with any bytes. */
export async function checkWord(bytes: Uint8Array, dice: Random): Promise<void> {
  const language: Language = dice.pick(['vi', 'en']);
  const fromEncoding = dice.oneIn(10) ? dice.pick(['tcvn3' as const, 'vni' as const]) : undefined;
  const source = readWordForm(bytes, 'form.docx', fromEncoding ? { fromEncoding } : {});
  const { form, report } = validateSource(source, { language });
  await checkReport(report, language);
  const isRefused = source.problems.some(({ rule }) => rule === 'word-file');
  assert.ok(source.value !== undefined || report.diagnostics.length > 0, 'what cannot be read is a finding');
  checkImporting(source, language);
  const annotations = report.diagnostics.map(({ place, message }) => ({ place, text: message }));
  if (isRefused) refusesToAnnotate(bytes, annotations);
  else if (dice.oneIn(2)) checkAnnotating(bytes, source, annotations, fromEncoding !== undefined);
  const isValid = report.diagnostics.every(({ severity }) => severity !== 'error');
  if (form && dice.oneIn(isValid ? 1 : 4)) await checkForm(form, isValid);
}

/** The form file says what the Word form says. */
function checkImporting(source: WordSource, language: Language): void {
  for (const format of ['yaml', 'json'] as const) {
    const { text } = importForm(source, { format, language });
    assert.equal(text !== undefined, source.value !== undefined, 'what can be read can be imported');
    if (text === undefined) continue;
    const file = parseText(text, `form.${format}`);
    assert.deepEqual(file.problems, [], 'what is imported can be read');
    // Numbers are bare in YAML: forms are compared, not values.
    assert.deepEqual(
      decodeForm(file).form,
      decodeForm(source).form,
      `what is imported as ${format} is the same`,
    );
  }
}

function refusesToAnnotate(bytes: Uint8Array, annotations: readonly Annotation[]): void {
  try {
    annotateWordForm(bytes, annotations);
  } catch (error) {
    if (!(error instanceof TypeError && error.cause instanceof Refusal)) throw error;
  }
}

/** Comments change nothing of the form. */
function checkAnnotating(
  bytes: Uint8Array,
  source: WordSource,
  annotations: readonly Annotation[],
  isConverted: boolean,
): void {
  const annotated = readWordForm(annotateWordForm(bytes, annotations), 'form.docx');
  assert.deepEqual(
    annotated.problems.filter(({ rule }) => rule === 'word-file'),
    [],
    'what is annotated can be read',
  );
  if (!isConverted)
    assert.equal(JSON.stringify(annotated.value), JSON.stringify(source.value), 'comments change no form');
}
