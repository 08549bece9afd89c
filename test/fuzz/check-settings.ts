import assert from 'node:assert/strict';
import { checkLook } from '../../src/check-look.ts';
import { checkTemplate } from '../../src/check-template.ts';
import { settingsFor } from '../../src/config/config.ts';
import { decodeConfig } from '../../src/config/decode-config.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import { typstSource } from '../../src/pdf/typst-source.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { buildTemplate } from '../../src/word/build/build-template.ts';
import { readTemplate } from '../../src/word/template/compile/read-template.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { smallSheet } from '../word/template/small-sheet.ts';
import { checkDocument } from './check-form.ts';
import { checkReport } from './check-report.ts';
import type { Random } from './random.ts';

/** A configuration is read, or told what is wrong with it at places of its text. */
export function checkConfig(bytes: Uint8Array): void {
  const source = parseText(bytes, 'bieu2.config.yaml');
  const decoded = decodeConfig(source);
  if ('config' in decoded) {
    settingsFor(decoded.config)('forms/imported/a.yaml');
    return;
  }
  assert.ok(decoded.problems.length > 0, 'what cannot be read is told');
  const lines = (source.text ?? '').split(/\r\n|\r|\n/);
  for (const { line, column, message } of decoded.problems) {
    assert.ok(line >= 1 && line <= lines.length, `a line of the text: ${message.en}`);
    assert.ok(
      column >= 1 && column <= (lines[line - 1] ?? '').length + 1,
      `a column of the line: ${message.en}`,
    );
    assert.ok(message.vi !== '' && message.en !== '', 'a sentence');
  }
}

/** A look is told what is wrong with it, or everything can be printed in it. */
export async function checkLookFile(bytes: Uint8Array, dice: Random): Promise<void> {
  const { look, report } = checkLook(parseText(bytes, 'look.yaml'), dice.pick(['vi', 'en']));
  await checkReport(report, 'vi');
  assert.equal(
    look === undefined,
    report.diagnostics.some(({ severity }) => severity === 'error'),
    'a look, or an error',
  );
  if (!look) return;
  writeHtml(smallSheet, look);
  typstSource(smallSheet, look, { fallback: false });
  if (dice.oneIn(4)) await checkTemplateFile(await buildTemplate(look));
}

/** A template is told what is wrong with it, or can be filled in, as sound XML. */
export async function checkTemplateFile(bytes: Uint8Array): Promise<void> {
  await checkReport(checkTemplate(bytes, 'template.docx', 'vi'), 'vi');
  const { template, problems } = readTemplate(bytes);
  if (template) checkDocument(fillTemplate(template, smallSheet));
  else assert.ok(problems.length > 0, 'what cannot be read is told');
}
