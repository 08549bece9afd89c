import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compareForms } from '../../src/compare/compare-forms.ts';
import type { Language } from '../../src/diagnostics/wording.ts';
import { fixSource } from '../../src/fix.ts';
import { analyse } from '../../src/lsp/analysis.ts';
import { codeActions } from '../../src/lsp/code-actions.ts';
import { documentSymbols } from '../../src/lsp/document-symbols.ts';
import { hover } from '../../src/lsp/hover.ts';
import { parseText } from '../../src/source/parse-text.ts';
import type { Source } from '../../src/source/source.ts';
import { parsePlain } from '../../src/source/yaml/plain/parse-plain-yaml.ts';
import { validateSource } from '../../src/validate.ts';
import { agreesWithFullParser } from '../source/agrees-with-full-parser.ts';
import { checkForm } from './check-form.ts';
import { checkReport } from './check-report.ts';
import type { Random } from './random.ts';

/** What all that reads form files must do with any bytes. */
export async function checkText(bytes: Uint8Array, file: string, dice: Random): Promise<void> {
  const language: Language = dice.pick(['vi', 'en']);
  const source = parseText(bytes, file);
  const { form, report } = validateSource(source, { language });
  const isValid = report.diagnostics.every(({ severity }) => severity !== 'error');
  assert.ok(source.value !== undefined || !isValid, 'what cannot be read is an error');
  await checkReport(report, language);
  checkReading(bytes, source, file);
  const text = source.text ?? '';
  if (text.length > 500_000) return;
  checkFixing(source, file, language);
  if (form) {
    const differences = compareForms(form, form);
    if (isValid) assert.deepEqual(differences, [], 'nothing changed in the same form');
  }
  if (form && dice.oneIn(isValid ? 1 : 3)) await checkForm(form, isValid);
  if (dice.oneIn(4)) checkEditing(text, file, language, dice);
}

/** The short ways of reading give what the long ones give. */
function checkReading(bytes: Uint8Array, source: Source, file: string): void {
  const text = source.text ?? '';
  if (file.endsWith('.json')) {
    if (
      text === '' ||
      source.problems.some(({ message }) => /^(?:duplicate-key|too-|conflict)/.test(message))
    )
      return;
    assert.equal(source.value !== undefined, isJson(text), 'JSON.parse agrees on what JSON is');
    if (source.value !== undefined)
      assert.equal(JSON.stringify(source.value), JSON.stringify(JSON.parse(text)));
    return;
  }
  const isPlain = agreesWithFullParser(text);
  const plain = parsePlain(bytes, file);
  assert.equal(
    plain !== undefined,
    isPlain && text !== '' && source.problems.every(({ rule }) => rule !== 'file-encoding'),
    'the short way is the same for bytes and for text',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is mended can be read if it could be before, has no error more, and needs no mending. */
function checkFixing(source: Source, file: string, language: Language): void {
  const fixed = fixSource(source, { language }).source;
  assert.ok(source.value === undefined || fixed.value !== undefined, 'what is mended can be read');
  const again = fixSource(parseText(fixed.text ?? '', file), { language }).source;
  assert.equal(again.text, fixed.text, 'mending twice changes nothing');
}

/** Everything that an editor asks, at some places of the text, and after a change. */
function checkEditing(text: string, file: string, language: Language, dice: Random): void {
  const settings = { options: { language }, isExcluded: false };
  const languageId = file.endsWith('.json') ? 'json' : 'yaml';
  const before = TextDocument.create(`file:///${file}`, languageId, 1, text);
  const [start, end] = [dice.below(text.length + 1), dice.below(text.length + 1)].sort((a, b) => a - b);
  const range = {
    start: before.positionAt(start ?? 0),
    end: before.positionAt(Math.min(end ?? 0, (start ?? 0) + 20)),
  };
  const edited = TextDocument.update(
    TextDocument.create(before.uri, languageId, 1, text),
    [{ range, text: dice.pick(['', '\n', '- ', 'x: ']) }],
    2,
  );
  for (const document of [before, edited]) {
    const analysis = analyse(document, settings, () => true);
    assert.ok(analysis);
    for (let count = 0; count < 3; count++) {
      const at = dice.below((analysis.source.text ?? '').length + 1);
      const position = document.positionAt(at);
      hover(analysis, at, {});
      const context = { diagnostics: [] };
      codeActions(analysis, { textDocument: document, range: { start: position, end: position }, context });
    }
    for (const { range, selectionRange } of documentSymbols(analysis)) {
      assert.ok(
        document.offsetAt(selectionRange.start) >= document.offsetAt(range.start),
        'a name in its symbol',
      );
      assert.ok(
        document.offsetAt(selectionRange.end) <= document.offsetAt(range.end),
        'a name in its symbol',
      );
    }
  }
}
