import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Place, Report } from '../../src/diagnostics/finding.ts';
import { github } from '../../src/reporters/github.ts';
import { githubSummary } from '../../src/reporters/github-summary.ts';
import { line } from '../../src/reporters/line.ts';
import { reportText } from '../../src/reporters/report-text.ts';

const options = { language: 'vi', width: 80, colorLevel: 0 } as const;
const inTable: Place = { kind: 'table', table: 1, row: 2 };

const reportOf = (file: string, change: Partial<Diagnostic>): Report => ({
  toolVersion: '1.2.3',
  files: [
    {
      file,
      diagnostics: [
        { rule: 'r', messageId: 'm', severity: 'error', path: [], place: inTable, message: 'sai', ...change },
      ],
    },
  ],
  notForms: 0,
  rules: [],
});

describe('github', () => {
  test('escapes data and properties', () => {
    const report = reportOf('a,b: 100%.yaml', { message: '50%, ::error::\r\n', hint: 'một\nhai' });
    expect(reportText(github, report, options)).toBe(
      '::error file=a%2Cb%3A 100%25.yaml,title=r::bảng 1, dòng 2: 50%25, ::error::␍␊%0AGợi ý: một␊hai\n',
    );
  });

  test('writes one command per finding, whatever the form says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const output = reportText(github, reportOf(text, { message: text, hint: text, rule: text }), options);
        expect(output).toMatch(/^::error file=[^:,\n\r]*,title=[^:,\n\r]*::[^\n\r]*\n$/);
      }),
    );
  });
});

describe('github summary', () => {
  test('keeps text from a form out of Markdown and HTML', () => {
    const report = reportOf('a.docx', { message: '|x|\n`y` <script> [z](http://e.vn) **đ** \\' });
    expect(reportText(githubSummary, report, options).trimEnd().split('\n').at(-1)).toBe(
      '| lỗi | a.docx&#58; bảng 1, dòng 2 | r | &#124;x&#124;␊&#96;y&#96; &#60;script&#62; &#91;z&#93;(http&#58;//e.vn) &#42;&#42;đ&#42;&#42; &#92; |',
    );
  });

  test('stays below the limit of GitHub and says what it leaves out', () => {
    const report = reportOf('a.docx', { message: 'ệ'.repeat(1000) });
    const many: Report = {
      ...report,
      files: report.files.map(({ file, diagnostics }) => ({
        file,
        diagnostics: Array.from({ length: 1000 }, () => diagnostics).flat(),
      })),
    };
    const summary = reportText(githubSummary, many, options);
    expect(new TextEncoder().encode(summary).length).toBeLessThan(1024 * 1024);
    const rows = summary.match(/^\| lỗi /gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(200);
    expect(summary).toContain(`Còn ${1000 - rows} vấn đề nữa`);
  });
});

test('line gives one line per finding, whatever the form says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const output = reportText(
        line,
        reportOf(text, { message: text, place: { ...inTable, label: text } }),
        options,
      );
      expect(output.match(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g)).toEqual(['\n']);
    }),
  );
});
