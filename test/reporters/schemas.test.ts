import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/diagnostics/finding.ts';
import { json } from '../../src/reporters/json.ts';
import { summarize } from '../../src/reporters/overview.ts';
import { fileText, reportText } from '../../src/reporters/report-text.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { cleanReport, sampleReport } from './sample-report.ts';

const options = { language: 'vi', width: 80, colorLevel: 0 } as const;
const hostile: Report = {
  ...cleanReport,
  files: [
    {
      file: 'C:\\Biểu mẫu\\50% \ud800 #1?.yaml',
      text: 'x',
      diagnostics: [
        {
          rule: 'office-schema',
          messageId: 'other',
          severity: 'error',
          path: [],
          place: {
            kind: 'text',
            start: { offset: 0, line: 1, column: 1 },
            end: { offset: 0, line: 1, column: 1 },
          },
          message: '{0} [đây](1)\u0000\u001b[31m\ud800\u{e0041}',
        },
      ],
    },
  ],
};
const reports = {
  dirty: sampleReport('vi'),
  clean: cleanReport,
  hostile,
  empty: { ...cleanReport, files: [] },
};

function check(validate: ValidateFunction, text: string) {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

/** A report of one clean file and one that could not be read. */
const withFailure = (reporter: Reporter) => {
  const end = {
    ...summarize(cleanReport),
    isEmpty: false,
    failures: ['Không đọc được “a []\u001b.yaml”: {0}'],
  };
  const file = { file: 'b.yaml', diagnostics: [] };
  return [
    reporter.open?.(cleanReport, options),
    fileText(reporter, file, options),
    reporter.close?.(end, options),
  ].join('');
};

describe('the JSON report', () => {
  const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'));
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

  test.each(Object.entries(reports))('keeps to its schema: %s', (_, report) => {
    expect(check(validate, reportText(json, report, options))).toEqual([]);
  });

  test('reports what could not be read', () => {
    const text = withFailure(json);
    expect(check(validate, text)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      summary: { files: 1 },
      failures: ['Không đọc được “a []\u001b.yaml”: {0}'],
    });
  });

  test('says everything again that went in', () => {
    const report = sampleReport('vi');
    const parsed = JSON.parse(reportText(json, report, options));
    expect(parsed.files.map((file: { file: string }) => file.file)).toEqual(
      report.files.map(({ file }) => file),
    );
    expect(parsed.files.flatMap((file: { diagnostics: object[] }) => file.diagnostics)).toEqual(
      report.files.flatMap(({ diagnostics }) =>
        diagnostics.map((each) => ({ ...each, path: expect.stringMatching(/^\//) })),
      ),
    );
  });

  test.each([
    ['an unknown key', { extra: 1 }],
    ['another version', { version: 2 }],
    ['a negative count', { summary: { files: -1, notForms: 0, errors: 0, warnings: 0 } }],
    ['a file without findings', { files: [{ file: 'a' }] }],
  ])('%s is refused by the schema', (_, change) => {
    const parsed = JSON.parse(reportText(json, cleanReport, options));
    expect(validate({ ...parsed, ...change })).toBe(false);
  });
});

describe('the SARIF log', () => {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@microsoft/jest-sarif').replace(/index\.js$/, 'schemas/');
  const { $schema, id, ...schema } = JSON.parse(readFileSync(`${folder}sarif-2.1.0-rtm.5.json`, 'utf8'));
  // Draft 4 differs from draft 7, as far as this schema uses it, in the name of its id only.
  const validate = new Ajv({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      'uri-reference': (text: string) => /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/.test(text),
      'date-time': true,
    },
  }).compile(schema);

  test('is held against the schema of SARIF 2.1.0', () => {
    expect([$schema, id]).toEqual([
      expect.stringContaining('draft-04'),
      expect.stringContaining('sarif-2.1.0'),
    ]);
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test.each(Object.entries(reports))('keeps to it: %s', (_, report) => {
    expect(check(validate, reportText(sarif, report, options))).toEqual([]);
  });

  test('reports what could not be read', () => {
    const text = withFailure(sarif);
    expect(check(validate, text)).toEqual([]);
    expect(JSON.parse(text).runs[0].invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ message: { text: 'Không đọc được “a []\u001b.yaml”: {{0}}' } }],
      },
    ]);
  });

  test('is valid and has no results when all is well', () => {
    expect(JSON.parse(reportText(sarif, cleanReport, options)).runs[0].results).toEqual([]);
  });

  test('has neither placeholders nor links out of a form', () => {
    const [result] = JSON.parse(reportText(sarif, hostile, options)).runs[0].results;
    expect(result.message.text).toMatch(/^\{\{0\}\} \[đây\] \(1\)/);
    expect(result).not.toHaveProperty('ruleIndex');
  });

  test('marks a finding the same when lines are added above it', () => {
    const report = sampleReport('vi');
    const prints = (log: string): unknown[] =>
      JSON.parse(log).runs[0].results.map(
        (each: { partialFingerprints: object }) => each.partialFingerprints,
      );
    const moved: Report = {
      ...report,
      files: report.files.map(({ text, diagnostics, file }) => ({
        file,
        ...(text !== undefined && { text: `# mới\n${text}` }),
        diagnostics: diagnostics.map((each) =>
          each.place.kind !== 'text'
            ? each
            : {
                ...each,
                place: {
                  ...each.place,
                  start: {
                    ...each.place.start,
                    offset: each.place.start.offset + 6,
                    line: each.place.start.line + 1,
                  },
                },
              },
        ),
      })),
    };
    expect(prints(reportText(sarif, moved, options))).toEqual(prints(reportText(sarif, report, options)));
    expect(new Set(prints(reportText(sarif, report, options)).map((each) => JSON.stringify(each))).size).toBe(
      7,
    );
  });
});

test.each(['json', 'sarif'])('%s has no raw control or bidi characters, and loses none', (name) => {
  const text = reportText(name === 'json' ? json : sarif, hostile, options);
  expect(text).not.toMatch(/[^\P{C}\n\p{Co}]/u);
  expect(JSON.stringify(JSON.parse(text))).toContain('\u{e0041}');
});
