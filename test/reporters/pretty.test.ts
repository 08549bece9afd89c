import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, Report } from '../../src/diagnostics/finding.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { pointAt } from './place-in.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\t', 'ệ', '\u0309', '漢', '\u001b[2J', '\u202e'),
  }),
);

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    text: anyText,
    words: fc.tuple(anyText, anyText, anyText, anyText),
    ends: fc.tuple(fc.nat(80), fc.nat(80)),
    severity: fc.constantFrom<Diagnostic['severity']>('error', 'warning'),
  })
  .map(({ text, words: [file, rule, message, hint], ends: [a, b], severity }) => {
    const [start, end] = [pointAt(text, Math.min(a, b)), pointAt(text, Math.max(a, b))];
    const shared = { rule, messageId: 'm', severity, path: [], message, hint };
    return {
      toolVersion: '1.2.3',
      files: [
        { file, text, diagnostics: [{ ...shared, place: { kind: 'text', start, end } }] },
        { file, diagnostics: [{ ...shared, place: { kind: 'table', table: 1, row: 1, label: rule } }] },
      ],
      notForms: 0,
      rules: [],
    };
  });

const width = fc.oneof(fc.integer({ min: 0, max: 250 }), fc.constant(Number.POSITIVE_INFINITY));
const colorLevel = fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3);

test('at any width, the only controls in the output are line feeds and colours of its own', () => {
  fc.assert(
    fc.property(anyReport, width, colorLevel, (report, columns, level) => {
      const output = reportText(pretty, report, { language: 'vi', width: columns, colorLevel: level });
      const withoutColours = output.replace(/\u001b\[\d{1,2}m/g, '');
      if (level === 0) expect(withoutColours).toBe(output);
      expect(withoutColours).not.toMatch(/[^\P{C}\n\p{Co}\p{Cn}]/u);
      expect(withoutColours).toBe(
        reportText(pretty, report, { language: 'vi', width: columns, colorLevel: 0 }),
      );
    }),
  );
});

test('the lines of the frame keep within the width', () => {
  fc.assert(
    fc.property(anyReport, fc.integer({ min: 20, max: 120 }), (report, columns) => {
      const output = reportText(pretty, report, { language: 'vi', width: columns, colorLevel: 0 });
      const frame = output.split('\n').filter((each) => /^[> ] +\d* │/.test(each));
      expect(frame.length).toBeGreaterThan(0);
      for (const each of frame) expect(displayWidth(each)).toBeLessThanOrEqual(columns);
    }),
  );
});
