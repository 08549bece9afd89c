import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { FileReport, Report } from '../../src/diagnostics/finding.ts';
import type { Language } from '../../src/diagnostics/wording.ts';
import { reporters } from '../../src/reporters/index.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { rules } from '../../src/rules/index.ts';

const infos: Report['rules'] = rules.map(({ id, severity, summary, explanation }) => ({
  id,
  severity,
  summary,
  explanation,
}));

/** Of more findings these are printed: seven formats of each take their time. */
const maxPrinted = 2000;

/** Holds what is told of a file against what holds for every report: places in the text, and clean output. */
export async function checkReport(report: FileReport, language: Language): Promise<void> {
  const mayBeQuoted = /undefined|nan|object/i.test(report.text ?? '');
  for (const { place, message, hint = '' } of report.diagnostics) {
    assert.ok(message.trim() !== '', 'every finding has a sentence');
    if (!mayBeQuoted) assert.doesNotMatch(message + hint, /\bundefined\b|\[object |\bNaN\b/);
    if (place.kind === 'text') {
      const { start, end } = place;
      const length = report.text?.length ?? 0;
      assert.ok(
        0 <= start.offset && start.offset <= end.offset && end.offset <= length,
        `a place in the text: ${message}`,
      );
      assert.ok(start.line >= 1 && start.column >= 1 && start.line <= end.line, 'lines count from 1');
    } else if (place.kind === 'table') {
      assert.ok(place.table >= 1 && place.row >= 1 && (place.column ?? 1) >= 1, 'rows count from 1');
    }
  }
  const files = [{ ...report, diagnostics: report.diagnostics.slice(0, maxPrinted) }];
  await checkFormats({ toolVersion: '0.0.0', files, notForms: 0, rules: infos }, language);
}

async function checkFormats(report: Report, language: Language): Promise<void> {
  const count = report.files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  for (const [format, load] of Object.entries(reporters)) {
    const reporter = await load();
    for (const width of format === 'pretty' ? [20, 80] : [80]) {
      const text = reportText(reporter, report, { language, colorLevel: 0, width });
      // What an input holds must not act on a terminal, nor break the lines of a format.
      const acting = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\p{Cs}\p{Zl}\p{Zp}\ufeff]/u.exec(text);
      assert.equal(acting, null, `no character that acts in ${format}: ${JSON.stringify(acting?.[0])}`);
      assert.ok(text === '' || text.endsWith('\n'), `${format} ends its last line`);
      if (['json', 'sarif', 'gitlab'].includes(format)) JSON.parse(text);
      if (format === 'json')
        assert.equal(text.match(/^ {10}"messageId": /gm)?.length ?? 0, count, 'every finding is told');
      if (format === 'line') assert.equal(text.split('\n').length - 1, count, 'a line a finding');
      if (format === 'junit') readXmlText(text);
    }
  }
}

/** @throws where it is no well-formed XML */
export function readXmlText(xml: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new assert.AssertionError({ message: `well-formed XML: ${error.message}` });
  });
  parser.write(xml).close();
}
